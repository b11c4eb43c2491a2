"""Teacher report: two header rows, the class named only in its first row, a row per period.

As a workbook with a sheet per subject, or as one HTML page per subject named .xls or .doc.
"""

from collections.abc import Iterator
from dataclasses import astuple

from dashboard.sample.content import card
from dashboard.sample.export import Cell, File, Report, Table
from dashboard.sample.grouping import class_order, grouped, subject_of
from dashboard.sample.result import Result, Tally
from dashboard.sample.wording import class_words, decimal, percent, period_words, subject_words
from dashboard.sample.writers.labels import label_lines, label_pairs
from dashboard.sample.writers.page import page
from dashboard.sample.writers.workbook import workbook

LABELS = ("school", "year", "subject")
ENCODINGS = {"xls": "utf-8", "doc": "windows-1251"}


def write(report: Report) -> Iterator[File]:
    groups = grouped(report.results, lambda result: (result.subject, result.group))
    ending = report.layout.rsplit("_", 1)[1]
    if ending == "xlsx":
        sheets = [_sheet(report, results, flawed=not n) for n, (_, results) in enumerate(groups)]
        yield File(f"{report.folder}/teachers.xlsx", workbook(sheets))
        return
    for (subject, _group), results in groups:
        data = _page(report, results, ENCODINGS[ending])
        yield File(f"{report.folder}/{subject}.{ending}", data)


def _sheet(report: Report, results: list[Result], flawed: bool) -> Table:
    """One subject's sheet; the first one of a school that errs prints a wrong quality."""
    words, labels = card("wording")["teacher_report"], label_pairs(report, results[0], LABELS)
    rows = [[words["title"]], *label_lines(labels), [], *_heads(), *_rows(report, results)]
    head = rows.index([]) + 1
    if flawed and report.has_flaw("rate"):
        rows[head + 2] = _with_wrong_quality(rows[head + 2], results)
    name = subject_words(subject_of(results[0].subject), "ru", results[0].group)
    return Table(name, rows, tuple(_merges(head)))


def _page(report: Report, results: list[Result], encoding: str) -> bytes:
    title = card("wording")["teacher_report"]["title"]
    lines = [line for (line,) in label_lines(label_pairs(report, results[0], LABELS))]
    return page(title, lines, [*_heads(), *_rows(report, results)], tuple(_merges(0)), encoding)


def _heads() -> list[list[Cell]]:
    words = card("wording")["teacher_report"]
    first, marks, last = words["first"], words["marks"], words["last"]
    over = [words["over"], *[None] * (len(marks) - 1)]
    return [[*first, *over, *last], [*[None] * len(first), *marks, *[None] * len(last)]]


def _merges(top: int) -> Iterator[tuple[int, int, int, int]]:
    """Headings over two rows, and one over the nine kinds of marks."""
    words = card("wording")["teacher_report"]
    first, marks = len(words["first"]), len(words["marks"])
    yield top, first, top, first + marks - 1
    for column in (*range(first), *range(first + marks, first + marks + len(words["last"]))):
        yield top, column, top + 1, column


def _rows(report: Report, results: list[Result]) -> list[list[Cell]]:
    of_classes = grouped(results, lambda result: result.school_class)
    return [
        _row(report, result, named=not number)
        for _, of_class in of_classes
        for number, result in enumerate(sorted(of_class, key=class_order))
    ]


def _row(report: Report, result: Result, named: bool) -> list[Cell]:
    name = class_words(report.school, result.grade, result.letter) if named else None
    period = period_words(result.period, "ru", subject_of(result.subject))
    return [name, period, result.roster, *astuple(result.tally), *_rates(report, result.tally)]


def _rates(report: Report, tally: Tally) -> list[str]:
    """Mean, pass rate, quality, SOU. Every second school divides the first two by its roster."""
    by_roster = report.school.number % 2 and tally.asked
    pupils = tally.roster if by_roster else tally.asked
    high = tally.n5 + tally.n4
    points = 5 * tally.n5 + 4 * tally.n4 + 3 * tally.n3 + 2 * tally.n2
    learned = 100 * tally.n5 + 64 * tally.n4 + 36 * tally.n3 + 16 * tally.n2
    return [
        decimal(points, tally.assessed, 2),
        percent(high + tally.n3, pupils, 2),
        percent(high, pupils, 2),
        decimal(learned + 7 * tally.not_assessed, tally.asked, 2),
    ]


def _with_wrong_quality(row: list[Cell], results: list[Result]) -> list[Cell]:
    tally = min(results, key=class_order).tally
    wrong = percent(tally.n5 + tally.n4 + 1, tally.asked, 2)
    return [*row[:-2], wrong, row[-1]]
