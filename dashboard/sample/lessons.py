"""Made-up lessons of the programme planned and given, and pupils with a plan of their own."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from dashboard.sample.content import card
from dashboard.sample.curriculum import subjects_of
from dashboard.sample.district import School
from dashboard.sample.pupils import SchoolClass
from dashboard.sample.terms import LATEST

PERIOD = "Q1"  # of this year and of the one before: enough to compare, and small
YEARS = (LATEST - 1, LATEST)


@dataclass(frozen=True, slots=True)
class Lessons:
    """The programme of one class in one subject."""

    school: str
    first_year: int
    period: str
    grade: int
    letter: str
    subject: str
    hours_planned: int
    hours_given: int


@dataclass(frozen=True, slots=True)
class Support:
    """Pupils of one grade who are gifted, or low attaining."""

    school: str
    first_year: int
    period: str
    grade: int
    kind: str
    pupils: int
    with_plan: int
    improved: int | None


def programme(school: School, classes: list[SchoolClass], chance: Random) -> list[Lessons]:
    """Nearly all is given, but where a school is behind."""
    rules = card("work")["programme"]
    lost = rules["lost_behind" if school.has_flaw("behind") else "lost"]
    made = []
    for of in (each for each in classes if each.first_year in YEARS):
        for subject in subjects_of(of.grade, school.profile["language"]):
            planned = rules["weeks"] * rules["lessons"].get(subject.key, rules["weekly"])
            given = sum(chance.random() >= lost for _ in range(planned))
            about = (school.code, of.first_year, PERIOD, of.grade, of.letter, subject.key)
            made.append(Lessons(*about, planned, given))
    return made


def support(school: School, classes: list[SchoolClass], chance: Random) -> list[Support]:
    """By grade; a grade without such pupils is not listed."""
    rules = card("work")["support"]
    share = chance.uniform(rules["plans"]["from"], rules["plans"]["to"])
    return [
        _planned(school, of, kind, (pupils, share), chance)
        for of, roster in _grades(classes)
        for kind in ("gifted", "low_attaining")
        for pupils in [round(roster * rules[kind]["share"] * chance.uniform(0.5, 1.5))]
        if pupils
    ]


def _grades(classes: list[SchoolClass]) -> Iterator[tuple[tuple[int, int], int]]:
    """Year and grade, and how many pupils are in it."""
    rosters: Counter[tuple[int, int]] = Counter()
    for each in classes:
        if each.first_year in YEARS:
            rosters[each.first_year, each.grade] += len(each.pupils)
    yield from sorted(rosters.items())


def _planned(
    school: School, of: tuple[int, int], kind: str, told: tuple[int, float], chance: Random
) -> Support:
    rules, (pupils, share) = card("work")["support"], told
    with_plan = sum(chance.random() < share for _ in range(pupils))
    improved = sum(chance.random() < rules[kind]["improved"] for _ in range(with_plan))
    if chance.random() < rules["plans"]["improved_untold"]:
        improved = None
    return Support(school.code, of[0], PERIOD, of[1], kind, pupils, with_plan, improved)
