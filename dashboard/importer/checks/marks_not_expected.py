"""Are there marks in a grade that carries none?"""

from collections.abc import Sequence

import numpy as np

from dashboard.importer.columns import singly
from dashboard.importer.columns.coded import Columns
from dashboard.importer.facts import Facts
from dashboard.importer.row import Row
from dashboard.importer.rows import MARKS
from dashboard.spec.problem import Problem

OF = ("school_id", "grade", "year")


def check(rows: Sequence[Row], facts: Facts) -> list[Problem]:
    return [
        row.problem("marks_not_expected", "warning", "grade", year=row.values["year"])
        for row in rows
        if row.table == "marks" and _has_marks(row) and not _may_have(row, facts)
    ]


def suspects(columns: Columns, facts: Facts) -> np.ndarray | None:
    """Rows of a school, grade and year that carry no marks."""
    if columns.table != "marks":
        return None
    groups = columns.codes(OF).groupby(list(OF), sort=False).ngroup().to_numpy()
    _, firsts, group = np.unique(groups, return_index=True, return_inverse=True)
    one_of_each = singly.rows(columns.of(firsts))
    return np.array([not _may_have(row, facts) for row in one_of_each])[group]


def _has_marks(row: Row) -> bool:
    return any(row.values.get(mark) for mark in MARKS)


def _may_have(row: Row, facts: Facts) -> bool:
    values = row.values
    return facts.carries_marks(values["school_id"], values["grade"], values["year"])
