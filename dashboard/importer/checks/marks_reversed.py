"""Do the printed rates follow only if 5, 4, 3, 2 are read from the other end? Never loaded so."""

from collections.abc import Sequence

from dashboard.importer.columns.coded import Columns
from dashboard.importer.facts import Facts
from dashboard.importer.rates import OF_PUPILS, counts_of, is_possible
from dashboard.importer.row import Row
from dashboard.spec.problem import Problem

RATES = ("quality", "pass_rate")  # both must say so: one of them may be misprinted
OTHER_END = {"n5": "n2", "n4": "n3", "n3": "n4", "n2": "n5"}


def check(rows: Sequence[Row], facts: Facts) -> list[Problem]:
    return [
        row.problem("marks_reversed", "error", "n5" if row.table == "marks" else OF_PUPILS["n5"])
        for row in rows
        if row.printed and _is_reversed(row)
    ]


def suspects(columns: Columns, facts: Facts) -> None:
    """A file with printed rates is never read by columns."""


def _is_reversed(row: Row) -> bool:
    counts = counts_of(row)
    if counts is None or not row.printed.keys() >= set(RATES):
        return False
    other = dict(counts) | {mark: counts[end] for mark, end in OTHER_END.items()}
    printed = [(name, row.printed[name]) for name in RATES]
    as_read = [is_possible(name, rate, counts) for name, rate in printed]
    return not any(as_read) and all(is_possible(name, rate, other) for name, rate in printed)
