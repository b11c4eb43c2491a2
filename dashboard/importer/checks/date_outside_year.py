"""Is the day within the school year that the row is of?"""

from collections.abc import Sequence
from datetime import date

import numpy as np

from dashboard.importer.columns.coded import Columns
from dashboard.importer.facts import Facts
from dashboard.importer.row import Row
from dashboard.spec.problem import Problem

TABLE = "reading"
FIRST, LAST = (8, 1), (8, 31)  # from the August before it to the August at its end


def check(rows: Sequence[Row], facts: Facts) -> list[Problem]:
    return [
        row.problem("date_outside_year", "warning", "date", year=row.values["year"])
        for row in rows
        if row.table == TABLE and not _is_within(row)
    ]


def suspects(columns: Columns, facts: Facts) -> np.ndarray | None:
    if columns.table != TABLE or "date" not in columns.cells:
        return None
    day, year = columns.cells["date"], columns.cells["year"]
    days = day.mapped([one.toordinal() for one in day.values]).numbers()
    first, last = (
        year.mapped([_ends(one)[end].toordinal() for one in year.values]).numbers()
        for end in (0, 1)
    )
    return (days < first) | (days > last)


def _is_within(row: Row) -> bool:
    day = row.values.get("date")
    first, last = _ends(row.values["year"])
    return day is None or first <= day <= last


def _ends(year: str) -> tuple[date, date]:
    """Of «2025-2026»."""
    first, last = map(int, year.split("-"))
    return date(first, *FIRST), date(last, *LAST)
