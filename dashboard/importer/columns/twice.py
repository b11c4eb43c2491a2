"""Rows of columns whose key stands more than once, in the columns or among other rows."""

from collections.abc import Iterator, Sequence

import pandas as pd

from dashboard.importer.columns import singly
from dashboard.importer.columns.coded import NOTHING, Columns
from dashboard.importer.row import Row
from dashboard.spec import core


def apart(columns: Columns | None, others: Sequence[Row]) -> tuple[Columns | None, tuple[Row, ...]]:
    """The rows that stand alone, and the others one by one: which counts is told of each."""
    if columns is None:
        return None, ()
    key = core.tables()[columns.table].key
    grains = columns.codes(key)
    twice = grains.duplicated(keep=False).to_numpy()
    known = list(_coded(columns, key, others))
    if known:
        twice = twice | pd.MultiIndex.from_frame(grains).isin(known)
    return columns.of(~twice), tuple(singly.rows(columns.of(twice)))


def _coded(columns: Columns, key: Sequence[str], others: Sequence[Row]) -> Iterator[tuple]:
    """The keys of other rows in the codes of these columns, where they could be the same."""
    places = {name: _places(columns, name) for name in key}
    for row in others:
        found = tuple(places[name].get(row.values.get(name)) for name in key)
        if row.table == columns.table and None not in found:
            yield found


def _places(columns: Columns, name: str) -> dict[object, int]:
    values = columns.cells[name].values if name in columns.cells else ()
    return {value: place for place, value in enumerate(values)} | {None: NOTHING}
