"""Checks of rows that can be loaded: one file each, `check(rows, facts) -> list[Problem]`."""

from collections.abc import Sequence

from dashboard.discover import discover
from dashboard.importer.facts import Facts
from dashboard.importer.row import Row
from dashboard.spec.problem import Problem


def run(rows: Sequence[Row], facts: Facts) -> list[Problem]:
    """All checks, in the order of their names."""
    checks = discover("dashboard.importer.checks", "check")
    return [problem for check in checks for problem in check(rows, facts)]
