"""Needs, mentors and what was accepted, taken together: who should help whom. Kept for each view.

The assignment is of the whole district: filters of schools only choose what is shown of it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import NamedTuple

from dashboard.metrics.mentoring import Link, Standing, standing
from dashboard.metrics.mentors import register
from dashboard.metrics.registers import schools, subjects
from dashboard.panels import accepting, mentoring
from dashboard.panels.accepting import Item
from dashboard.panels.needs import Low, Needs, needs
from dashboard.panels.view import Asking
from dashboard.panels.ways import way
from dashboard.spec.page import Page
from dashboard.statistics.assignment import Far, Mentor, Need, assign, fit
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept

Key = tuple[str, str]  # a school and a subject


class Accepted(NamedTuple):
    """`mentor` with the load before this pair."""

    item: Item
    area: str
    mentor: Mentor


class Refused(NamedTuple):
    """What stands in the address and cannot be, and why: the end of `pairing.refused.<why>`."""

    text: str
    item: Item | None
    why: str


@dataclass(frozen=True, slots=True)
class Suggested:
    on: date
    needs: tuple[Low, ...]
    standing: Standing
    helped: Mapping[Key, Link]  # needs that have a live pair already
    accepted: tuple[Accepted, ...]
    refused: tuple[Refused, ...]
    mentors: Mapping[str, Mentor]  # those with a live term; the accepted pairs are in their load
    given: Mapping[Key, Mentor]


def suggested(page: Page, asking: Asking, found: Needs | None = None) -> Suggested | None:
    """None without a register of mentors."""
    on = mentoring.day(asking)
    if on is None:
        return None
    low = (found or needs(page, asking)).low
    most, accept = int(asking.view.option(page, "most")), asking.view.option(page, accepting.KEY)
    return _suggested(asking.snapshot, low, on, most, accept)


def mentors(page: Page, asking: Asking) -> tuple[Mentor, ...]:
    """Those with a live term and what they have to do, before anything is accepted."""
    on = mentoring.day(asking)
    most = int(asking.view.option(page, "most"))
    return tuple(_mentors(mentoring.stands(asking.snapshot, on), most)) if on else ()


def key(need: Need | Item) -> Key:
    return need.school, need.subject


def _suggest(
    snapshot: Snapshot, low: tuple[Low, ...], on: date, most: int, accept: str
) -> Suggested:
    stands = standing(register(snapshot), on)
    there = tuple(one for one in low if _is_open(snapshot, one.need.school, on))
    helped = {(link.getter, link.subject): link for link in reversed(stands.links)}
    before = {m.id: m for m in _mentors(stands, most)}
    taken, refused = _taken(snapshot, on, accept, (before, helped))
    loads = Counter(each.item.mentor for each in taken)
    mentors = {code: replace(m, load=m.load + loads[code]) for code, m in before.items()}
    done = helped.keys() | {key(each.item) for each in taken}
    left = [one.need for one in there if key(one.need) not in done]
    pairs = frozenset((each.item.mentor, each.item.school) for each in taken)
    found = assign(left, [*mentors.values()], _far(snapshot), pairs)
    given = {key(need): mentor for need, mentor in zip(left, found) if mentor}
    names = {key(one.need) for one in there}
    helping = {pair: link for pair, link in helped.items() if pair in names}
    return Suggested(on, there, stands, helping, taken, refused, mentors, given)


def _is_open(snapshot: Snapshot, school: str, on: date) -> bool:
    known = schools(snapshot).get(school)
    return known is not None and known.open(on)


def _mentors(stands: Standing, most: int) -> Iterator[Mentor]:
    for code, term in sorted(stands.live.items()):
        yield Mentor(code, term.school, term.subject, term.direction, stands.load(code), most)


def _far(snapshot: Snapshot) -> Far:
    @cache
    def far(one: str, other: str | None) -> float | None:
        found = way(snapshot, one, other)
        return found.km if found else None

    return far


def _taken(
    snapshot: Snapshot, on: date, text: str, there: tuple[Mapping[str, Mentor], Iterable[Key]]
) -> tuple[tuple[Accepted, ...], tuple[Refused, ...]]:
    """One after another, as they were accepted: each takes load from those that follow. `there`
    are the mentors with a live term and what is helped already."""
    mentors, helped = there
    known = _known(snapshot, on)
    taken: list[Accepted] = []
    refused: list[Refused] = []
    for item in accepting.read(text, known):
        why = _unknown(item, known, mentors)
        each = None if why else _as_accepted(item, snapshot, mentors, taken)
        why = why or _impossible(each, taken, helped)
        if why:
            refused.append(_refused(item, why))
        else:
            taken.append(each)
    return tuple(taken), tuple(refused)


def _known(snapshot: Snapshot, on: date) -> tuple[Iterable[str], ...]:
    """Schools, subjects, and mentors whether or not their term is live."""
    there = [code for code in schools(snapshot) if _is_open(snapshot, code, on)]
    return there, subjects(snapshot).keys(), {t.mentor for t in register(snapshot).terms}


def _refused(item: Item | str, why: str) -> Refused:
    if isinstance(item, str):
        return Refused(item, None, why)
    return Refused(accepting.written(item), item, why)


def _as_accepted(
    item: Item, snapshot: Snapshot, mentors: Mapping[str, Mentor], taken: list[Accepted]
) -> Accepted:
    mentor = mentors[item.mentor]
    load = mentor.load + sum(each.item.mentor == item.mentor for each in taken)
    return Accepted(item, subjects(snapshot)[item.subject].area, replace(mentor, load=load))


def _unknown(item: Item | str, known: tuple[Iterable[str], ...], mentors: Iterable[str]) -> str:
    if isinstance(item, str):
        return "unreadable"
    names = ("unknown_school", "unknown_subject", "unknown_mentor")
    missing = (name for name, code, codes in zip(names, item, known) if code not in codes)
    return next(missing, "" if item.mentor in mentors else "over")


def _impossible(each: Accepted, taken: list[Accepted], helped: Iterable[Key]) -> str:
    item, mentor = each.item, each.mentor
    need = Need(item.school, item.subject, each.area, 1)
    pairs = {(one.item.mentor, one.item.school) for one in taken}
    whys = {
        "unfit": not fit(need, mentor),
        "own": mentor.school == item.school,
        "helped": key(item) in helped,
        "twice": key(item) in {key(one.item) for one in taken},
        "same_school": (item.mentor, item.school) in pairs,
        "full": not mentor.free,
    }
    return next((why for why, holds in whys.items() if holds), "")


_suggested = Kept(_suggest, size=64)
