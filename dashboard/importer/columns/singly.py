"""Rows of columns, one by one, for what needs a closer look."""

from collections.abc import Iterator

import numpy as np

from dashboard.importer.columns.coded import NOTHING, Columns
from dashboard.importer.row import Row


def rows(columns: Columns) -> Iterator[Row]:
    """Each as it would have been read by itself."""
    cells = [(name, one.values, one.codes.tolist()) for name, one in columns.cells.items()]
    for place, number in enumerate(columns.numbers.tolist()):
        values = {
            name: known[codes[place]] for name, known, codes in cells if codes[place] != NOTHING
        }
        yield Row(columns.table, columns.sheet, number, values, columns.headings)


def each(columns: Columns, name: str) -> Iterator[Row]:
    """Every value of one column, on the first row that has it, in the order of the file."""
    coded = columns.cells[name]
    places, firsts = np.unique(coded.codes, return_index=True)
    for first, place in sorted(zip(firsts.tolist(), places.tolist())):
        if place != NOTHING:
            number, values = int(columns.numbers[first]), {name: coded.values[place]}
            yield Row(columns.table, columns.sheet, number, values, columns.headings)
