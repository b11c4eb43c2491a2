"""Made-up mentors over four directions, their terms of two years, and whom they help."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle, islice
from random import Random

from dashboard.sample.content import card
from dashboard.sample.district import School
from dashboard.sample.quotas import quota
from dashboard.sample.staff import Teacher
from dashboard.sample.terms import TODAY

SETTLING_IN = 30  # days after the order within which pairs are made


@dataclass(frozen=True, slots=True)
class Mentor:
    """One term of one mentor."""

    code: str
    teacher: Teacher
    direction: str
    subject: str | None  # none in the preparatory groups
    order_no: str
    start: str  # dates, year first
    end: str
    open_day: str


@dataclass(frozen=True, slots=True)
class Pair:
    mentor: str
    mentee: Teacher
    subject: str | None
    start: str
    end: str | None  # only of a pair whose mentor's term is over
    status: str


def mentors(teachers: list[Teacher], schools: Mapping[str, School], seed: int) -> list[Mentor]:
    """Each an experienced teacher of the direction; nobody is a mentor twice."""
    chance = Random(f"{seed} mentors")
    terms = cycle(card("staff")["mentoring"]["terms"])
    chosen = list(_chosen(teachers, schools, chance))
    return [
        _mentor(f"M{number:03}", teacher, direction, next(terms), chance)
        for number, (teacher, direction) in enumerate(chosen, start=1)
    ]


def pairs(teachers: list[Teacher], of: list[Mentor], seed: int) -> list[Pair]:
    """Dealt out in turn, so that some mentors have one mentee more than others."""
    chance = Random(f"{seed} pairs")
    number = round(len(of) * _rules()["pairs"] / _all_mentors())
    made: dict[tuple[str, str], Pair] = {}
    for mentor in islice(cycle(of), number):
        free = [each for each in _mentees(teachers, mentor) if (mentor.code, each.code) not in made]
        if free:
            mentee = chance.choice(free)
            made[mentor.code, mentee.code] = _pair(mentor, mentee, chance)
    return list(made.values())


def _chosen(
    teachers: list[Teacher], schools: Mapping[str, School], chance: Random
) -> Iterator[tuple[Teacher, str]]:
    taken: set[str] = set()
    for direction, told in card("staff")["directions"].items():
        able = [
            each
            for each in teachers
            if each.experience >= _rules()["experience"]
            and each.code not in taken
            and _belongs(each, direction)
            and not schools[each.school].has_flaw("untrained")
        ]
        sent = chance.sample(able, min(len(able), quota(told["mentors"], len(schools))))
        taken |= {each.code for each in sent}
        yield from ((each, direction) for each in sent)


def _belongs(teacher: Teacher, direction: str) -> bool:
    """By the first subject: a primary teacher's other subjects are those of his one class."""
    if direction == "preschool":
        return teacher.position == "preschool"
    subjects = card("staff")["directions"][direction]["subjects"]
    return bool(teacher.subjects) and teacher.subjects[0] in subjects


def _mentor(code: str, teacher: Teacher, direction: str, term: dict, chance: Random) -> Mentor:
    subject = teacher.subjects[0] if teacher.subjects else None
    day = chance.choice(_rules()["days"])
    return Mentor(
        code, teacher, direction, subject, term["order_no"], term["start"], term["end"], day
    )


def _mentees(teachers: list[Teacher], mentor: Mentor) -> list[Teacher]:
    """The less experienced of the direction at other schools; without such, anybody else."""
    others = [each for each in teachers if each.code != mentor.teacher.code]
    new = [each for each in others if each.experience <= _rules()["mentees_until"]]
    near = [each for each in new if _belongs(each, mentor.direction)]
    away = [each for each in near if each.school != mentor.teacher.school]
    return away or near or new or others


def _pair(mentor: Mentor, mentee: Teacher, chance: Random) -> Pair:
    start = date.fromisoformat(mentor.start) + timedelta(days=chance.randrange(SETTLING_IN))
    over = mentor.end < TODAY.isoformat()
    status = _rules()["status"]["over" if over else "live"]
    end = mentor.end if over else None
    return Pair(mentor.code, mentee, mentor.subject, start.isoformat(), end, status)


def _all_mentors() -> int:
    return sum(told["mentors"] for told in card("staff")["directions"].values())


def _rules() -> dict:
    return card("staff")["mentoring"]
