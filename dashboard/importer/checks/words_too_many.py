"""Did a child read more words a minute than anybody can? Then the time or the words are wrong."""

from collections.abc import Sequence

import numpy as np

from dashboard.importer.columns.coded import Columns
from dashboard.importer.facts import Facts
from dashboard.importer.row import Row
from dashboard.spec.problem import Problem

MOST = 250  # words a minute
MINUTE = 60


def check(rows: Sequence[Row], facts: Facts) -> list[Problem]:
    return [
        row.problem("words_too_many", "warning", "words_correct", rate=round(rate), most=MOST)
        for row in rows
        if row.table == "reading" and (rate := _rate(row)) > MOST
    ]


def suspects(columns: Columns, facts: Facts) -> np.ndarray | None:
    if columns.table != "reading":
        return None
    seconds = columns.numeric("seconds", MINUTE)
    seconds[seconds == 0] = MINUTE
    return columns.numeric("words_correct", 0) * MINUTE >= MOST * seconds


def _rate(row: Row) -> float:
    words = row.values.get("words_correct") or 0
    return words * MINUTE / (row.values.get("seconds") or MINUTE)
