"""Is the printed quality above the printed pass rate? Then the two headings are swapped."""

from collections.abc import Sequence

from dashboard.importer.columns.coded import Columns
from dashboard.importer.facts import Facts
from dashboard.importer.row import Row
from dashboard.spec.problem import Problem


def check(rows: Sequence[Row], facts: Facts) -> list[Problem]:
    return [_problem(row) for row in rows if row.printed and _is_swapped(row)]


def suspects(columns: Columns, facts: Facts) -> None:
    """A file with printed rates is never read by columns."""


def _is_swapped(row: Row) -> bool:
    """0.95 beside 67 is the same percent written otherwise, and not less."""
    quality, passed = (row.printed.get(name, (None,))[0] for name in ("quality", "pass_rate"))
    if quality is None or passed is None:
        return False
    return quality > passed and not 0 < passed <= 1 < quality


def _problem(row: Row) -> Problem:
    value, decimals = row.printed["quality"]
    rates = {"printed": (value,), "computed": (row.printed["pass_rate"][0],)}
    other = row.headings.get("pass_rate", "pass_rate")
    text = f"{value:.{decimals}f}"
    return row.problem("rates_swapped", "warning", "quality", value=text, other=other, **rates)
