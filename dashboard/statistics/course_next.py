"""Whom to send on a course next, when there are fewer places than people without it."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from math import ceil
from typing import NamedTuple

SHARE = 5  # at first one school gets at most the fifth part of the places


class Candidate(NamedTuple):
    """Somebody without a course that counts. `last`: when he finished any course; None: never."""

    teacher: str
    school: str
    nobody: bool  # nobody at his school holds it
    young: bool
    low: tuple[str, ...]  # his subjects in which his school's quality is low beyond chance
    last: date | None
    name: tuple = ()  # the school's, as it is sorted

    @property
    def rank(self) -> tuple[bool, bool, bool]:
        """The least is the first in the queue."""
        return not self.nobody, not self.young, not self.low

    @property
    def waited(self) -> tuple[date, str]:
        return self.last or date.min, self.teacher


def most_of_a_school(places: int) -> int:
    return max(1, ceil(places / SHARE))


def queue(candidates: Iterable[Candidate]) -> list[Candidate]:
    """By rank; of one rank the schools take turns, each time with whoever waited longest."""
    turns: Counter[tuple] = Counter()
    places = []
    for each in sorted(candidates, key=lambda each: each.waited):
        turns[each.rank, each.school] += 1
        turn = turns[each.rank, each.school]
        since, code = each.waited
        places.append(((*each.rank, turn, since, each.name, code), each))
    return [each for _, each in sorted(places, key=lambda found: found[0])]


def chosen(candidates: Iterable[Candidate], places: int) -> list[Candidate]:
    """By the queue, at first so many from one school; whoever is over that stands behind all the
    others, in the same order."""
    first, behind, taken = [], [], Counter()
    for each in queue(candidates):
        taken[each.school] += 1
        (first if taken[each.school] <= most_of_a_school(places) else behind).append(each)
    return [*first, *behind][:places]
