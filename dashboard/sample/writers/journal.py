"""Kundoluk journal: a workbook per class, a sheet per subject, a row per made-up pupil."""

from collections.abc import Iterator
from dataclasses import asdict
from random import Random

from dashboard.sample.content import card
from dashboard.sample.export import Cell, File, Report, Table
from dashboard.sample.grouping import grouped, subject_of
from dashboard.sample.marks import VALUES
from dashboard.sample.result import Result, Tally
from dashboard.sample.terms import title
from dashboard.sample.wording import plain_class, subject_words
from dashboard.sample.writers.journal_days import daily_cells, mean_of
from dashboard.sample.writers.workbook import workbook


def write(report: Report) -> Iterator[File]:
    """The quarter is told by its column, class, school and year only by the manifest."""
    for (grade, letter), results in grouped(report.results, lambda result: result.school_class):
        of_subjects = grouped(results, lambda result: result.subject)
        sheets = [_sheet(of_subject[0]) for _, of_subject in of_subjects]
        said = {"school_id": report.school.code, "year": title(report.first_year)}
        said["class"] = plain_class(grade, letter)
        yield File(f"{report.folder}/{said['class']}.xlsx", workbook(sheets), said)


def _sheet(result: Result) -> Table:
    chance = Random(f"{result.school} {result.grade} {result.letter} {result.subject}")
    months = [(month, _lesson_days(days, chance)) for month, days in _words()["months"]]
    width = sum(len(days) for _, days in months)
    heads, merges = _heads(months)
    rows = [*heads, [], *_pupil_rows(result.tally, width, chance)]
    name = subject_words(subject_of(result.subject), "journal", result.group)
    return Table(name, rows, tuple(merges))


def _words() -> dict:
    return card("wording")["journal"]


def _lesson_days(days: str, chance: Random) -> list[str]:
    every = days.split()
    return sorted(chance.sample(every, max(1, len(every) - chance.randint(0, 6))))


def _heads(months: list[tuple[str, list[str]]]) -> tuple[list[list[Cell]], list[tuple]]:
    """Month names merged over their days; a month of one day is not merged."""
    words = _words()
    last = [words["mean"], words["quarter"]]
    above: list[Cell] = [None, words["pupils"]]
    merges = []
    for month, days in months:
        if len(days) > 1:
            merges.append((0, len(above), 0, len(above) + len(days) - 1))
        above += [month, *[None] * (len(days) - 1)]
    below = [None, words["pupils"], *(day for _, days in months for day in days)]
    return [[*above, *last], [*below, *last]], merges


def _pupil_rows(tally: Tally, width: int, chance: Random) -> Iterator[list[Cell]]:
    """The counts dealt out to made-up pupils."""
    marks = [name for name, count in asdict(tally).items() for _ in range(count)]
    chance.shuffle(marks)
    for number, mark in enumerate(marks):
        pupil = _words()["pupil"].format(number=number + 1)
        days = daily_cells(VALUES.get(mark), width, chance)
        yield [number, pupil, *days, mean_of(days), _quarter(mark, chance)]


def _quarter(mark: str, chance: Random) -> Cell:
    """The quarter's mark stands as a number or as text; without a mark the cell is empty."""
    if mark in VALUES:
        return VALUES[mark] if chance.random() < 0.7 else str(VALUES[mark])
    return _words().get(mark)
