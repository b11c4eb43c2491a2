"""The report of a batch as a file: what the import said of each of its files, in no language.

It quotes cells, so it lies in files/, beside the originals.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import orjson

from dashboard.spec.batch import FileReport
from dashboard.spec.problem import Problem
from dashboard.spec.sheet import Cell, Sheet
from dashboard.store import batches, places

ROWS, COLUMNS, LETTERS = 12, 40, 80  # of a sheet that nobody knows, shown to be told what it is


@dataclass(frozen=True, slots=True)
class Reported:
    """One file. `sheets` are the beginnings of those that no layout knew: names and texts."""

    file: FileReport
    sheets: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = ()


def write(store: Path, batch: str, found: Iterable[Reported]) -> None:
    told = {"files": [_told(one) for one in found]}
    path = batches.report_path(store, batch)
    path.parent.mkdir(parents=True, exist_ok=True)
    places.write_whole(path, orjson.dumps(told, default=_plain))


def read(store: Path, batch: str) -> tuple[Reported, ...]:
    """Empty where the batch was never checked to the end."""
    path = batches.report_path(store, batch)
    if not path.exists():
        return ()
    return tuple(map(_reported, orjson.loads(path.read_bytes())["files"]))


def beginning(sheet: Sheet) -> tuple[str, tuple[tuple[str, ...], ...]]:
    rows = [row for row in sheet.rows if any(cell not in (None, "") for cell in row)][:ROWS]
    return sheet.name, tuple(tuple(map(_text, row[:COLUMNS])) for row in rows)


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)[:LETTERS]


def _told(one: Reported) -> dict:
    file = one.file
    told = {name: getattr(file, name) for name in FileReport.__slots__ if name != "problems"}
    told["tables"] = dict(file.tables)
    told["problems"] = [asdict(problem) for problem in map(_light, file.problems)]
    return told | {"sheets": [{"name": name, "rows": rows} for name, rows in one.sheets]}


def _light(problem: Problem) -> Problem:
    """`about` may be a mapping of any kind."""
    return Problem(*_fields(problem), about=dict(problem.about))


def _fields(problem: Problem) -> Sequence[object]:
    names = ("check", "severity", "sheet", "row", "column", "value")
    return [getattr(problem, name) for name in names]


def _reported(told: Mapping) -> Reported:
    values = {name: told[name] for name in FileReport.__slots__ if name != "problems"}
    problems = tuple(Problem(**problem) for problem in told["problems"])
    sheets = tuple((one["name"], tuple(map(tuple, one["rows"]))) for one in told["sheets"])
    return Reported(FileReport(**values, problems=problems), sheets)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, set | frozenset):
        return sorted(value)
    return str(value)
