"""Made-up events of mentors: open days, lessons visited, seminars and the like."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle
from random import Random

from dashboard.sample.content import card
from dashboard.sample.mentoring import Mentor
from dashboard.sample.pairing import Pair, live_pairs
from dashboard.sample.quotas import quota
from dashboard.sample.terms import TODAY

Place = tuple[str, str]  # a mentor and the school where mentees of his work


@dataclass(frozen=True, slots=True)
class Event:
    date: str  # year first
    kind: str
    mentor: str
    school: str
    subject: str | None
    participants: int | None


def events(of: list[Mentor], pairs: list[Pair], schools: int, seed: int) -> list[Event]:
    """By day. The latest is of today, so that the register is as new as the sample."""
    kinds = cycle(_rules()["kinds"])
    made = []
    for term in of:
        chance = Random(f"{seed} events {term.code} {term.start}")
        made += [*_open_days(term, chance), *_others(term, kinds, chance)]
    today = next(term for term in of if term.is_live(TODAY.isoformat()))
    made.append(_event(TODAY, next(kinds), today, today.teacher.school, Random(f"{seed} today")))
    made += _visits(of, pairs, schools, Random(f"{seed} visits"))
    return sorted(set(made), key=lambda each: (each.date, each.mentor, each.kind, each.school))


def _open_days(term: Mentor, chance: Random) -> Iterator[Event]:
    """On the mentor's weekday; who opens his doors on dates has not done so yet."""
    names = card("staff")["mentoring"]["days"]
    fitting = [
        day
        for day in _school_days(term)
        if day.weekday() < len(names) and names[day.weekday()] == term.open_day
    ]
    for day in _some(fitting, _rules()["open_days"], chance):
        yield _event(day, "open_day", term, term.teacher.school, chance)


def _others(term: Mentor, kinds: Iterator[str], chance: Random) -> Iterator[Event]:
    for day in _some(_school_days(term)[:-1], _rules()["others"], chance):
        yield _event(day, next(kinds), term, term.teacher.school, chance)


def _visits(of: list[Mentor], pairs: list[Pair], schools: int, chance: Random) -> Iterator[Event]:
    """At each mentee's school every few weeks; at the quiet ones not of late."""
    quiet = quiet_places(of, pairs, schools, chance)
    terms = {each.code: each for each in of}  # the latest of each
    for place, start in _begun(of, pairs).items():
        term = terms[place[0]]
        days = _rhythm([day for day in _school_days(term) if day.isoformat() > start], chance)
        if place in quiet:
            days = [day for day in days if day < _long_ago()]
        elif start < _long_ago().isoformat() and max(days, default=date.min) <= _long_ago():
            days.append(_recent(chance))
        yield from (_event(day, "lesson_visit", term, place[1], chance) for day in days)


def quiet_places(of: list[Mentor], pairs: list[Pair], schools: int, chance: Random) -> set[Place]:
    """Where nothing has happened of late, of live pairs that are old enough; about the quota."""
    rules, found = _rules()["quiet"], set()
    waiting: dict[Place, int] = defaultdict(int)
    own = {each.code: each.teacher.school for each in of}
    for pair in live_pairs(pairs, of, TODAY.isoformat()):
        if pair.start < _long_ago().isoformat() and own[pair.mentor] != pair.mentee.school:
            waiting[pair.mentor, pair.mentee.school] += 1
    number = 0
    for place in chance.sample(sorted(waiting), len(waiting)):
        if number + waiting[place] <= quota(rules["pairs"], schools):
            found.add(place)
            number += waiting[place]
    return found


def _long_ago() -> date:
    return TODAY - timedelta(days=_rules()["quiet"]["days"] + 1)


def _begun(of: list[Mentor], pairs: list[Pair]) -> dict[Place, str]:
    """Since when each mentor of today has had mentees at a school."""
    found: dict[Place, str] = {}
    for pair in live_pairs(pairs, of, TODAY.isoformat()):
        place = (pair.mentor, pair.mentee.school)
        found[place] = min(pair.start, found.get(place, pair.start))
    return found


def _rhythm(days: list[date], chance: Random) -> list[date]:
    """One day, then the next one after a few weeks."""
    kept: list[date] = []
    wait = 0
    for day in days:
        if not kept or (day - kept[-1]).days >= wait:
            kept.append(day)
            wait = chance.randint(*_rules()["visits"])
    return kept


def _recent(chance: Random) -> date:
    """A working day within the last weeks."""
    day = TODAY - timedelta(days=chance.randint(3, 40))
    return day - timedelta(days=max(0, day.weekday() - 4))


def _school_days(term: Mentor) -> list[date]:
    """Working days of the term since the register of events began, up to today."""
    first = max(term.start, _rules()["since"])
    last = min(term.end, TODAY.isoformat())
    start = date.fromisoformat(first)
    days = ((date.fromisoformat(last) - start).days + 1) if first <= last else 0
    every = (start + timedelta(days=number) for number in range(days))
    return [d for d in every if d.weekday() < 5 and d.month not in _rules()["holidays"]]


def _some(days: list[date], number: int, chance: Random) -> list[date]:
    return sorted(chance.sample(days, min(number, len(days))))


def _event(day: date, kind: str, term: Mentor, school: str, chance: Random) -> Event:
    came = None
    if kind == "lesson_visit":
        came = chance.randint(1, 4)
    elif chance.random() >= _rules()["participants_untold"]:
        came = chance.randint(*_rules()["participants"])
    return Event(day.isoformat(), kind, term.code, school, term.subject, came)


def _rules() -> dict:
    return card("staff")["events"]
