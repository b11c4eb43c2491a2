"""With a store a template offers the district's own codes, however many there are."""

import csv
import io
from datetime import date

import openpyxl
import pytest

from dashboard import templates
from dashboard.cli import main
from dashboard.i18n import LANGUAGES
from dashboard.importer import desk
from dashboard.importer.options import options
from dashboard.settings import Settings
from dashboard.templates.lists import Lists
from dashboard.templates.workbook import HIDDEN
from tests.stores import publish

CODES = [f"S{number:03}" for number in range(1, 251)]
SCHOOLS = [{"school_id": code, "name": f"Мектеп № {int(code[1:])}"} for code in CODES]
TEACHERS = [
    {"teacher_id": f"T{number:04}", "school_id": "S001", "subject_ids": "physics"}
    for number in range(1, 1201)
]
COURSES = [{"course_id": f"C{n}", "name": f"Курс {n}", "kind": "ict"} for n in range(1, 41)]
MENTOR = {"mentor_id": "M-1", "school_id": "S001", "direction": "humanities"}
DAYS = {"start": date(2026, 9, 1), "end": date(2028, 8, 31)}
ASSOCIATION = {"association_id": "A-1", "school_id": "S001", "area": "humanities"}
REGISTERS = {
    "schools": SCHOOLS,
    "teachers": TEACHERS,
    "courses": COURSES,
    "mentors": [MENTOR | DAYS],
    "associations": [ASSOCIATION | {"year": "2026-2027"}],
}
TEACHER_CODES = [row["teacher_id"] for row in TEACHERS]
COURSE_CODES = [row["course_id"] for row in COURSES]


@pytest.fixture(scope="module", params=LANGUAGES)
def offered(request, district, tmp_path_factory) -> dict[str, dict[str, list[str]]]:
    """For each table and column the values of its drop-down, read out of the workbook."""
    folder = tmp_path_factory.mktemp("blank")
    assert main(["templates", str(folder), "--lang", request.param, "--store", district]) == 0
    return {name: _lists(folder / f"{name}.xlsx", name) for name in templates.filled_in()}


@pytest.fixture(scope="module")
def district(tmp_path_factory) -> str:
    store = tmp_path_factory.mktemp("district") / "store"
    publish(Settings(store=store, memory="256MB", threads=1), REGISTERS)
    return str(store)


def _lists(path, name: str) -> dict[str, list[str]]:
    """A rule may hold 255 letters, so each refers to a range of the hidden sheet."""
    book = openpyxl.load_workbook(path)
    columns = list(templates.filled_in()[name].columns)
    found = {}
    for rule in book.worksheets[0].data_validations.dataValidation:
        if rule.type == "list":
            sheet, _, cells = rule.formula1.lstrip("=").partition("!")
            assert (sheet, book[sheet].sheet_state) == (HIDDEN, "hidden")
            first, _, last = cells.replace("$", "").partition(":")
            words = [cell.value for (cell,) in book[sheet][f"{first}:{last or first}"]]
            assert None not in words
            assert max(area.max_row for area in rule.sqref.ranges) == 1_048_576
            found |= {columns[area.min_col - 1]: words for area in rule.sqref.ranges}
    return found


def test_every_school_is_offered_by_name_and_by_code(offered):
    for table, column in [("marks", "school_id"), ("pairs", "mentee_school_id")]:
        assert set(offered[table][column]) == {*CODES, *(row["name"] for row in SCHOOLS)}
    assert sum(map(len, offered["marks"]["school_id"])) > 255


def test_subjects_are_offered_by_name_and_by_code(offered):
    assert {"algebra", "chemistry"} < set(offered["marks"]["subject_id"])
    assert len(offered["marks"]["subject_id"]) > 60


@pytest.mark.parametrize(
    ("table", "column", "codes"),
    [
        ("marks", "teacher_id", TEACHER_CODES),
        ("completions", "teacher_id", TEACHER_CODES),
        ("pairs", "mentee_id", TEACHER_CODES),
        ("mentors", "teacher_id", TEACHER_CODES),
        ("completions", "course_id", sorted(COURSE_CODES)),
        ("pairs", "mentor_id", ["M-1"]),
        ("mentor_events", "mentor_id", ["M-1"]),
        ("meetings", "association_id", ["A-1"]),
        ("planned_work", "association_id", ["A-1"]),
        ("schools", "successor_id", CODES),
    ],
)
def test_codes_of_other_registers_are_offered(offered, table, column, codes):
    assert offered[table][column] == codes


@pytest.mark.parametrize(
    ("table", "column"),
    [
        *(("schools", "school_id"), ("teachers", "teacher_id"), ("courses", "course_id")),
        *(("mentors", "mentor_id"), ("associations", "association_id"), ("subjects", "subject_id")),
    ],
)
def test_a_register_offers_no_codes_of_its_own(offered, table, column):
    assert column not in offered[table]


def test_the_instructions_do_not_list_every_code(district, tmp_path):
    assert main(["templates", str(tmp_path), "--lang", "ru", "--store", district]) == 0
    sheet = openpyxl.load_workbook(tmp_path / "completions.xlsx").worksheets[1]
    told = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert max(map(len, told)) < 300


@pytest.mark.parametrize("name", ["marks", "schools", "reading"])
@pytest.mark.parametrize("form", ["csv", "tsv", "xlsx"])
def test_the_sheet_of_instructions_saved_alone_loads_nothing(name, form, tmp_path):
    """It shows an example, which is no data in whatever form it comes back."""
    list(templates.write(tmp_path / "blank", "ru", _nothing()))
    book = openpyxl.load_workbook(tmp_path / "blank" / f"{name}.xlsx")
    path = tmp_path / f"{name}.{form}"
    if form == "xlsx":
        for sheet in [book.worksheets[0], *book.worksheets[2:]]:
            book.remove(sheet)
        book.save(path)
    else:
        text = io.StringIO()
        writer = csv.writer(text, delimiter=";" if form == "csv" else "\t")
        writer.writerows(book.worksheets[1].iter_rows(values_only=True))
        path.write_text(text.getvalue(), encoding="utf-8-sig")
    settings = Settings(store=tmp_path / "store", memory="256MB", threads=1)
    (file,) = desk.bring([path], options(), settings).files
    assert (file.status, file.rows_loaded) == ("rejected", 0)
    assert [problem.check for problem in file.problems] == ["no_rows"]


def _nothing() -> Lists:
    return Lists({}, {}, ())
