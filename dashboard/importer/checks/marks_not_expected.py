"""Are there marks in a grade that carries none?"""

from collections.abc import Sequence

from dashboard.importer.facts import Facts
from dashboard.importer.row import Row
from dashboard.importer.rows import MARKS
from dashboard.spec.problem import Problem


def check(rows: Sequence[Row], facts: Facts) -> list[Problem]:
    return [
        row.problem("marks_not_expected", "warning", "grade", year=row.values["year"])
        for row in rows
        if row.table == "marks" and _has_marks(row) and not _may_have(row, facts)
    ]


def _has_marks(row: Row) -> bool:
    return any(row.values.get(mark) for mark in MARKS)


def _may_have(row: Row, facts: Facts) -> bool:
    values = row.values
    return facts.carries_marks(values["school_id"], values["grade"], values["year"])
