"""How many teachers the schools mean to send on courses in the year that has begun."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random

from dashboard.sample.content import card
from dashboard.sample.district import School
from dashboard.sample.terms import LATEST


@dataclass(frozen=True, slots=True)
class Planned:
    school: str
    first_year: int
    kind: str
    planned: int


def course_plan(schools: Iterable[School], seed: int) -> list[Planned]:
    """A few schools sent no plan, nor did those that train nobody."""
    silent = card("staff")["plan"]["silent"]
    return [
        each
        for school in schools
        if school.number not in silent and not school.has_flaw("untrained")
        for each in _of_school(school, Random(f"{seed} {school.code} plan"))
    ]


def _of_school(school: School, chance: Random) -> Iterator[Planned]:
    rules = card("staff")["plan"]
    for kind, number in rules["planned"].items():
        if chance.random() < rules["sent"]:
            yield Planned(school.code, LATEST, kind, chance.randint(*number))
