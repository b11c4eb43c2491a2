"""What a file says it is of. A later file of the same scope takes the place of the earlier."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.importer.columns.coded import Columns
from dashboard.importer.recognise import Table
from dashboard.importer.row import Row
from dashboard.importer.told import Told, Unknown
from dashboard.spec import core

OF_ROWS = ("school_id", "year", "period", "round")
STATED = ("grade", "letter", "subject_id", "teacher_id")


@dataclass(frozen=True, slots=True)
class Part:
    """One table of the file, with its rows and what was told of it."""

    table: Table
    told: Told
    rows: Sequence[Row]
    columns: Columns | None = None


def scope(parts: Sequence[Part]) -> str:
    """sha256 of a canonical text; "" for registers, which go by their ids alone."""
    layouts = [part.table.heading.layout for part in parts]
    kinds = {core.tables()[layout.table].kind for layout in layouts}
    if kinds != {"facts"}:
        return ""
    sets = {
        name: sorted({value for part in parts for value in _values(part, name)})
        for name in (*OF_ROWS, *STATED)
    }
    keys = sorted({layout.key for layout in layouts})
    text = json.dumps({"layouts": keys, **sets}, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _values(part: Part, name: str) -> Iterable[str]:
    """Of our own tables the columns speak; of an export what stands beside the table."""
    if name in OF_ROWS or part.table.heading.layout.canonical:
        return {_text(row.values.get(name)) for row in part.rows} | _of_columns(part, name)
    return {_text(part.told.fills().get(name))}


def _of_columns(part: Part, name: str) -> set[str]:
    """Of a column that the file lacks nothing is told, as of its rows."""
    if not part.columns:
        return set()
    if name not in part.columns.cells:
        return {""}
    coded = part.columns.cells[name]
    return {_text(value) for value in coded.values} | ({""} if coded.empty.any() else set())


def _text(value: object) -> str:
    if isinstance(value, Unknown):
        return f"?{value.text}"
    return "" if value is None else str(value)
