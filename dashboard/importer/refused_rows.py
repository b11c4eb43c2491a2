"""Rows that a check has found an error in are told, and left out."""

from collections.abc import Sequence

import numpy as np

from dashboard.importer.columns.coded import Columns
from dashboard.importer.row import Row
from dashboard.spec.problem import Problem

Left = tuple[Sequence[Row], Columns | None, int]


def without_errors(
    rows: Sequence[Row], columns: Columns | None, problems: Sequence[Problem]
) -> Left:
    """The rows and columns that are left, and how many rows were refused."""
    wrong = {(p.sheet, p.row) for p in problems if p.severity == "error"}
    if not wrong:
        return rows, columns, 0
    sound = [row for row in rows if (row.sheet or None, row.number) not in wrong]
    refused = len(rows) - len(sound)
    if columns is None:
        return sound, None, refused
    numbers = [row for sheet, row in wrong if sheet == (columns.sheet or None)]
    bad = np.isin(columns.numbers, numbers)
    return sound, columns.of(~bad), refused + int(bad.sum())
