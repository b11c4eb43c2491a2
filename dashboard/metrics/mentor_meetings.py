"""When mentors last met the schools of their mentees, and which pairs have not met for long."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from dashboard.metrics.mentoring import Link
from dashboard.metrics.mentors import Event

QUIET_DAYS = 60


class Quiet(NamedTuple):
    link: Link
    last: date | None  # of the events of that mentor at the mentee's school; None: never any


def quiet(links: Iterable[Link], events: Iterable[Event], on: date) -> list[Quiet]:
    """Pairs of more than sixty days without an event within the sixty days before `on`."""
    met, since = _last_met(events, on), on - timedelta(days=QUIET_DAYS)
    known = (Quiet(link, met.get((link.mentor, link.getter))) for link in links)
    return [each for each in known if each.link.start < since and _before(each.last, since)]


def settled(links: Iterable[Link], on: date) -> int:
    """How many pairs are so old that they should have met."""
    return sum(link.start < on - timedelta(days=QUIET_DAYS) for link in links)


def school_year_began(on: date) -> date:
    """The first of September before."""
    return date(on.year if on.month >= 9 else on.year - 1, 9, 1)


def _before(day: date | None, since: date) -> bool:
    return day is None or day < since


def _last_met(events: Iterable[Event], on: date) -> Mapping[tuple[str, str], date]:
    last: dict[tuple[str, str], date] = {}
    for event in events:
        key = (event.mentor, event.school)
        if event.mentor and event.day <= on:
            last[key] = max(event.day, last.get(key, event.day))
    return last
