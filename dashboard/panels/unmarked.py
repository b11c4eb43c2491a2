"""Grades that carry no marks: they stand in a list of grades, and it says why they are empty."""

from dataclasses import replace

from dashboard.metrics import metric
from dashboard.metrics.registers import grades
from dashboard.metrics.unmarked import unmarked_grades
from dashboard.panels.view import Asking
from dashboard.spec.answer import Answer, Value


def added(answer: Answer, asking: Asking) -> Answer:
    """By grade, the known grades without marks in that year join the answer under flag `z`.

    Other answers stay as they are. A grade is known if there ever were marks of it, or if it
    lies below the lowest that had.
    """
    year = answer.taken.year
    if answer.question.by != ("grade",) or not metric(answer.question.metric).ruled or not year:
        return answer
    there = {row.key[0] for row in answer.rows}
    chosen = dict(answer.question.where).get("grade", ())
    known = range(1, max(grades(asking.snapshot), default=0) + 1)
    none = [
        grade
        for grade in unmarked_grades(asking.snapshot, year)
        if grade in known and grade not in there and (not chosen or grade in chosen)
    ]
    rows = (*answer.rows, *(Value((grade,), 0, 0, 0, None, flag="z") for grade in none))
    return replace(answer, rows=tuple(sorted(rows, key=lambda row: row.key))) if there else answer
