"""Is the same thing told twice in one file? The later row counts."""

from collections.abc import Sequence

from dashboard.importer.columns.coded import Columns
from dashboard.importer.facts import Facts
from dashboard.importer.row import Row
from dashboard.spec import core
from dashboard.spec.problem import Problem


def check(rows: Sequence[Row], facts: Facts) -> list[Problem]:
    seen: dict[tuple, Row] = {}
    problems = []
    for row in rows:
        earlier = seen.get(grain(row))
        if earlier is not None:
            place = {"earlier_row": earlier.number, "earlier_sheet": earlier.sheet or "—"}
            problems.append(row.problem("duplicate_row", "warning", **place))
        seen[grain(row)] = row
    return problems


def suspects(columns: Columns, facts: Facts) -> None:
    """Rows with one key have been taken out of the columns already."""


def latest(rows: Sequence[Row]) -> tuple[Row, ...]:
    """One row for each key, the last one."""
    return tuple({grain(row): row for row in rows}.values())


def grain(row: Row) -> tuple:
    return row.table, *(row.values.get(part) for part in core.tables()[row.table].key)
