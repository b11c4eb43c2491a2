"""Checks of rows that can be loaded: one file each, `check(rows, facts) -> list[Problem]`.

Beside it `suspects(columns, facts)` tells which rows of a large file `check` has to look at:
a mask, or None where there are none. It may suspect too many, never too few.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from dashboard.discover import discover
from dashboard.importer.columns import singly
from dashboard.importer.columns.coded import Columns
from dashboard.importer.facts import Facts
from dashboard.importer.row import Row
from dashboard.spec.problem import Problem


def run(rows: Sequence[Row], facts: Facts, columns: Columns | None = None) -> list[Problem]:
    """All checks, in the order of their names."""
    looked_at = _looked_at(rows, facts, columns)
    checks = discover("dashboard.importer.checks", "check")
    return [problem for check in checks for problem in check(looked_at, facts)]


def _looked_at(rows: Sequence[Row], facts: Facts, columns: Columns | None) -> Sequence[Row]:
    """As they stand in the file."""
    if columns is None:
        return rows
    suspected = _suspects(columns, replace(facts, apart=tuple(rows)))
    return sorted([*rows, *suspected], key=lambda row: row.number)


def _suspects(columns: Columns, facts: Facts) -> Iterator[Row]:
    tests = discover("dashboard.importer.checks", "suspects")
    masks = [mask for test in tests if (mask := test(columns, facts)) is not None]
    return singly.rows(columns.of(np.logical_or.reduce(masks))) if masks else iter(())
