"""Do the counts of marks make up the roster? The row is loaded all the same."""

from collections.abc import Sequence

import numpy as np

from dashboard.importer.columns.coded import Columns
from dashboard.importer.facts import Facts
from dashboard.importer.row import Row
from dashboard.importer.rows import PARTS
from dashboard.spec.problem import Problem


def check(rows: Sequence[Row], facts: Facts) -> list[Problem]:
    return [problem for row in rows if row.table == "marks" for problem in _row(row)]


def suspects(columns: Columns, facts: Facts) -> np.ndarray | None:
    if columns.table != "marks":
        return None
    total = sum(columns.numeric(part, 0) for part in PARTS)
    return total != columns.numeric("roster")


def _row(row: Row) -> list[Problem]:
    """Counts that the layout does not have are unknown, and add nothing."""
    total = sum(row.values.get(part) or 0 for part in PARTS)
    roster = row.values["roster"]
    if total == roster:
        return []
    return [row.problem("counts_disagree", "warning", "roster", total=total, roster=roster)]
