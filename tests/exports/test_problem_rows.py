"""What goes back to a school can be mended in place and sent again: nothing is lost by it."""

import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from dashboard.exports import problem_rows
from dashboard.i18n import LANGUAGES, t
from dashboard.importer import report
from dashboard.importer.reading import read
from dashboard.spec.problem import Problem
from dashboard.spec.sheet import ASIDE, Sheet
from tests.exports.problem_files import again, back, book, said, understood, wrong
from tests.importer.layout_samples import SAMPLES, written

FORMS = [(key, form) for key, sample in SAMPLES.items() for form in sample.forms]
HEAD = ("class", "roster", "n5", "n4", "n3", "n2")
REPORT = [
    ["Мектеп: № 5"],
    ["Окуу жылы: 2026-2027"],
    ["Чейрек: 1"],
    ["Предмет: химия"],
    [*HEAD],
    ["7А", 20, 5, 6, 8, 1],
    ["7Б", 20, 5, "алты", 8, 1],
    ["8А", 20, 5, 6, 8, 1],
]


def _sheet(rows: list[list] = REPORT, name: str = "Баалар") -> Sheet:
    width = max(map(len, rows))
    return Sheet(name, tuple((*row, *[None] * (width - len(row))) for row in rows))


def _problem(sheet: str | None = "Баалар", row: int = 7) -> Problem:
    return replace(wrong(row, column="n4", value="алты"), sheet=sheet)


@pytest.mark.parametrize(("key", "form"), FORMS)
@hypothesis_settings(max_examples=12)
@given(data=st.data())
def test_what_comes_back_is_read_as_what_was_sent(key, form, data):
    """Whichever rows are faulty: the added columns and lines change nothing."""
    sheets = read("a", written(SAMPLES[key], form))
    places = [(s, row) for s, sheet in enumerate(sheets) for row in range(len(sheet.rows))]
    chosen = data.draw(st.lists(st.sampled_from(places), max_size=6, unique=True))
    problems = [replace(wrong(row + 1), sheet=sheets[s].name or None) for s, row in chosen]
    returned = again(back(sheets, problems))
    assert said(understood(returned)) == said(understood(sheets))


@pytest.mark.parametrize(("key", "form"), FORMS)
def test_a_file_sent_back_twice_is_still_the_same(key, form):
    sheets = read("a", written(SAMPLES[key], form))
    problems = [replace(wrong(len(sheets[0].rows)), sheet=sheets[0].name or None)]
    twice = again(back(again(back(sheets, problems)), []))
    assert said(understood(twice)) == said(understood(sheets))


def test_only_faulty_rows_are_seen_and_none_is_lost():
    """A file of the mended row alone would take the place of the whole report."""
    sheet = book(back([_sheet()], [_problem()]))["Баалар"]
    hidden = {row for row, told in sheet.row_dimensions.items() if told.hidden}
    values = [[cell.value for cell in row][:6] for row in sheet.iter_rows()]
    assert [values[row - 1][0] for row in sorted(hidden)] == ["7А", "8А"]
    assert [row for row in values if row[0] in ("7А", "7Б", "8А")] == REPORT[5:]


def test_the_row_says_its_number_and_what_is_wrong():
    sheet = book(back([_sheet()], [_problem()], "ky"))["Баалар"]
    heads, row = [c.value for c in sheet[5]], [c.value for c in sheet[8]]
    assert heads[6:] == ["Сап №", "Ката"]
    assert row[6:] == ["7", report.message(_problem(), "ky")]


def test_the_faulty_cell_is_coloured_and_says_why():
    sheet = book(back([_sheet()], [_problem()]))["Баалар"]
    assert sheet["D8"].value == "алты"
    assert sheet["D8"].fill.fgColor.rgb == "FFFFC7CE"
    assert sheet["D8"].comment.text.endswith(report.message(_problem(), "en"))
    assert sheet["C8"].fill.fill_type is None


def test_all_messages_of_a_row_stand_beside_it_each_once():
    more = replace(_problem(), check="bad_date", column="n3", value="8")
    sheet = book(back([_sheet()], [_problem(), more, _problem()]))["Баалар"]
    lines = sheet["H8"].value.split("\n")
    assert lines == [report.message(one, "en") for one in (_problem(), more)]


def test_every_row_that_waits_for_a_school_is_shown():
    """The import tells it once, of the first."""
    rows = [["school_id", *HEAD], *(["№ 99", "7А", 20, 5, 6, 8, 1] for _ in range(3))]
    rows.insert(2, ["№ 1", "8А", 20, 5, 6, 8, 1])
    about = {"value": "№ 99", "near": "", "rows": 3, "say": "unknown_school_alone"}
    problem = Problem("unknown_school", "error", None, 2, "school_id", "№ 99", about)
    sheet = book(back([_sheet(rows, "")], [problem]))["Sheet1"]
    assert [row for row, told in sheet.row_dimensions.items() if told.hidden] == [4]


def test_a_refused_file_shows_all_its_rows_and_says_why_first():
    refusal = Problem("missing_year", "error")
    made = book(back([_sheet()], [refusal]))
    assert not [row for row, told in made["Баалар"].row_dimensions.items() if told.hidden]
    first = made.worksheets[0]
    assert [cell.value for cell in first[8]][:2] == [
        t("problem_rows.whole_file", "en"),
        report.message(refusal, "en"),
    ]


def test_a_file_that_nobody_can_read_says_so_all_the_same():
    problem = Problem("file_damaged", "error")
    (sheet,) = book(back([], [problem])).worksheets
    assert report.message(problem, "en") in [cell.value for cell in sheet["B"]]


def test_the_list_leads_to_the_row():
    first = book(back([_sheet()], [_problem()])).worksheets[0]
    assert first["A8"].hyperlink.location == "'Баалар'!D8"


@pytest.mark.parametrize("text", ["=1+1", "+7", "-x", "@sum", '=HYPERLINK("x")'])
def test_a_text_that_looks_like_a_formula_stays_a_text(text):
    rows = [*REPORT[:6], ["7Б", 20, 5, text, 8, 1]]
    problem = replace(_problem(), value=text)
    data = back([_sheet(rows)], [problem], name=text)
    assert (book(data)["Баалар"]["D8"].value, book(data)["Баалар"]["D8"].data_type) == (text, "s")
    (returned,) = [sheet for sheet in again(data) if sheet.name == "Баалар"]
    assert returned.rows[7][3] == text
    assert not [
        c for row in book(data).worksheets[0].iter_rows() for c in row if c.data_type == "f"
    ]


def test_a_mended_file_loads_what_the_first_one_lacked():
    data = back([_sheet()], [_problem()])
    made = book(data)
    made["Баалар"]["D8"] = 6
    mended = io.BytesIO()
    made.save(mended)
    found = understood(again(mended.getvalue()))
    (rows,) = [part.rows for _, part in found.parts]
    assert [(row.values["letter"], row.values["n4"]) for row in rows] == [
        ("А", 6),
        ("Б", 6),
        ("А", 6),
    ]


def test_a_large_file_goes_back_in_part_which_no_import_takes_for_the_whole(monkeypatch):
    monkeypatch.setattr(problem_rows, "MOST_CELLS", 10)
    data = back([_sheet()], [_problem()])
    sheet = book(data)["Баалар"]
    assert sheet["A1"].value == ASIDE
    firsts = [cell.value for cell in sheet["A"]]
    assert "7Б" in firsts
    assert "7А" not in firsts
    assert understood(again(data)).refusals
    assert t("problem_rows.how.part", "en") in [c.value for c in book(data).worksheets[0]["A"]]


def test_of_a_large_file_no_more_than_the_first_faulty_rows_go_back(monkeypatch):
    monkeypatch.setattr(problem_rows, "MOST_CELLS", 10)
    monkeypatch.setattr(problem_rows, "MOST_ROWS", 2)
    sheet = book(back([_sheet()], [_problem(row=row) for row in (6, 7, 8)]))["Баалар"]
    assert [c.value for c in sheet["A"] if c.value in ("7А", "7Б", "8А")] == ["7А", "7Б"]


def test_a_sheet_called_by_a_person_gets_its_own_problems_back():
    """The import calls it by its place alone."""
    sheets = [_sheet(name="Асанова Айгүл"), _sheet(name="Болотов Бакыт")]
    made = book(back(sheets, [_problem("№ 2")]))
    assert made["Болотов Бакыт"]["H8"].value
    assert made["Асанова Айгүл"]["H8"].value is None


def test_a_fault_above_the_table_is_told_at_its_cell_alone():
    """Words beside a label would be taken for its value."""
    problem = Problem("bad_year", "error", "Баалар", 2, "Окуу жылы", "2026-2027", {"value": "x"})
    sheet = book(back([_sheet()], [replace(problem, about={"value": "x", "column": "y"})]))[
        "Баалар"
    ]
    assert sheet["A2"].comment is not None
    assert [cell.value for cell in sheet[2]][1:] == [None] * (sheet.max_column - 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language(language):
    made = book(back([_sheet()], [_problem()], language))
    assert made.worksheets[0].title == t("problem_rows.sheet", language)
    assert made["Баалар"]["H5"].value == t("problem_rows.error", language)


def test_merged_cells_stay_merged_so_no_number_counts_twice():
    """Two rows of one roster, a head over two columns, a block of four."""
    rows = [["a", "a", "b"], [20, 1, 2], [20, 3, 4], ["c", "c", None], ["c", "c", "d"]]
    filled = {(0, 1), (2, 0), (3, 1), (4, 0), (4, 1)}
    sheet = Sheet("x", tuple(map(tuple, rows)), frozenset(filled))
    (returned,) = [one for one in again(back([sheet], [])) if one.name == "x"]
    assert returned.rows[1:] == sheet.rows  # one line stands over the first
    assert returned.filled == {(row + 1, column) for row, column in filled}
