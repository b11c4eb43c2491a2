"""Columns with what is told beside the file, and with codes for names."""

from collections.abc import Iterator, Mapping

import numpy as np

from dashboard.importer.columns import singly
from dashboard.importer.columns.coded import Coded, Columns
from dashboard.importer.layouts import FILLED
from dashboard.importer.names import Names
from dashboard.importer.resolve import resolved
from dashboard.importer.row import Row
from dashboard.importer.told import Unknown
from dashboard.spec import core

NAMED = frozenset(("school", "subject", "teacher"))


def samples(columns: Columns | None) -> Iterator[Row]:
    """A row for each value: enough to see whether the file says what an option says."""
    for name in columns.cells if columns else ():
        yield from singly.each(columns, name) if name in FILLED else ()


def settled_columns(
    columns: Columns | None, constants: Mapping[str, object] | None, names: Names
) -> tuple[Columns | None, list[Row]]:
    """The rows that have a code for every name; and the others, to be settled one by one."""
    if columns is None:
        return None, []
    if constants is None or any(isinstance(value, Unknown) for value in constants.values()):
        return None, list(singly.rows(columns))
    cells, apart = dict(columns.cells), np.zeros(len(columns), dtype=bool)
    for name in columns.cells:
        if core.tables()[columns.table].columns[name].type in NAMED or name == "subject_ids":
            found = _codes(columns, name, names)
            apart |= columns.cells[name].where(lambda value, found=found: found[value] is None)
            cells[name] = columns.cells[name].mapped(list(found.values()))
    same = np.zeros(len(columns), dtype=np.int32)
    cells |= {name: Coded((value,), same) for name, value in constants.items()}
    full = Columns(columns.table, columns.sheet, columns.numbers, cells, columns.headings)
    return full.of(~apart), list(singly.rows(columns.of(apart)))


def _codes(columns: Columns, name: str, names: Names) -> dict[object, object]:
    """Value → code; None for what is not known, or says more than one thing."""
    beside = {"roster": 0} if "roster" in columns.cells else {}
    found = {}
    for value in columns.cells[name].values:
        row, unknown = resolved(Row(columns.table, "", 0, {name: value, **beside}), names)
        more = len(row.values) > len(beside) + 1
        found[value] = None if unknown or more else row.values[name]
    return found
