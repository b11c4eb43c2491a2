"""A school's mark books: the final mark of every made-up pupil in every subject and period."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random

from dashboard.sample.content import card
from dashboard.sample.curriculum import Subject, subjects_of
from dashboard.sample.district import School
from dashboard.sample.marks import Lessons, marks_by_period
from dashboard.sample.pupils import SchoolClass
from dashboard.sample.terms import LATEST, carries_marks, periods

PLAIN = ("class_report", "subject_sheets")  # layouts that know only 5, 4, 3 and 2
SAY_GROUPS = ("canonical", "teacher_report_xlsx")
JOURNAL_GROUPS = ("algebra", "geometry")  # «Алгебра (1 гр.)» although there is no second one


@dataclass(frozen=True)
class Strengths:
    """What makes this school's marks higher or lower than another's."""

    chance: Random
    school: float
    trend: float
    credits: bool
    subjects: dict[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, chance: Random) -> "Strengths":
        effects = card("effects")
        return cls(
            chance,
            chance.gauss(0, effects["spread"]["school"]),
            chance.gauss(effects["district_trend"], effects["spread"]["school_trend"]),
            chance.random() < effects["credits_instead_of_marks"],
        )

    def in_year(self, first_year: int) -> float:
        return self.school + self.trend * (first_year - LATEST)

    def level(self, subject: Subject, school_class: SchoolClass) -> float:
        spread = card("effects")["spread"]
        if subject.key not in self.subjects:
            self.subjects[subject.key] = self.chance.gauss(0, spread["school_subject"])
        grade = card("effects")["grades"][str(school_class.grade)]
        own = self.chance.gauss(0, spread["school_class"]) + self.subjects[subject.key]
        return subject.level + grade + self.in_year(school_class.first_year) + own


@dataclass(frozen=True, slots=True)
class Page:
    """One teaching group in one subject: in each period it reports, a mark for each seat."""

    school: str
    school_class: SchoolClass
    group: str  # "1", "2" in a divided class
    subject: str
    seats: range  # the places of its pupils in the class
    by_period: Mapping[str, list[str]]


def pages(school: School, classes: list[SchoolClass], strengths: Strengths) -> list[Page]:
    """All pages of a school; `classes` stand by year, so that a year's silence is drawn once."""
    reported = {
        first_year: _reported(school, first_year, strengths.chance)
        for first_year in sorted({c.first_year for c in classes})
    }
    return [
        page
        for school_class in classes
        if carries_marks(school_class.grade, school_class.first_year)
        for subject in subjects_of(school_class.grade, school.profile["language"])
        for page in _of_subject(
            school, school_class, subject, strengths, reported[school_class.first_year]
        )
    ]


def _reported(school: School, first_year: int, chance: Random) -> set[str]:
    """In the latest year everybody reports; before, a period may be missing."""
    share = 0 if first_year == LATEST else card("effects")["period_not_reported"]
    over = periods(first_year)
    return {period for period in over if chance.random() >= share} or set(over)


def _of_subject(
    school: School,
    school_class: SchoolClass,
    subject: Subject,
    strengths: Strengths,
    reported: set[str],
) -> Iterator[Page]:
    over = [period for period in periods(school_class.first_year) if subject.has_marks_in(period)]
    layout = school.layout(school_class.first_year == LATEST)
    lessons = _lessons(layout, school_class, subject, strengths)
    for group, seats in _groups(layout, school_class, subject, strengths.chance):
        pupils = [school_class.pupils[seat] for seat in seats]
        marks = marks_by_period(pupils, lessons, over, strengths.chance)
        kept = {period: given for period, given in marks.items() if period in reported}
        yield Page(school.code, school_class, group, subject.key, seats, kept)


def _lessons(
    layout: str, school_class: SchoolClass, subject: Subject, strengths: Strengths
) -> Lessons:
    plain = layout.startswith(PLAIN)
    credited = subject.credit and strengths.credits and not plain and layout != "journal"
    level = strengths.level(subject, school_class)
    return Lessons(level, plain, credited, subject.key == "physical_education")


def _groups(
    layout: str, school_class: SchoolClass, subject: Subject, chance: Random
) -> list[tuple[str, range]]:
    """The teaching groups, and which places of the class sit in each."""
    size = len(school_class.pupils)
    if layout == "journal":
        # Sheets of one class need not list the same pupils: the real ones do not.
        short = size > 3 and chance.random() < card("effects")["one_pupil_not_listed"]
        group = "1" if subject.key in JOURNAL_GROUPS else ""
        return [(group, range(size - 1 if short else size))]
    big = size >= card("effects")["divided_from"]
    if subject.divided and big and layout in SAY_GROUPS:
        return [("1", range(0, size, 2)), ("2", range(1, size, 2))]
    return [("", range(size))]
