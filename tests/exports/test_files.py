"""What leaves: the rows as narrowed, numbers as numbers, nothing that a spreadsheet runs."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace

import openpyxl
import pytest

from dashboard.discover import discover
from dashboard.exports import FORMATS, report
from dashboard.exports.csv import safe
from dashboard.i18n import LANGUAGES
from dashboard.panels import View
from dashboard.spec.filters import FilterState
from dashboard.spec.panel import Cell, Column, Panel
from tests.conftest import SCHOOLS, marks

PAGES = {page.key: page for page in discover("dashboard.pages", "PAGE")}
ROWS = [
    marks(school_id="S01", n5=10, n4=10, n3=21, n2=2),
    marks(school_id="S01", subject_id="physics", n5=2, n4=20, n3=21),
    marks(school_id="S02", n5=1, n4=9, n3=29, n2=3),
    marks(school_id="S03", n5=9, n4=9, n3=9),
    marks(school_id="S04", n5=1, n4=3),
]


@pytest.fixture
def made(snapshot_of, settings) -> Callable:
    """The report of a page under some filters."""
    snapshot = snapshot_of({"marks": ROWS})

    def make(page: str, language: str = "en", **where: list[str]) -> report.Report:
        filters = FilterState.from_query(PAGES[page].filters, where)
        return report.make(PAGES[page], View(filters, language), snapshot, settings)

    return make


def _sheets(data: bytes) -> dict[str, list[tuple]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_leaves_in_every_format_and_language(page, form, language, made):
    assert len(FORMATS[form].write(made(page, language))) > 500


def test_the_workbook_holds_just_the_filtered_rows_as_numbers(made):
    data = FORMATS["xlsx"].write(made("quality", school=["S01"], subject=["chemistry"]))
    rows = _sheets(data)["Quality by school, %"]
    assert rows[4][:2] == ("№ 1 мектеп", pytest.approx(20 / 43))
    assert rows[4][3:6] == (20, 43, 43)
    assert len(rows) == 5


def test_the_first_sheet_says_of_what_and_from_where(made):
    facts = dict(
        row[:2]
        for row in _sheets(FORMATS["xlsx"].write(made("quality", school=["S01"])))["Summary"]
    )
    assert facts["Filters"] == "School: № 1 мектеп"
    assert facts["Denominator rule"]
    assert facts["Definition: Quality of knowledge"]
    assert facts["Snapshot"]


@pytest.mark.parametrize("form", FORMATS)
def test_a_school_of_four_pupils_is_in_no_file(form, made):
    """Its name may stand there; a number of it may not."""
    data = FORMATS[form].write(made("quality", subject=["chemistry"]))
    lines = [line for line in _lines(form, data) if line and line[0] == "№ 4 мектеп"]
    assert lines
    for line in lines:
        assert not [cell for cell in line[1:] if isinstance(cell, int | float)]
        assert "c" in line[1:]


def _lines(form: str, data: bytes) -> list[list]:
    if form == "xlsx":
        return [list(row) for rows in _sheets(data).values() for row in rows]
    return [
        [_number(cell) for cell in row] for row in csv.reader(io.StringIO(data.decode("utf-8-sig")))
    ]


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def test_csv_is_what_the_languages_excel_reads(made):
    russian = FORMATS["csv"].write(made("quality", "ru"))
    assert russian.startswith("\ufeff".encode())
    assert "№ 1 мектеп;48,8;" in russian.decode("utf-8-sig")
    assert "№ 1 мектеп,48.8," in FORMATS["csv"].write(made("quality", "en")).decode("utf-8-sig")


@pytest.mark.parametrize("text", ["=1+1", "+7", "-x", "@sum", "\t=1"])
def test_a_text_that_looks_like_a_formula_stays_a_text(text, made):
    """In CSV behind an apostrophe, in XLSX as a string cell."""
    assert safe(text) == f"'{text}"
    panel = Panel("t", "", (Column("name", "n"),), ((Cell(text),),))
    changed = replace(made("quality"), panels=(("x", panel),))
    cell = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].write(changed)))["t"]["A5"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_a_name_from_the_register_that_looks_like_a_formula_is_harmless(snapshot_of, settings):
    schools = [SCHOOLS[0] | {"name": '=HYPERLINK("x")'}]
    snapshot = snapshot_of({"schools": schools, "marks": [marks(n4=20)]})
    page = PAGES["quality"]
    view = View(FilterState.from_query(page.filters, {}), "en")
    text = FORMATS["csv"].write(report.make(page, view, snapshot, settings)).decode("utf-8-sig")
    assert "'=HYPERLINK" in text
    assert not [line for line in text.splitlines() if line.startswith(("=", '"='))]
