"""Made-up courses of teachers: who finished which, and when."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from random import Random

from dashboard.sample.content import card, rows
from dashboard.sample.district import School
from dashboard.sample.quotas import quota
from dashboard.sample.staff import Teacher, by_school
from dashboard.sample.staffing import staffing
from dashboard.sample.terms import TODAY

Taken = tuple[str, str, str]  # teacher, course, the date it was finished
BY_REGISTER, BY_LIST, BY_ATTENDANCE = "register", "list", "attendance"


@dataclass(frozen=True, slots=True)
class Completion:
    teacher: str
    course: str
    finished: str  # a date, year first
    certificate: str  # "" where none is told
    told: str = BY_REGISTER


def completions(
    teachers: list[Teacher], schools: Mapping[str, School], seed: int
) -> list[Completion]:
    """From schools that train nobody there is none; a few certificates are second ones."""
    chance = Random(f"{seed} training")
    known = [each for each in teachers if not schools[each.school].has_flaw("untrained")]
    made = list(_settled(known, schools, chance))
    for taken in card("staff")["taken"]:
        made += _chosen(taken, known, schools, made, chance)
    again = card("staff")["again"]
    made += [(*told[:2], again["day"]) for told in made if chance.random() < again["share"]]
    made += list(_lapsed(known, schools, made, chance))
    return certificates(made)


def certificates(told: Iterable[Taken], after: int = 0) -> list[Completion]:
    """Numbered one after the other, from the one after so many."""
    return [Completion(*each, f"№ {number:05}") for number, each in enumerate(told, after + 1)]


def certified(finished: Iterable[Completion], on: str) -> set[str]:
    """The teachers who hold a certificate of the network's kinds that is valid on the day."""
    counted = {course for courses in card("staff")["certifying"].values() for course in courses}
    return {
        each.teacher
        for each in finished
        if each.course in counted and is_valid(each.course, each.finished, on)
    }


def is_valid(course: str, finished: str, on: str, years: int | None = None) -> bool:
    """From the day it was finished, for so many years; else for as many as the course says, or for
    ever."""
    years = _valid_years()[course] if years is None else years
    return finished <= on and (not years or f"{int(finished[:4]) + years}{finished[4:]}" > on)


@cache
def _valid_years() -> dict[str, int]:
    return {row["course_id"]: int(row["valid_years"] or 0) for row in rows("courses")}


def _settled(
    known: list[Teacher], schools: Mapping[str, School], chance: Random
) -> Iterator[Taken]:
    """Of schools of which it is told: exactly as many as it is told, all valid today."""
    kinds, rules = card("staff")["certifying"], card("staff")["certified"]
    for code, teachers in by_school(known).items():
        told = staffing(schools[code])
        for teacher in chance.sample(teachers, told.certified or 0):
            number = 1 + (chance.random() < rules["second"])
            for kind in chance.sample(list(kinds), number):
                yield _course(teacher, kinds[kind], True, chance)
        for kind, number in (told.trained or {}).items():
            for teacher in chance.sample(teachers, number):
                yield _course(teacher, kinds[kind], True, chance)


def _lapsed(
    known: list[Teacher], schools: Mapping[str, School], made: list[Taken], chance: Random
) -> Iterator[Taken]:
    """Where it is told how many are certified, some of the others were so once."""
    kinds, holders = card("staff")["certifying"], {told[0] for told in _certifying(made)}
    lapsing = [courses for courses in kinds.values() if _days(courses[0], valid=False)]
    for teacher in known:
        told = staffing(schools[teacher.school]).certified
        lapsed = chance.random() < card("staff")["certified"]["lapsed"]
        if told and lapsed and teacher.code not in holders:
            yield _course(teacher, chance.choice(lapsing), False, chance)


def _certifying(made: list[Taken]) -> list[Taken]:
    counted = {course for courses in card("staff")["certifying"].values() for course in courses}
    return [told for told in made if told[1] in counted]


def _course(teacher: Teacher, courses: list[str], valid: bool, chance: Random) -> Taken:
    course = chance.choice(courses)
    return teacher.code, course, chance.choice(_days(course, valid))


def _days(course: str, valid: bool) -> list[str]:
    """The days it was finished on whose certificates are valid today, or are so no more."""
    days = next(taken["days"] for taken in card("staff")["taken"] if course in taken["courses"])
    return [day for day in days if is_valid(course, day, TODAY.isoformat()) == valid]


def _chosen(
    taken: dict,
    known: list[Teacher],
    schools: Mapping[str, School],
    made: list[Taken],
    chance: Random,
) -> list[Taken]:
    """As many as went, those settled included; fewer where there are not so many."""
    already = {teacher for teacher, course, _ in made if course in taken["courses"]}
    able = [each for each in _able(taken, known, schools) if each.code not in already]
    number = min(len(able), max(0, quota(taken["teachers"], len(schools)) - len(already)))
    return [
        (teacher.code, chance.choice(taken["courses"]), chance.choice(taken["days"]))
        for teacher in chance.sample(able, number)
    ]


def _able(taken: dict, known: list[Teacher], schools: Mapping[str, School]) -> Iterator[Teacher]:
    places = by_school(known)
    largest = sorted(places, key=lambda school: (-len(places[school]), school))
    some = largest[: quota(taken["schools"], len(schools))] if "schools" in taken else largest
    senders = {code for code in some if not _is_settled(schools[code], taken["courses"])}
    for teacher in known:
        if teacher.school in senders and taken.get("position") in (None, teacher.position):
            yield teacher


def _is_settled(school: School, courses: list[str]) -> bool:
    """Whether it is told how many of the school took such courses: then nobody else did."""
    told = staffing(school)
    kinds = {kind for kind, of in card("staff")["certifying"].items() if courses[0] in of}
    return bool(kinds) and (told.certified is not None or bool(kinds & set(told.trained or ())))
