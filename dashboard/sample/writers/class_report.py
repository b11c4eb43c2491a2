"""Class report: one subject and period, a row per class, subtotals below each parallel."""

from collections.abc import Iterator

from dashboard.sample.content import card
from dashboard.sample.export import Cell, File, Report, Table
from dashboard.sample.grouping import class_order, grouped
from dashboard.sample.result import Result, Tally
from dashboard.sample.wording import class_words, percent
from dashboard.sample.writers.delimited import delimited
from dashboard.sample.writers.labels import label_lines, label_pairs
from dashboard.sample.writers.workbook import workbook

LABELS = ("school", "year", "period", "subject")
FLAWS = ("rate", "subtotal")  # what the first and the second file get wrong
ONE_MORE = Tally(n5=1)


def write(report: Report) -> Iterator[File]:
    files = grouped(report.results, lambda result: (result.period, result.subject))
    for number, ((period, subject), results) in enumerate(files):
        flaw = FLAWS[number] if number < len(FLAWS) and report.has_flaw(FLAWS[number]) else ""
        labels = label_pairs(report, results[0], LABELS)
        rows = _rows(report, sorted(results, key=class_order), flaw)
        yield _file(report, f"{report.folder}/{period}-{subject}", labels, rows)


def _file(report: Report, path: str, labels: list[list[str]], rows: list[list[Cell]]) -> File:
    """In text exports the label and its value share a cell, and nobody's mark is a dash."""
    if report.layout == "class_report_csv":
        texts = [["-" if cell == 0 else cell for cell in row] for row in rows]
        return File(f"{path}.csv", delimited([*label_lines(labels), *texts], ";", "cp1251"))
    return File(f"{path}.xlsx", workbook([Table("Sheet1", [*labels, *rows])]))


def _rows(report: Report, results: list[Result], flaw: str) -> list[list[Cell]]:
    words, number = card("wording")["class_report"], report.school.number
    rows = [words["heads"][number // 8 % len(words["heads"])]]
    for grade, parallel in grouped(results, lambda result: result.grade):
        rows += [_class_row(report, result) for result in parallel]
        rows.append(_row(words["parallel"].format(grade=grade), _total(parallel)))
    extra = ONE_MORE if flaw == "subtotal" else Tally()
    rows.append(_row(words["totals"][number % len(words["totals"])], _total(results) + extra))
    return _with_wrong_rate(rows, results[0].tally) if flaw == "rate" else rows


def _class_row(report: Report, result: Result) -> list[Cell]:
    return _row(class_words(report.school, result.grade, result.letter), result.tally)


def _row(name: str, tally: Tally) -> list[Cell]:
    high, passed = tally.n5 + tally.n4, tally.n5 + tally.n4 + tally.n3
    rates = [percent(high, tally.roster, 2), percent(passed, tally.roster, 2)]
    return [name, tally.roster, tally.n5, tally.n4, tally.n3, tally.n2, *rates]


def _total(results: list[Result]) -> Tally:
    return sum((result.tally for result in results), Tally())


def _with_wrong_rate(rows: list[list[Cell]], first: Tally) -> list[list[Cell]]:
    """The first class's quality counts a pupil too many."""
    head, row, *others = rows
    wrong = percent(first.n5 + first.n4 + 1, first.roster, 2)
    return [head, [*row[:6], wrong, *row[7:]], *others]
