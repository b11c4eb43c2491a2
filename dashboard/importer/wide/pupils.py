"""The rows of a list of pupils: which are of a pupil, of whom, and which sum up the others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.recognise import Table
from dashboard.importer.wide.summary import summary
from dashboard.spec.sheet import Cell


@dataclass(frozen=True, slots=True)
class Entry:
    """One row; `pupil` is the row where the pupil was named first, None under a sum."""

    number: int
    cells: tuple[Cell, ...]
    pupil: int | None = None
    sums: str = ""
    label: str = ""


def entries(table: Table, measured: Sequence[int]) -> Iterator[Entry]:
    """`measured` are the columns that tell something of a pupil. A name is kept nowhere."""
    first, current, name = min(measured), None, ""
    for number in table.body:
        cells = table.sheet.rows[number]
        label = _label(table, cells[:first])
        called = _called(table, cells)
        sums = summary(called or label) if called or label else None
        if sums:
            current = None
            yield Entry(number, cells, None, sums, label if summary(label) else called)
        elif _goes_on(table, cells, (current, name)):
            yield Entry(number, cells, current)
        elif called and _is_pupil(table, cells, measured):
            current, name = number, called
            yield Entry(number, cells, number)


def _goes_on(table: Table, cells: Sequence[Cell], last: tuple[int | None, str]) -> bool:
    """Another period of the pupil above: without a name, or with the same one."""
    current, name = last
    if current is None or "period" not in table.heading.columns:
        return False
    place = _cell(table, "number", cells)
    same_place = place in ("", _cell(table, "number", table.sheet.rows[current]))
    told = plain(cells[table.heading.columns["period"]])
    return bool(told) and same_place and _called(table, cells) in ("", name)


def _called(table: Table, cells: Sequence[Cell]) -> str:
    text = _cell(table, "pupil", cells)
    said = any(map(str.isalpha, text)) and fold(text) != fold(table.heading.texts["pupil"])
    return text if said else ""


def _is_pupil(table: Table, cells: Sequence[Cell], measured: Sequence[int]) -> bool:
    """A name with a place in the list or with a mark; a signature has neither."""
    placed = any(map(str.isdigit, _cell(table, "number", cells)))
    return placed or any(plain(cells[index]) for index in measured)


def _label(table: Table, cells: Sequence[Cell]) -> str:
    """The first word left of the marks, for a row that names no pupil; a place is no word."""
    place = table.heading.columns.get("number")
    texts = (
        plain(cell)
        for index, cell in enumerate(cells)
        if index != place or any(map(str.isalpha, plain(cell)))
    )
    return next((text for text in texts if any(map(str.isalnum, text))), "")


def _cell(table: Table, name: str, cells: Sequence[Cell]) -> str:
    columns: Mapping[str, int] = table.heading.columns
    return plain(cells[columns[name]]) if name in columns else ""
