"""A workbook with a sheet for each class or period: each sheet answers for itself."""

import pytest

from tests.importer.handmade import checks
from tests.importer.layout_rows import CLASS_LIST, LABELS, OF_SUBJECT, PUPILS
from tests.importer.layout_samples import SAMPLES

HEAD = ["Класс", "Кол-во учеников", "5", "4", "3", "2"]


def test_a_sheet_may_be_named_by_its_class(district):
    other = [CLASS_LIST[0][:3], [1, PUPILS[0], 2]]
    report = district.one({"8А": [*LABELS, *CLASS_LIST], "8«Б» класс": [*LABELS, *other]})
    assert (report.status, checks(report)) == ("loaded", [])
    found = district.rows("marks", "grade", "letter", "subject_id", "roster", "n2")
    assert (8, "Б", "algebra", 1, 1) in found
    assert (8, "А", "algebra", 3, 0) in found


def test_a_sheet_may_be_named_by_its_period(district):
    above = [line for line in OF_SUBJECT if "Период" not in line[0]]
    sheet = [*above, HEAD, ["5А", 20, 5, 6, 8, 1]]
    report = district.one({"1 чейрек": sheet, "2 четверть": sheet, "Годовая": sheet})
    assert (report.status, checks(report)) == ("loaded", [])
    assert district.rows("marks", "period") == [("Q1",), ("Q2",), ("Y",)]


def test_what_stands_in_the_sheet_counts_before_its_name(district):
    district.one({"2 четверть": [*OF_SUBJECT, HEAD, ["5А", 20, 5, 6, 8, 1]]})
    assert district.rows("marks", "period") == [("Q1",)]


@pytest.mark.parametrize("name", ["Итоги", "Лист1", "8", "Физика", "Свод"])
def test_other_names_tell_neither_class_nor_period(district, name):
    above = [line for line in LABELS if "Период" not in line[0]]
    report = district.one({name: [*above, *CLASS_LIST]})
    assert sorted(checks(report)) == ["missing_class", "missing_period"]


def test_an_option_that_differs_from_a_sheet_is_refused(district):
    """Else it would make one class of all the sheets."""
    rows = [line for line in SAMPLES["class"].rows if "Класс" not in str(line[0])]
    report = district.one({"8А": rows, "8Б": rows}, class_="8А")
    assert (report.status, checks(report)) == ("rejected", ["option_disagrees"])
