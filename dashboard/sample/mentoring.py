"""Made-up mentors over four directions, and the terms of two years they are approved for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle
from random import Random

from dashboard.sample.content import card
from dashboard.sample.district import School
from dashboard.sample.quotas import quota
from dashboard.sample.staff import Teacher

TERM = 2  # years


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

    def is_live(self, on: str) -> bool:
        return self.start <= on <= self.end

    def is_approved(self, on: str) -> bool:
        """Live, or over for less than a term."""
        return self.start <= on and self.end > f"{int(on[:4]) - TERM}{on[4:]}"


def mentors(teachers: list[Teacher], schools: Mapping[str, School], seed: int) -> list[Mentor]:
    """Each an experienced teacher of the direction; who was approved again stands there twice."""
    chance = Random(f"{seed} mentors")
    terms = cycle(card("staff")["mentoring"]["terms"])
    chosen = list(_chosen(teachers, schools, chance))
    latest = [
        _mentor(number, teacher, direction, next(terms), chance)
        for number, (teacher, direction) in enumerate(chosen, start=1)
    ]
    return [*_before(latest, len(schools)), *latest]


def belongs(teacher: Teacher, direction: str) -> bool:
    """By the first subject: a primary teacher's other subjects are those of his one class."""
    if direction == "preschool":
        return teacher.position == "preschool"
    subjects = card("staff")["directions"][direction]["subjects"]
    return bool(teacher.subjects) and teacher.subjects[0] in subjects


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
            and belongs(each, direction)
            and _gives(schools[each.school])
        ]
        sent = chance.sample(able, min(len(able), quota(told["mentors"], len(schools))))
        taken |= {each.code for each in sent}
        yield from ((each, direction) for each in sent)


def _gives(school: School) -> bool:
    return not school.has_flaw("untrained") and not school.has_flaw("unreached")


def _mentor(number: int, teacher: Teacher, direction: str, term: dict, chance: Random) -> Mentor:
    subject = teacher.subjects[0] if teacher.subjects else None
    day = chance.choice(_rules()["days"]) if number % _rules()["dated"] else _rules()["dates"]
    code = f"M{number:03}"
    return Mentor(
        code, teacher, direction, subject, term["order_no"], term["start"], term["end"], day
    )


def _before(latest: list[Mentor], schools: int) -> list[Mentor]:
    """The earlier terms of the first mentors: they were approved again."""
    again = _rules()["again"]
    return [
        Mentor(
            *(each.code, each.teacher, each.direction, each.subject),
            *(again["order_no"], again["start"], again["end"], each.open_day),
        )
        for each in latest[: quota(again["mentors"], schools)]
    ]


def _rules() -> dict:
    return card("staff")["mentoring"]
