"""What the district office and the deputy heads keep: everything of staff and of their work."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from random import Random

from dashboard.sample.associations import Association, Meeting, associations, meetings
from dashboard.sample.district import School
from dashboard.sample.events import Event, events
from dashboard.sample.leaving import Left, leavers, taken_by, year_before
from dashboard.sample.lessons import Lessons, Support, programme, support
from dashboard.sample.lists import (
    Attended,
    Listed,
    attendance,
    course_lists,
    finished_by,
    on_lists,
)
from dashboard.sample.mentoring import Mentor, mentors
from dashboard.sample.networks import Member, networks
from dashboard.sample.pairing import Pair, pairs
from dashboard.sample.planned import Work, planned_work
from dashboard.sample.plans import Planned, course_plan
from dashboard.sample.pupils import SchoolClass
from dashboard.sample.staff import Teacher, staff
from dashboard.sample.surveys import Chosen, surveys
from dashboard.sample.training import Completion, completions

Classes = Mapping[str, list[SchoolClass]]  # by the school's code


@dataclass(frozen=True, slots=True)
class Office:
    schools: Mapping[str, School]
    teachers: list[Teacher]  # in post
    left: list[Left]
    completions: list[Completion]  # of those who left too
    lists: list[Listed]
    attended: list[Attended]
    mentors: list[Mentor]
    pairs: list[Pair]
    events: list[Event]
    networks: list[Member]
    associations: list[Association]
    meetings: list[Meeting]
    work: list[Work]
    programme: list[Lessons]
    support: list[Support]
    surveys: list[Chosen]
    plan: list[Planned]

    @property
    def registered(self) -> list[Teacher]:
        """In the newest register: those in post, and those of whom it says until when."""
        return [*self.teachers, *(each.teacher for each in self.left if each.told)]

    @property
    def registered_before(self) -> list[Teacher]:
        return list(year_before(self.teachers, self.left))


def make_office(
    schools: Iterable[School], pupils: Mapping[str, int], classes: Classes, years: range, seed: int
) -> Office:
    """`pupils` of the latest year by school. Needs no marks."""
    known = {school.code: school for school in schools}
    teachers = staff(((school, pupils[code]) for code, school in known.items()), seed)
    appointed = mentors(teachers, known, seed)
    matched = pairs(teachers, appointed, known, seed)
    groups = associations(known, teachers, years, seed)
    left, attended = leavers(known.values(), years), attendance(teachers, known, seed)
    taken = completions(teachers, known, seed)
    taken += taken_by(left, len(taken))
    taken = [*on_lists(taken, teachers, known, seed), *finished_by(attended)]
    return Office(
        known,
        teachers,
        left,
        taken,
        course_lists(taken, teachers, known, seed),
        attended,
        appointed,
        matched,
        events(appointed, matched, len(known), seed),
        networks(known.values()),
        groups,
        meetings(groups, known, seed),
        planned_work(groups, known, years, seed),
        _of_each(programme, known, classes, seed),
        _of_each(support, known, classes, seed),
        surveys(known, teachers, years, seed),
        course_plan(known.values(), seed),
    )


def _of_each(make: Callable, known: Mapping[str, School], classes: Classes, seed: int) -> list:
    return [
        row
        for code, school in known.items()
        for row in make(school, classes[code], Random(f"{seed} {code} {make.__name__}"))
    ]
