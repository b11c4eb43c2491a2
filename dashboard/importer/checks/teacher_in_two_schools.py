"""Is a teacher told of at one school, and at another here or in the register? It may be so."""

from collections.abc import Iterator, Sequence

import numpy as np

from dashboard.importer.columns.coded import Columns
from dashboard.importer.facts import Facts
from dashboard.importer.row import Row
from dashboard.spec.problem import Problem

TABLES = ("teachers", "marks")
PLACE = ("teacher_id", "year", "school_id")


def check(rows: Sequence[Row], facts: Facts) -> list[Problem]:
    there = [row for row in rows if row.table in TABLES and row.values.get("teacher_id")]
    registered = facts.registered() if there else {}
    seen: dict[tuple, set[str]] = {}
    problems = []
    for row in there:
        teacher, year, school = (row.values.get(name) for name in PLACE)
        schools = seen.setdefault((teacher, year), set(_known(registered, teacher)))
        if schools and school not in schools:
            about = {"school": school, "others": ", ".join(sorted(schools))}
            problems.append(row.problem("teacher_in_two_schools", "warning", "teacher_id", **about))
        schools.add(school)
    return problems


def suspects(columns: Columns, facts: Facts) -> np.ndarray | None:
    """The first row of every teacher in a school."""
    if columns.table not in TABLES or "teacher_id" not in columns.cells:
        return None
    first = ~columns.codes(PLACE).duplicated().to_numpy()
    return first & ~columns.cells["teacher_id"].empty


def _known(registered: dict[str, str], teacher: str) -> Iterator[str]:
    if teacher in registered:
        yield registered[teacher]
