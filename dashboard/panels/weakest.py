"""In which subject a school stands furthest below the district, and who is nearest to help."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from dashboard.i18n import order
from dashboard.panels.needs import Low, cells, is_asked, low, needs
from dashboard.panels.suggesting import mentors
from dashboard.panels.view import Asking
from dashboard.panels.ways import way
from dashboard.spec.page import Page
from dashboard.statistics.assignment import Mentor, Need, allowed, fit

UNKNOWN = float("inf")


class Weak(NamedTuple):
    """`mentor` has the load that the schools above have left; None if nobody is free."""

    low: Low
    mentor: Mentor | None


def weakest(schools: Iterable[str], page: Page, asking: Asking) -> dict[str, Weak]:
    """Where most pupils are concerned first; a school without such a subject is not there."""
    wanted, loads, found = {*schools}, Counter(), {}
    there = [one for one in _lowest(page, asking) if one.need.school in wanted]
    for one in sorted(there, key=lambda one: -one.need.pupils):
        able = [replace(m, load=m.load + loads[m.id]) for m in mentors(page, asking)]
        mentor = _nearest(one.need, able, asking)
        loads[mentor.id if mentor else ""] += 1
        found[one.need.school] = Weak(one, mentor)
    return found


def _lowest(page: Page, asking: Asking) -> Iterable[Low]:
    """One of each school: what is low beyond the limits, else the largest gap in pupils."""
    found: dict[str, Low] = {}
    for one in (*needs(page, asking).low, *_below(asking)):
        if is_asked(one.need, asking):
            found.setdefault(one.need.school, one)
    return found.values()


def _below(asking: Asking) -> Iterator[Low]:
    """Cells with enough pupils to be relied on."""
    below = [cell for cell in cells(asking) if cell.gap < 0 and not cell.value.flag]
    for cell in sorted(below, key=lambda cell: cell.gap):
        yield low(cell, asking.snapshot)


def _nearest(need: Need, there: Iterable[Mentor], asking: Asking) -> Mentor | None:
    """Of the very subject before one of its direction; then the shortest way."""

    def place(mentor: Mentor) -> tuple:
        found = way(asking.snapshot, need.school, mentor.school)
        far = found.km if found else UNKNOWN
        return fit(need, mentor) != "subject", far, mentor.load, order(mentor.id, "en")

    return min((mentor for mentor in there if allowed(need, mentor)), key=place, default=None)
