"""Each layout holds the records it was written from, read back by nothing but its own rules."""

import csv
from collections import Counter

import openpyxl
import pytest
from lxml import html

from dashboard.sample.writers import WRITERS

MARKS = ("n5", "n4", "n3", "n2")
IN_JOURNAL = {
    "n5": "5",
    "n4": "4",
    "n3": "3",
    "n2": "2",
    "not_assessed": "Н/А",
    "exempt": "осв",
    "no_mark": "None",
}
LABELS = ["Школа:", "Учебный год:", "Период:", "Предмет:"]


def test_every_layout_of_the_profiles_has_a_writer(records):
    layouts = {r.school.layout(latest) for r in records for latest in (True, False)}
    assert all(any(layout.startswith(key) for key in WRITERS) for layout in layouts)
    assert {key for key in WRITERS if any(x.startswith(key) for x in layouts)} == set(WRITERS)


def test_class_report_holds_the_marks_of_its_classes(sample, results_of):
    rows = _class_rows(_grid(sample / "2026-2027/S01/Q1-algebra.xlsx")[5:])
    assert [_counts(row) for row in rows] == _marks_of(results_of("S01", 2026), "algebra")


def test_class_report_as_text_is_in_the_code_page_of_windows(sample, results_of):
    text = (sample / "2026-2027/S08/Q1-algebra.csv").read_bytes().decode("cp1251")
    rows = list(csv.reader(text.splitlines(), delimiter=";"))[5:]
    counts = [tuple(int(c.replace("-", "0")) for c in row[2:6]) for row in _class_rows(rows)]
    assert counts == _marks_of(results_of("S08", 2026), "algebra")


def test_class_report_says_whose_it_is_above_its_table(sample):
    grid = _grid(sample / "2026-2027/S01/Q1-algebra.xlsx")
    assert [row[0] for row in grid[:4]] == LABELS


def test_class_report_has_a_subtotal_below_each_parallel(sample):
    names = [row[0] for row in _grid(sample / "2026-2027/S01/Q1-biology.xlsx")[5:]]
    assert names[1::2][:-1] == [name for name in names if name.endswith("Параллель")][:-1]


def test_one_rate_disagrees_in_the_school_that_errs(sample):
    wrong = [path for path in _class_reports(sample) if any(map(_rate_is_wrong, _body(path)))]
    assert [path.name for path in wrong] == ["Q1-algebra.xlsx"]


def test_one_subtotal_disagrees_in_the_school_that_errs(sample):
    wrong = [path for path in _class_reports(sample) if _total_is_wrong(_body(path))]
    assert [path.name for path in wrong] == ["Q1-biology.xlsx"]


def test_teacher_report_names_a_class_once(sample):
    rows = _grid(sample / "2025-2026/S02/teachers.xlsx")[7:]
    names = [row[0] for row in rows if row[0]]
    assert len(names) == len(set(names)) < len(rows)


def test_teacher_report_holds_every_count(sample, results_of):
    book = openpyxl.load_workbook(sample / "2025-2026/S02/teachers.xlsx")
    rows = [row for sheet in book for row in list(sheet.values)[7:]]
    written = [sum(row[column] for row in rows) for column in range(2, 12)]
    tallies = [result.tally for result in results_of("S02", 2025)]
    assert written == [sum(getattr(t, n) for t in tallies) for n in _all_counts()]


def test_teacher_report_has_two_rows_of_headings(sample):
    grid = _grid(sample / "2025-2026/S02/teachers.xlsx")
    assert (grid[5][3], grid[6][3], grid[6][11]) == ("Успеваемость", "Отл", "Нет оценки")


def test_teacher_report_as_a_page_holds_the_same(sample, results_of):
    page = html.fromstring((sample / "2026-2027/S07/algebra.xls").read_bytes())
    rows = [[cell.text for cell in row.iter("td")] for row in page.iter("tr")][2:]
    counts = [tuple(int(cell) for cell in row[3:7]) for row in rows]
    assert counts == _marks_of(results_of("S07", 2026), "algebra")


def test_subject_sheets_say_no_school(sample):
    book = openpyxl.load_workbook(sample / "2026-2027/S03/Q1.xlsx")
    assert {sheet.cell(1, 1).value for sheet in book} == {"Класс"}


def test_subject_sheets_hold_the_marks(sample, results_of):
    book = openpyxl.load_workbook(sample / "2026-2027/S03/Q1.xlsx")
    rows = [row for sheet in book for row in list(sheet.values)[1:]]
    written = [sum(row[column] for row in rows) for column in range(1, 6)]
    tallies = [result.tally for result in results_of("S03", 2026)]
    assert written == [sum(getattr(t, n) for t in tallies) for n in (*MARKS, "roster")]


def test_a_long_name_of_a_sheet_is_cut(sample):
    names = openpyxl.load_workbook(sample / "2026-2027/S03/Q1.xlsx").sheetnames
    assert [name for name in names if len(name) == 31] == ["История развития религий (углуб"]


def test_journal_lists_as_many_pupils_as_the_roster(sample, results_of):
    book = openpyxl.load_workbook(sample / "2026-2027/S04/7А.xlsx")
    written = Counter(len(list(sheet.values)[3:]) for sheet in book)
    assert written == Counter(r.roster for r in results_of("S04", 2026) if r.grade == 7)


def test_journal_gives_each_pupil_the_quarter_that_the_records_have(sample, results_of):
    paths = (sample / "2026-2027/S04").glob("[0-9]*.xlsx")
    books = [openpyxl.load_workbook(path) for path in paths]
    rows = [row for book in books for sheet in book for row in list(sheet.values)[3:]]
    tallies = [result.tally for result in results_of("S04", 2026)]
    expected = {word: sum(getattr(t, n) for t in tallies) for n, word in IN_JOURNAL.items()}
    assert Counter(str(row[-1]) for row in rows) == expected
    assert expected["None"]


def test_journal_has_an_empty_third_row(sample):
    sheet = openpyxl.load_workbook(sample / "2026-2027/S04/7А.xlsx").worksheets[0]
    assert {cell.value for cell in sheet[3]} == {None}


def test_journal_writes_marks_as_numbers_and_as_text(sample):
    book = openpyxl.load_workbook(sample / "2026-2027/S04/7А.xlsx")
    kinds = {type(row[-1]) for sheet in book for row in list(sheet.values)[3:]}
    assert {int, str} <= kinds


@pytest.mark.parametrize(
    ("code", "encoding", "separator"),
    [("S03", "utf-8-sig", ";"), ("S06", "utf-8", ","), ("S09", "utf-16", "\t")],
)
def test_canonical_text_holds_every_count(sample, results_of, code, encoding, separator):
    text = (sample / f"2025-2026/{code}/marks.csv").read_bytes().decode(encoding)
    rows = list(csv.DictReader(text.splitlines(), delimiter=separator))
    written = [sum(int(row[name]) for row in rows) for name in _all_counts()]
    tallies = [result.tally for result in results_of(code, 2025)]
    assert written == [sum(getattr(t, n) for t in tallies) for n in _all_counts()]


def test_canonical_workbook_holds_every_row(sample, results_of):
    grid = _grid(sample / "2026-2027/S05/marks.xlsx")
    assert len(grid) - 1 == len(results_of("S05", 2026))


def test_the_register_names_every_school_with_its_pupils(sample, records):
    grid = _grid(sample / "schools.xlsx")
    code, pupils = grid[0].index("school_id"), grid[0].index("pupils")
    written = {row[code]: row[pupils] for row in grid[1:]}
    assert written == {r.school.code: r.pupils for r in records}


def _grid(path):
    return [list(row) for row in openpyxl.load_workbook(path).worksheets[0].values]


def _all_counts():
    names = ("roster", *MARKS, "not_assessed", "exempt", "credited", "not_credited", "no_mark")
    return list(names)


def _class_rows(rows):
    return [row for row in rows if str(row[0])[0].isdigit() and not row[0].endswith("Параллель")]


def _counts(row):
    return tuple(row[2:6])


def _marks_of(results, subject):
    of_subject = sorted(
        (r for r in results if r.subject == subject), key=lambda r: (r.grade, r.letter)
    )
    return [tuple(getattr(r.tally, name) for name in MARKS) for r in of_subject]


def _class_reports(sample):
    return sorted((sample / "2026-2027/S01").glob("*.xlsx"))


def _body(path):
    return _grid(path)[5:]


def _rate_is_wrong(row):
    printed = float(row[6].replace(",", "."))
    return abs(printed - 100 * (row[2] + row[3]) / row[1]) > 0.006


def _total_is_wrong(rows):
    return rows[-1][1] != sum(row[1] for row in _class_rows(rows))
