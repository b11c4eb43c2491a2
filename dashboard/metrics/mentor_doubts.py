"""What in the register of mentors cannot be right, or is unusual: nothing is dropped silently."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import NamedTuple

from dashboard.metrics.mentoring import Link, Standing
from dashboard.metrics.mentors import Register, Term
from dashboard.metrics.registers import School
from dashboard.statistics.circles import circles
from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept

TO = " → "
A_DAY = timedelta(days=1)


class Case(NamedTuple):
    """`what`: codes of mentors and teachers; of a school its id."""

    what: str
    schools: frozenset[str]  # that it is of; empty: nobody knows


@dataclass(frozen=True, slots=True)
class Known:
    """All that the doubts are about."""

    register: Register
    standing: Standing
    schools: Mapping[str, School]
    teachers: Mapping[str, str]  # their schools; empty: there is no register of them


Doubt = Callable[[Known], Iterator[Case]]


def teachers(snapshot: Snapshot) -> Mapping[str, str]:
    """The school of each registered teacher."""
    return _teachers(snapshot)


def doubts(known: Known) -> dict[str, list[Case]]:
    """Kind → its cases, for the kinds that have any: what cannot be right comes first."""
    found = {kind: list(dict.fromkeys(cases(known))) for kind, cases in DOUBTS.items()}
    return {kind: cases for kind, cases in found.items() if cases}


def _backwards(known: Known) -> Iterator[Case]:
    """A pair that is over by its status alone ends the day before it begins."""
    for term in known.register.terms:
        if term.end < term.start:
            yield _of_term(term)
    for pair in known.register.pairs:
        if pair.end < pair.start - A_DAY:
            yield Case(pair.mentor + TO + pair.mentee, frozenset({pair.school}))


def _unregistered_mentor(known: Known) -> Iterator[Case]:
    registered = {term.mentor for term in known.register.terms}
    return (_of_link(link) for link in known.standing.links if link.mentor not in registered)


def _term_over(known: Known) -> Iterator[Case]:
    """Going on by its own days, while the mentor has no live term."""
    last = {term.mentor: term for term in sorted(known.register.terms, key=lambda t: t.end)}
    for pair in known.register.pairs:
        over = pair.mentor in last and pair.mentor not in known.standing.live
        if over and pair.live(known.standing.on):
            schools = frozenset({pair.school, last[pair.mentor].school})
            yield Case(pair.mentor + TO + pair.mentee, schools)


def _terms_overlap(known: Known) -> Iterator[Case]:
    for terms in _terms_of(known).values():
        for one, next_one in pairwise(sorted(terms, key=lambda term: (term.start, term.end))):
            if next_one.start < one.end:  # a term may begin on the day that another ends
                yield _of_term(one)


def _other_school(known: Known) -> Iterator[Case]:
    """The register of teachers has the mentor at another school."""
    for term in known.standing.live.values():
        school = known.teachers.get(term.teacher or "")
        if school and school != term.school:
            yield Case(term.mentor, frozenset({school, term.school}))


def _no_school(known: Known) -> Iterator[Case]:
    """A mentor at a school that is not registered."""
    for term in known.standing.live.values():
        if term.school not in known.schools:
            yield Case(term.mentor, frozenset())


def _unknown_mentee(known: Known) -> Iterator[Case]:
    for link in known.standing.links:
        if known.teachers and link.mentee not in known.teachers:
            yield Case(link.mentee, frozenset({link.getter}))


def _in_a_circle(known: Known) -> Iterator[Case]:
    """A helps B, and B, by itself or through others, helps A."""
    people = {m: term.teacher or m for m, term in known.standing.live.items()}
    arrows = [(people.get(link.mentor, link.mentor), link.mentee) for link in known.standing.links]
    at: dict[str, set[str]] = defaultdict(set)
    for (start, end), link in zip(arrows, known.standing.links):
        at[start] |= {link.giver} if link.giver else set()
        at[end].add(link.getter)
    for circle in circles(arrows):
        schools = frozenset().union(*(at[person] for person in circle))
        yield Case(TO.join((*circle, circle[0])), schools)


def _two_mentors(known: Known) -> Iterator[Case]:
    links: dict[str, list[Link]] = defaultdict(list)
    for link in known.standing.links:
        links[link.mentee].append(link)
    for mentee, own in links.items():
        mentors = sorted({link.mentor for link in own})
        if len(mentors) > 1:
            schools = frozenset().union(*(_of_link(link).schools for link in own))
            yield Case(f"{mentee} ({', '.join(mentors)})", schools)


def _across_districts(known: Known) -> Iterator[Case]:
    for link in known.standing.links:
        giver, getter = known.schools.get(link.giver or ""), known.schools.get(link.getter)
        districts = {school.district for school in (giver, getter) if school} - {None}
        if len(districts) > 1:
            yield _of_link(link)


def _no_place(known: Known) -> Iterator[Case]:
    """On the map they stand at about the middle of their aimak."""
    for school in known.schools.values():
        if school.place is None and school.open(known.standing.on):
            yield Case(school.id, frozenset({school.id}))


def _terms_of(known: Known) -> Mapping[str, list[Term]]:
    found: dict[str, list[Term]] = defaultdict(list)
    for term in known.register.terms:
        found[term.mentor].append(term)
    return found


def _of_term(term: Term) -> Case:
    return Case(term.mentor, frozenset({term.school}))


def _of_link(link: Link) -> Case:
    schools = frozenset({link.getter} | ({link.giver} if link.giver else set()))
    return Case(link.mentor + TO + link.mentee, schools)


def _read_teachers(snapshot: Snapshot) -> dict[str, str]:
    return dict(sql.run("mentors/teachers", {}, snapshot.engine))


_teachers = Kept(_read_teachers, size=4)
DOUBTS: Mapping[str, Doubt] = {
    "backwards": _backwards,
    "unregistered_mentor": _unregistered_mentor,
    "term_over": _term_over,
    "terms_overlap": _terms_overlap,
    "no_school": _no_school,
    "other_school": _other_school,
    "unknown_mentee": _unknown_mentee,
    "circle": _in_a_circle,
    "two_mentors": _two_mentors,
    "across_districts": _across_districts,
    "no_place": _no_place,
}
