"""A workbook with a sheet per subject; it says no school, year or period: the manifest does."""

from collections.abc import Iterator

from dashboard.sample.content import card
from dashboard.sample.export import Cell, File, Report, Table
from dashboard.sample.grouping import class_order, grouped, subject_of
from dashboard.sample.result import Result
from dashboard.sample.terms import title
from dashboard.sample.wording import class_words, percent, subject_words
from dashboard.sample.writers.workbook import workbook


def write(report: Report) -> Iterator[File]:
    language = report.layout.rsplit("_", 1)[1]
    for period, results in grouped(report.results, lambda result: result.period):
        of_subjects = grouped(results, lambda result: result.subject)
        sheets = [_sheet(report, of_subject, language) for _, of_subject in of_subjects]
        said = {"school_id": report.school.code, "year": title(report.first_year)}
        path = f"{report.folder}/{period}.xlsx"
        yield File(path, workbook(sheets), {**said, "period": period})


def _sheet(report: Report, results: list[Result], language: str) -> Table:
    words, subject = card("wording")["subject_sheets"], subject_of(results[0].subject)
    name = words["long"][language].get(subject.key, subject_words(subject, language))
    rows = [_row(report, result) for result in sorted(results, key=class_order)]
    return Table(name, [words[language], *rows])


def _row(report: Report, result: Result) -> list[Cell]:
    tally = result.tally
    high, passed = tally.n5 + tally.n4, tally.n5 + tally.n4 + tally.n3
    return [
        class_words(report.school, result.grade, result.letter),
        *(tally.n5, tally.n4, tally.n3, tally.n2, tally.roster),
        f"{percent(high, tally.roster)}%",
        f"{percent(passed, tally.roster)}%",
    ]
