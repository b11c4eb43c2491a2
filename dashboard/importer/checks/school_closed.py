"""Do rows tell of a time after their school had closed? Its pupils may be counted twice."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from dashboard.importer.columns.coded import Columns
from dashboard.importer.facts import Facts
from dashboard.importer.row import Row
from dashboard.spec.problem import Problem

SCHOOL, REGISTER = "school_id", "schools"
TIME = ("year", "period", "round", "date")
# The first days of what is reported, by month and day: the school was closed all the while.
BEGINS = {
    "Q2": (11, 10),
    "Q3": (1, 15),
    "H2": (1, 15),
    "Q4": (4, 5),
    "middle": (12, 1),
    "end": (4, 1),
}
FIRST, AUTUMN = (9, 1), 9


def check(rows: Sequence[Row], facts: Facts) -> list[Problem]:
    """Once of each school and time, at its first row."""
    there = [row for row in rows if row.table != REGISTER and row.values.get(SCHOOL)]
    closed = _closed(rows, facts) if there else {}
    told: dict[tuple, Problem] = {}
    for row in there:
        school = row.values[SCHOOL]
        day, when = closed.get(school), tuple(row.values.get(name) for name in TIME)
        if day is None or (school, *when) in told or not _is_after(day, *when):
            continue
        about = {"school": school, "day": day.isoformat()}
        told[school, *when] = row.problem("school_closed", "warning", SCHOOL, **about)
    return list(told.values())


def suspects(columns: Columns, facts: Facts) -> np.ndarray | None:
    """The first row of every time of a closed school."""
    closed = _closed(facts.apart, facts) if SCHOOL in columns.cells else {}
    if not closed:
        return None
    first = ~columns.codes((SCHOOL, *TIME)).duplicated().to_numpy()
    return first & columns.cells[SCHOOL].where(lambda school: school in closed)


def _closed(rows: Sequence[Row], facts: Facts) -> Mapping[str, date]:
    """A workbook may bring the register beside its facts."""
    fresh = {row.values[SCHOOL]: row.values.get("closed") for row in rows if row.table == REGISTER}
    either = {**facts.closed(), **fresh}
    return {school: day for school, day in either.items() if day is not None}


def _is_after(closed: date, year: str | None, *rest: object) -> bool:
    """By the row's own day, else by the first day of its time."""
    period, round_, day = rest
    if day is not None:
        return day >= closed
    if year is None:
        return False
    month, first = BEGINS.get(period or round_, FIRST)
    return date(int(year[:4] if month >= AUTUMN else year[5:]), month, first) >= closed
