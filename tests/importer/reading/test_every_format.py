"""The same report gives the same rows, whatever format it was saved in."""

import pytest

from dashboard.importer.reading import read
from tests.importer.reading import writers


@pytest.mark.parametrize("name", writers.WORKBOOKS)
def test_same_report_gives_the_same_rows(name):
    (sheet,) = read(name, writers.WORKBOOKS[name]())
    assert writers.as_text(sheet.rows) == writers.as_text(writers.merged_rows())


@pytest.mark.parametrize("name", writers.WORKBOOKS)
def test_repeats_of_merged_cells_are_marked(name):
    (sheet,) = read(name, writers.WORKBOOKS[name]())
    assert sheet.filled == writers.FILLED


@pytest.mark.parametrize(
    "name", ["report.xlsx", "another.xlsx", "report.xls", "report.ods", "xml.xls"]
)
def test_whole_numbers_of_a_workbook_are_whole(name):
    (sheet,) = read(name, writers.WORKBOOKS[name]())
    assert [type(cell) for cell in sheet.rows[4][2:4]] == [int, int]


def test_text_has_no_merged_cells():
    (sheet,) = read("report.csv", writers.delimited())
    assert writers.as_text(sheet.rows) == writers.as_text(writers.ROWS)


@pytest.mark.parametrize("name", writers.EVERY)
def test_name_does_not_decide_the_format(name):
    data = writers.EVERY[name]()
    assert read("выгрузка.doc", data) == read(name, data)


@pytest.mark.parametrize("name", writers.EVERY)
def test_all_rows_have_one_width(name):
    (sheet,) = read(name, writers.EVERY[name]())
    assert {len(row) for row in sheet.rows} == {5}
