"""Who helps whom on a day: live terms, live pairs, live networks of the register of mentors."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dashboard.metrics.mentors import Member, Pair, Register, Term

TERM_YEARS = 2  # a mentor is approved for two years (seed 001: «2 жылдык мөөнөткө бекитилди»)


class Link(NamedTuple):
    """One live pair. What is not known of a mentor who is not registered is None."""

    mentor: str
    mentee: str
    subject: str | None
    giver: str | None  # the mentor's school
    getter: str  # the mentee's school
    direction: str | None
    start: date


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds on one day."""

    on: date
    live: Mapping[str, Term]  # mentors with a live term; of several the one that ends last
    approved: Mapping[str, Term]  # mentors with a term within the last two years; the last of them
    links: tuple[Link, ...]
    members: tuple[Member, ...]
    loads: Mapping[str, int]  # mentees by mentor
    giving: frozenset[str] = frozenset()  # schools of all live terms: a mentor may have two

    def load(self, mentor: str) -> int:
        return self.loads.get(mentor, 0)

    def reached(self) -> frozenset[str]:
        """Schools that give or get help: with a live mentor, or with a mentee of a live pair."""
        return self.giving | {link.getter for link in self.links}


def standing(register: Register, on: date) -> Standing:
    """A pair holds as long as its own days and its mentor's term; of a mentor who is not in the
    register nobody knows the term."""
    approved = _by_mentor(t for t in register.terms if t.start <= on and _within(t.end, on))
    live = _by_mentor(t for t in register.terms if t.live(on))
    known = {term.mentor for term in register.terms}
    links = tuple(
        _link(pair, live.get(pair.mentor))
        for pair in _once(p for p in register.pairs if p.live(on))
        if pair.mentor in live or pair.mentor not in known
    )
    members = tuple(member for member in register.members if member.live(on))
    loads = Counter(mentor for mentor, _ in {(link.mentor, link.mentee) for link in links})
    giving = frozenset(term.school for term in register.terms if term.live(on))
    return Standing(on, live, approved, links, members, loads, giving)


def _within(end: date, on: date) -> bool:
    """Whether a term ended, if at all, within the two years before."""
    return end > years_before(on, TERM_YEARS)


def years_before(day: date, years: int) -> date:
    """The same day so many years before; of 29 February the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _by_mentor(terms: Iterable[Term]) -> dict[str, Term]:
    """Of several terms of a mentor the one that ends last."""
    return {term.mentor: term for term in sorted(terms, key=lambda term: (term.end, term.start))}


def _once(pairs: Iterable[Pair]) -> list[Pair]:
    """A pair that was made twice is one pair, the later start counts; at two schools it is two."""
    return list({(pair.mentor, pair.mentee, pair.school): pair for pair in pairs}.values())


def _link(pair: Pair, term: Term | None) -> Link:
    school, direction, subject = (
        (term.school, term.direction, term.subject) if term else (None, None, None)
    )
    return Link(
        pair.mentor,
        pair.mentee,
        pair.subject or subject,
        school,
        pair.school,
        direction,
        pair.start,
    )
