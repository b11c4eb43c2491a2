"""The daily cells of a journal: marks as numbers and as text, two in one cell, absences."""

import re
from random import Random

from dashboard.sample.content import card
from dashboard.sample.export import Cell

# Out of a hundred lessons of a pupil: a mark, an absence, two marks, a mark and an absence.
MARK, ABSENCE, TWO_MARKS, MARK_AND_ABSENCE = 22, 7, 1, 1


def daily_cells(quarter: int | None, width: int, chance: Random) -> list[Cell]:
    """Marks lie around the quarter's; a pupil without one has only absences."""
    return [_daily(quarter, chance) for _ in range(width)]


def mean_of(days: list[Cell]) -> float:
    """«СР»: the mean of the daily marks; 0 where there are none, as spreadsheets do."""
    marks = [int(mark) for cell in days for mark in re.findall("[2-5]", str(cell))]
    return round(sum(marks) / len(marks), 1) if marks else 0


def _daily(quarter: int | None, chance: Random) -> Cell:
    words = card("wording")["journal"]
    drawn = chance.randrange(100)
    absence = chance.choice(words["absences"])
    if drawn < ABSENCE:
        return absence
    if quarter is None or drawn >= ABSENCE + MARK + TWO_MARKS + MARK_AND_ABSENCE:
        return None
    mark = min(5, max(2, quarter + chance.choice((-1, 0, 0, 0, 1))))
    if drawn < ABSENCE + MARK:
        return mark if chance.random() < 0.6 else str(mark)
    other = absence if drawn < ABSENCE + MARK + MARK_AND_ABSENCE else quarter
    return f"{mark}{words['double']}{other}"
