"""A file that went back to the school and was mended there: imported again it says everything."""

import io

import openpyxl
import pytest

from dashboard.exports import problem_rows
from dashboard.importer.reading import read
from dashboard.spec.problem import Problem
from dashboard.spec.sheet import Sheet
from tests.exports.problem_files import again, back, said, understood
from tests.importer.course_lists import staff_list, teacher
from tests.importer.handmade import workbook
from tests.importer.test_attendance_sheets import DAY_HEAD, SHEET

OF_SCHOOL = [["Мектеп: № 5"], ["Окуу жылы: 2026-2027"], ["Чейрек: 1"], ["Предмет: химия"], []]
HEAD = ["class", "roster", "n5", "n4", "n3", "n2"]
CLASSES = [["7А", 20, 5, 6, 8, 1], ["7Б", 20, 5, "алты", 8, 1], ["8А", 20, 5, 6, 8, 1]]
REPORT = {"Баалар": [*OF_SCHOOL, HEAD, *CLASSES]}
LISTS = {
    "staff": staff_list(*(teacher(f"T-{n}", "+", None) for n in range(1, 5))),
    "attendance": {
        "Барак": [*SHEET, DAY_HEAD, *([n, f"T-{n}", None, "№ 5", "+", "+"] for n in range(1, 5))]
    },
}


def _mended(data: bytes, sheet: str, cell: str, value: object) -> bytes:
    """As a school would: one cell put right, everything else left as it came."""
    made = openpyxl.load_workbook(io.BytesIO(data))
    made[sheet][cell] = value
    saved = io.BytesIO()
    made.save(saved)
    return saved.getvalue()


def test_the_mended_file_loads_all_its_rows_and_loses_none(district):
    first = district.one(REPORT)
    assert (first.rows_loaded, first.rows_rejected) == (2, 1)
    sheets = read("a.xlsx", workbook(REPORT))
    returned = problem_rows.write(sheets, first.problems, "ky", "a.xlsx")
    second = district.bring({"back.xlsx": _mended(returned, "Баалар", "D9", 6)}).files[0]
    assert (second.rows_loaded, second.rows_rejected, second.problems) == (3, 0, ())
    assert district.rows("marks", "grade", "letter", "n4") == [
        (7, "А", 6),
        (7, "Б", 6),
        (8, "А", 6),
    ]


def test_what_was_not_mended_is_told_again_at_the_same_cell(district):
    first = district.one(REPORT)
    returned = back(read("a.xlsx", workbook(REPORT)), first.problems)
    second = district.bring({"back.xlsx": returned}).files[0]
    (problem,) = second.problems
    assert (problem.check, problem.column, problem.value) == ("bad_number", "n4", "алты")
    assert second.rows_loaded == 2


@pytest.mark.parametrize("faulty", range(4))
@pytest.mark.parametrize("kind", LISTS)
def test_the_added_columns_are_no_course_and_no_day(kind, faulty):
    """In a list of teachers whatever nobody knows over marks is a course."""
    sheets = read("a.xlsx", workbook(LISTS[kind]))
    row = len(sheets[0].rows) - faulty
    problem = Problem("bad_number", "error", sheets[0].name, row, about={"value": "", "column": ""})
    returned = again(back(sheets, [problem]))
    assert said(understood(returned)) == said(understood(sheets))
    assert said(understood(sheets))[1][0]


@pytest.mark.parametrize("kind", LISTS)
def test_a_fault_far_down_adds_no_column_either(kind):
    """Deeper than the importer looks to tell what a column holds."""
    (name, rows), *_ = LISTS[kind].items()
    last = rows[-1]
    many = [*rows, *([last[0], f"T-{n}", *last[2:]] for n in range(100, 500))]
    if kind == "staff":
        many = [*rows, *(teacher(f"T-{n}", "+", None) for n in range(100, 500))]
    sheets = read("a.xlsx", workbook({name: many}))
    row = len(sheets[0].rows)
    problem = Problem("bad_number", "error", name, row, about={"value": "", "column": ""})
    assert said(understood(again(back(sheets, [problem])))) == said(understood(sheets))


def test_label_lines_between_tables_stay_and_so_does_what_they_tell():
    def table(subject: str) -> list[tuple]:
        return [(f"Предмет: {subject}",), HEAD, *CLASSES[:2]]

    rows = [*OF_SCHOOL[:3], *table("химия"), *table("физика")]
    sheet = Sheet("Баалар", tuple((*row, *[None] * (6 - len(row))) for row in rows))
    problem = Problem(
        "bad_number", "error", "Баалар", 11, "n4", "алты", {"value": "алты", "column": "n4"}
    )
    data = back([sheet], [problem])
    assert said(understood(again(data))) == said(understood([sheet]))
    made = openpyxl.load_workbook(io.BytesIO(data))["Баалар"]
    seen = [row[0].value for row in made.iter_rows() if not made.row_dimensions[row[0].row].hidden]
    assert "Предмет: физика" in seen
    assert seen.count("7Б") == 1
