"""Is a part larger than what it is a part of: more pupils over the threshold than took the test?"""

from collections.abc import Iterator, Sequence

import numpy as np

from dashboard.importer.columns.coded import Columns
from dashboard.importer.facts import Facts
from dashboard.importer.row import Row
from dashboard.spec.problem import Problem

PARTS = {  # table: (part, whole)
    "exams": (("passed", "takers"), ("takers", "graduates")),
    "surveys": (("answered", "invited"), ("chosen", "answered")),
    "support": (("with_plan", "pupils"), ("improved", "pupils")),
    "reading": (("questions_right", "questions_asked"),),
}


def check(rows: Sequence[Row], facts: Facts) -> list[Problem]:
    return [problem for row in rows if row.table in PARTS for problem in _row(row)]


def suspects(columns: Columns, facts: Facts) -> np.ndarray | None:
    pairs = PARTS.get(columns.table, ())
    more = [columns.numeric(part) > columns.numeric(whole) for part, whole in pairs]
    return np.logical_or.reduce(more) if more else None


def _row(row: Row) -> Iterator[Problem]:
    for part, whole in PARTS[row.table]:
        few, many = row.values.get(part), row.values.get(whole)
        if few is not None and many is not None and few > many:
            heading = row.headings.get(whole, whole)
            yield row.problem("part_exceeds_whole", "warning", part, whole=heading, of=many)
