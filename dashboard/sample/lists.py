"""Courses told otherwise than by the register: on lists of the staff, by who came to them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from dashboard.sample.content import card
from dashboard.sample.district import School
from dashboard.sample.quotas import quota
from dashboard.sample.staff import Teacher
from dashboard.sample.training import BY_ATTENDANCE, BY_LIST, BY_REGISTER, Completion

Schools = Mapping[str, School]


@dataclass(frozen=True, slots=True)
class Listed:
    """A teacher on the list, and what stands under each course."""

    teacher: Teacher
    cells: Mapping[str, str]  # by course; none where it is empty


@dataclass(frozen=True, slots=True)
class Attended:
    teacher: Teacher
    came: tuple[bool, ...]  # on each day of the course


def on_lists(
    finished: Iterable[Completion], teachers: Iterable[Teacher], schools: Schools, seed: int
) -> list[Completion]:
    """Of one course these schools tell by their list alone; of some without saying when."""
    rules, chance = card("staff")["lists"], Random(f"{seed} lists")
    listed = [each.code for each in teachers if _is_listed(schools[each.school])]
    made = [
        Completion(*(each.teacher, each.course, each.finished, ""), BY_LIST)
        if each.course == rules["alone"] and each.teacher in listed
        else each
        for each in finished
    ]
    holders = {each.teacher for each in made if each.course == rules["alone"]}
    undated = [c for c in listed if chance.random() < rules["undated"] and c not in holders]
    return made + [Completion(c, rules["alone"], rules["day"], "", BY_LIST) for c in undated]


def course_lists(
    finished: Iterable[Completion], teachers: Iterable[Teacher], schools: Schools, seed: int
) -> list[Listed]:
    """By school, in the order of the register."""
    chance = Random(f"{seed} cells")
    latest: dict[tuple[str, str], Completion] = {}
    for each in sorted(finished, key=lambda each: each.finished):
        latest[each.teacher, each.course] = each
    return [
        Listed(each, dict(_cells(each, latest, chance)))
        for each in teachers
        if _is_listed(schools[each.school])
    ]


def attendance(teachers: Iterable[Teacher], schools: Schools, seed: int) -> list[Attended]:
    """From schools that train somebody; a few miss a day."""
    rules, chance = card("staff")["attendance"], Random(f"{seed} attendance")
    able = [each for each in teachers if not schools[each.school].has_flaw("untrained")]
    went = chance.sample(able, min(len(able), quota(rules["teachers"], len(schools))))
    went.sort(key=lambda each: each.code)
    return [
        Attended(each, tuple(chance.random() >= rules["away"] for _ in rules["days"]))
        for each in went
    ]


def finished_by(attended: Iterable[Attended]) -> Iterator[Completion]:
    """Whoever was there on every day."""
    rules = card("staff")["attendance"]
    for each in attended:
        if all(each.came):
            about = (each.teacher.code, rules["course"], rules["days"][-1], "")
            yield Completion(*about, BY_ATTENDANCE)


def _is_listed(school: School) -> bool:
    return school.has_flaw("course_list")


def _cells(
    teacher: Teacher, latest: Mapping[tuple[str, str], Completion], chance: Random
) -> Iterator[tuple[str, str]]:
    """What the register tells too stands there as a day, as the certificate's number, or «+»."""
    rules = card("staff")["lists"]
    for course in rules["courses"]:
        told = latest.get((teacher.code, course))
        if told is None:
            continue
        day = ".".join(reversed(told.finished.split("-")))
        if told.told == BY_REGISTER:
            yield course, chance.choice((day, told.certificate, "+"))
        else:
            yield course, "+" if told.finished == rules["day"] else day
