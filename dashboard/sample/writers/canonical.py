"""Canonical export: a row per class, subject and period, under the contract's English headings."""

from collections.abc import Iterator

from dashboard.sample.export import Cell, File, Report, Table
from dashboard.sample.grouping import subject_of
from dashboard.sample.result import COUNTS, Result
from dashboard.sample.terms import title
from dashboard.sample.wording import period_words, school_words, subject_words, year_words
from dashboard.sample.writers.delimited import delimited
from dashboard.sample.writers.workbook import workbook

HEADINGS = (
    "school_id",
    "year",
    "period",
    "grade",
    "letter",
    "group",
    "subject_id",
    "roster",
    *COUNTS,
)
# How each school writes: separator, encoding, and the language of its cells ("" is codes).
TEXTS = {
    "utf8_comma": (",", "utf-8", ""),
    "bom_semicolon": (";", "utf-8-sig", "ru"),
    "utf16_tab": ("\t", "utf-16", "ky"),
}


def write(report: Report) -> Iterator[File]:
    writing = report.school.profile["writing"]
    if writing == "xlsx":
        data = workbook([Table("marks", _rows(report, ""))])
        yield File(f"{report.folder}/marks.xlsx", data)
        return
    separator, encoding, language = TEXTS[writing]
    data = delimited(_rows(report, language), separator, encoding)
    yield File(f"{report.folder}/marks.csv", data)


def _rows(report: Report, language: str) -> list[list[Cell]]:
    return [list(HEADINGS), *(_row(report, result, language) for result in report.results)]


def _row(report: Report, result: Result, language: str) -> list[Cell]:
    subject = subject_of(result.subject)
    year = year_words(result.first_year) if language else title(result.first_year)
    return [
        school_words(report.school),
        year,
        period_words(result.period, language or "code", subject),
        result.grade,
        result.letter or None,
        result.group or None,
        subject_words(subject, language) if language else subject.key,
        result.roster,
        *(getattr(result.tally, name) for name in COUNTS),
    ]
