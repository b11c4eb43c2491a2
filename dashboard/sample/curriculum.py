"""Which subjects a class of the sample has."""

from dataclasses import dataclass
from functools import cache

from dashboard.sample.content import rows
from dashboard.sample.terms import YEAR

HALF_YEAR_PERIODS = ("Q2", "Q4", YEAR)


@dataclass(frozen=True, slots=True)
class Subject:
    key: str
    names: dict[str, str]  # by the language, or the journal, that writes them
    grades: range
    languages: frozenset[str]  # of instruction; empty: every school has it
    level: float  # how easily it gives high marks
    half_year: bool
    divided: bool  # taught in groups where the class is big
    credit: bool  # some schools credit it instead of marking

    def has_marks_in(self, period: str) -> bool:
        return not self.half_year or period in HALF_YEAR_PERIODS


@cache
def subjects() -> tuple[Subject, ...]:
    return tuple(_subject(row) for row in rows("subjects"))


def subjects_of(grade: int, language: str) -> list[Subject]:
    return [
        subject
        for subject in subjects()
        if grade in subject.grades and (not subject.languages or language in subject.languages)
    ]


def _subject(row: dict[str, str]) -> Subject:
    return Subject(
        key=row["subject_id"],
        names={name: row[name] for name in ("ru", "ky", "kk", "journal")},
        grades=range(int(row["first_grade"]), int(row["last_grade"]) + 1),
        languages=frozenset(row["languages"].split()),
        level=float(row["level"]),
        half_year=bool(row["half_year"]),
        divided=bool(row["divided"]),
        credit=bool(row["credit"]),
    )
