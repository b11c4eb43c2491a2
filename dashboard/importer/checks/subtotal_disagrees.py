"""Does a row of sums agree with its parts? Sums are never loaded."""

from collections.abc import Iterator, Sequence

import numpy as np

from dashboard.importer.columns.coded import Columns
from dashboard.importer.facts import Facts
from dashboard.importer.row import Row, Subtotal
from dashboard.spec import core
from dashboard.spec.problem import Problem

SAME = ("school_id", "year", "period", "subject_id", "round", "group")


def check(rows: Sequence[Row], facts: Facts) -> list[Problem]:
    """With a row that could not be read among the parts there is nothing to compare."""
    if not facts.whole:
        return []
    return [problem for one in facts.subtotals for problem in _subtotal(one, facts.subtotals, rows)]


def suspects(columns: Columns, facts: Facts) -> np.ndarray | None:
    """Any row may be a part of a sum."""
    return np.ones(len(columns), dtype=bool) if facts.subtotals else None


def _subtotal(one: Subtotal, others: Sequence[Subtotal], rows: Sequence[Row]) -> Iterator[Problem]:
    """«итог» may sum up the whole table, all that stands above it, or all since the last sum."""
    parts = [row for row in rows if _is_part(one, row)]
    last = max((s.row.number for s in others if _is_before(s, one)), default=0)
    choices = [parts, [row for row in parts if row.number < one.row.number]]
    if one.grades is None:
        choices.append([row for row in choices[1] if row.number > last])
    names = [name for name, value in one.row.values.items() if _is_count(one, name, value)]
    fitting = [choice for choice in choices if all(_agrees(one, n, choice) for n in names)]
    for name in names if parts and not fitting else ():
        if not _agrees(one, name, choices[0]):
            expected = _sum(choices[0], name)
            yield one.row.problem("subtotal_disagrees", "warning", name, expected=expected)


def _is_part(one: Subtotal, row: Row) -> bool:
    first, last = one.grades or (0, 12)
    grade = row.values.get("grade")
    same = all(one.row.values.get(name) in (None, row.values.get(name)) for name in SAME)
    in_grades = one.grades is None or (grade is not None and first <= grade <= last)
    return row.table == one.row.table and row.sheet == one.row.sheet and same and in_grades


def _is_before(earlier: Subtotal, one: Subtotal) -> bool:
    return earlier.row.sheet == one.row.sheet and earlier.row.number < one.row.number


def _is_count(one: Subtotal, name: str, value: object) -> bool:
    return isinstance(value, int) and core.tables()[one.row.table].columns[name].type == "count"


def _agrees(one: Subtotal, name: str, parts: Sequence[Row]) -> bool:
    return one.row.values[name] == _sum(parts, name)


def _sum(parts: Sequence[Row], name: str) -> int:
    return sum(part.values.get(name) or 0 for part in parts)
