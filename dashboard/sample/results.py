"""A school's records: every class, subject and period that it reports."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from dashboard.sample.content import card
from dashboard.sample.curriculum import Subject, subjects_of
from dashboard.sample.district import School
from dashboard.sample.marks import Lessons, marks_by_period
from dashboard.sample.pupils import Pupil, SchoolClass
from dashboard.sample.result import Result, Tally
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

    def level(self, subject: Subject, school_class: SchoolClass) -> float:
        spread = card("effects")["spread"]
        if subject.key not in self.subjects:
            self.subjects[subject.key] = self.chance.gauss(0, spread["school_subject"])
        grade = card("effects")["grades"][str(school_class.grade)]
        years = school_class.first_year - LATEST
        own = self.chance.gauss(0, spread["school_class"]) + self.subjects[subject.key]
        return subject.level + grade + self.school + self.trend * years + own


def results(school: School, classes: list[SchoolClass], chance: Random) -> list[Result]:
    """All records of a school; `classes` stand by year, so that a year's silence is drawn once."""
    strengths = Strengths.of(chance)
    reported = {
        first_year: _reported(school, first_year, chance)
        for first_year in sorted({c.first_year for c in classes})
    }
    return [
        result
        for school_class in classes
        if carries_marks(school_class.grade, school_class.first_year)
        for subject in subjects_of(school_class.grade, school.profile["language"])
        for result in _of_subject(school, school_class, subject, strengths)
        if result.period in reported[school_class.first_year]
    ]


def _reported(school: School, first_year: int, chance: Random) -> set[str]:
    """In the latest year everybody reports; before, a period may be missing."""
    share = 0 if first_year == LATEST else card("effects")["period_not_reported"]
    over = periods(first_year)
    return {period for period in over if chance.random() >= share} or set(over)


def _of_subject(
    school: School, school_class: SchoolClass, subject: Subject, strengths: Strengths
) -> Iterator[Result]:
    over = [period for period in periods(school_class.first_year) if subject.has_marks_in(period)]
    layout = school.layout(school_class.first_year == LATEST)
    lessons = _lessons(layout, school_class, subject, strengths)
    for group, pupils in _groups(layout, school_class, subject, strengths.chance):
        for period, marks in marks_by_period(pupils, lessons, over, strengths.chance).items():
            yield Result(
                school.code,
                school_class.first_year,
                period,
                school_class.grade,
                school_class.letter,
                group,
                subject.key,
                len(marks),
                Tally.of(marks),
            )


def _lessons(
    layout: str, school_class: SchoolClass, subject: Subject, strengths: Strengths
) -> Lessons:
    plain = layout.startswith(PLAIN)
    credited = subject.credit and strengths.credits and not plain and layout != "journal"
    level = strengths.level(subject, school_class)
    return Lessons(level, plain, credited, subject.key == "physical_education")


def _groups(
    layout: str, school_class: SchoolClass, subject: Subject, chance: Random
) -> list[tuple[str, tuple[Pupil, ...]]]:
    pupils = school_class.pupils
    if layout == "journal":
        # Sheets of one class need not list the same pupils: the real ones do not.
        short = len(pupils) > 3 and chance.random() < card("effects")["one_pupil_not_listed"]
        group = "1" if subject.key in JOURNAL_GROUPS else ""
        return [(group, pupils[:-1] if short else pupils)]
    big = len(pupils) >= card("effects")["divided_from"]
    if subject.divided and big and layout in SAY_GROUPS:
        return [("1", pupils[::2]), ("2", pupils[1::2])]
    return [("", pupils)]
