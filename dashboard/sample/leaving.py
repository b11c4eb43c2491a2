"""Teachers who have left: one of whom the register says until when, one who is named no more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dashboard.sample.content import card
from dashboard.sample.district import School
from dashboard.sample.staff import Teacher
from dashboard.sample.terms import LATEST
from dashboard.sample.training import Completion, certificates

YEAR_BEFORE = LATEST - 1


@dataclass(frozen=True, slots=True)
class Left:
    teacher: Teacher
    last_day: str  # a date, year first
    told: bool  # the register says so; else the newest one does not name them


def leavers(schools: Iterable[School], years: range) -> list[Left]:
    """Their codes are of their own, so that they change nobody's. Of whom only the register of
    the year before speaks there is none where the sample has no such year."""
    rules, found = card("staff")["left"], []
    for school in schools:
        place = school.number % rules["every"]
        if place == rules["told"]:
            found.append(Left(_teacher(school, "told"), rules["last_day"], True))
        elif place == rules["untold"] and YEAR_BEFORE in years:
            found.append(Left(_teacher(school, "untold"), f"{LATEST}-08-31", False))
    return found


def taken_by(left: Iterable[Left], after: int) -> list[Completion]:
    """`after` so many certificates their numbers go on."""
    told = [
        (each.teacher.code, course, day)
        for each in left
        for course, day in card("staff")["left"]["taken"].items()
    ]
    return certificates(told, after)


def year_before(teachers: Iterable[Teacher], left: Iterable[Left]) -> Iterator[Teacher]:
    """The register of the year before, of the schools where somebody is named no more."""
    gone = [each.teacher for each in left if not each.told]
    schools = {each.school for each in gone}
    for teacher in teachers:
        if teacher.school in schools and teacher.experience:
            yield replace(teacher, experience=teacher.experience - 1)
    yield from gone


def _teacher(school: School, kind: str) -> Teacher:
    """Five digits: no other code of the district has as many."""
    experience = card("staff")["left"]["experience"][kind]
    young = experience <= card("staff")["terms"]["young_until"]
    category = next(c["name"] for c in card("staff")["categories"] if experience >= c["from"])
    about = (f"T9{school.number:04}", school.code, "subject", ("mathematics",))
    return Teacher(*about, experience, category, young, young_told=True, hours=18)
