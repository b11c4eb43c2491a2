"""Which threshold `passed` of a national test refers to: data/exam_thresholds.csv, for words."""

import csv
from dataclasses import dataclass
from functools import cache

from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept
from dashboard.store.reference import DATA

FILE = DATA / "exam_thresholds.csv"


@dataclass(frozen=True, slots=True)
class Threshold:
    """Points to reach in one test; `subject` None is the main test, `to_year` "" still holds."""

    exam: str
    subject: str | None
    from_year: str
    to_year: str
    points: int
    most: int  # the highest score there is
    source: str

    def holds(self, year: str) -> bool:
        return self.from_year <= year and (not self.to_year or year <= self.to_year)


@cache
def thresholds() -> tuple[Threshold, ...]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(_threshold(row) for row in csv.DictReader(file))


def threshold(exam: str, subject: str | None, year: str) -> Threshold | None:
    """The one that held in a school year; None where we know of none."""
    found = (t for t in thresholds() if (t.exam, t.subject) == (exam, subject) and t.holds(year))
    return next(found, None)


def held(snapshot: Snapshot, year: str, subject: str | None = None) -> tuple[str, ...]:
    """The tests (ort, ubt) with results of a year, in one subject or the main test."""
    return tuple(exam for at, exam, of in _held(snapshot) if (at, of) == (year, subject))


def _threshold(row: dict[str, str]) -> Threshold:
    return Threshold(
        row["exam"],
        row["subject_id"] or None,
        row["from_year"],
        row["to_year"],
        int(row["threshold"]),
        int(row["max"]),
        row["source"],
    )


def _read_held(snapshot: Snapshot) -> tuple[tuple, ...]:
    return tuple(tuple(row) for row in sql.run("options/exams", {}, snapshot.engine))


_held = Kept(_read_held, size=4)
