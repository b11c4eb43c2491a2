"""Attendance sheets of courses: whoever was there on every day has finished."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importer.attendance import read_attendance
from dashboard.importer.options import Options
from tests.importer.course_lists import (
    NAME,
    NAMES,
    assert_kept_nowhere,
    finished,
    table_of,
)
from tests.importer.handmade import checks, workbook

SHEET = [["Курс: ИКТ"], ["Мектеп: № 5"]]
DAY_HEAD = ["№", "Код", "ФИО", "Школа", "12.10.2026", "13.10.2026"]


def _sheet(*rows: list, above: list = SHEET, head: list = DAY_HEAD) -> dict:
    return {"Лист1": [*above, [], head, *([1, code, NAME, "№ 5", *marks] for code, *marks in rows)]}


def test_whoever_was_there_on_every_day_has_finished(courses):
    rows = [["T-1", "+", "да"], ["T-2", "+", "н"], ["T-3", "", "✓"], ["T-4", "-", "нет"]]
    report = courses.one(_sheet(*rows))
    assert (report.layout, checks(report)) == ("attendance", ["partly_present"])
    assert (report.problems[0].severity, report.problems[0].about["rows"]) == ("warning", 2)
    assert finished(courses) == [("T-1", "K-1", date(2026, 10, 13), None)]
    assert not courses.rows("teachers", "teacher_id")
    assert_kept_nowhere(courses, report)


def test_a_course_taken_again_is_a_second_one(courses):
    courses.one("teacher_id,course_id,finished\nT-1,K-1,2019-05-06")
    above = [*SHEET, ["Дата: 13.10.2026"]]
    head = [*DAY_HEAD[:4], "1-күн", "2-күн"]
    book = workbook(_sheet(["T-1", "+", "+"], above=above, head=head))
    assert courses.one(book, "sheet.xlsx").rows_loaded == 1
    assert [row[2] for row in finished(courses)] == [date(2019, 5, 6), date(2026, 10, 13)]
    assert courses.one(book, "sheet.xlsx").status == "unchanged"


def test_a_day_to_come_is_not_asked_for(courses):
    courses.one(_sheet(["T-1", "+", ""], ["T-2", "н", ""]))
    assert finished(courses) == [("T-1", "K-1", date(2026, 10, 12), None)]


DAY_HEADS = [
    (["12.10.2026", "13.10.2026"], {}, SHEET, date(2026, 10, 13)),
    ([date(2026, 10, 12), date(2026, 10, 13)], {}, SHEET, date(2026, 10, 13)),
    (["12.10 (пн)", "13.10, вт"], {"year": "2026-2027"}, SHEET, date(2026, 10, 13)),
    (["12.02", "13.02"], {"year": "2026-2027"}, SHEET, date(2027, 2, 13)),
    (["12.10", "13.10.2026"], {}, SHEET, date(2026, 10, 13)),
    (["12.10", "13.10"], {}, [*SHEET, ["Дата: 20.10.2026"]], date(2026, 10, 13)),
    (["1-күн", "2-күн"], {}, [*SHEET, ["Күнү: 13.10.2026"]], date(2026, 10, 13)),
    (["день 1", "день 2"], {}, [*SHEET, ["Дата: 12-13.10.2026"]], date(2026, 10, 13)),
    (["1 день", "2 день"], {}, [*SHEET, ["13.10.2026"]], date(2026, 10, 13)),
    (["Day 1", "Day 2"], {}, [["Course: K-1"], ["Date: 13.10.2026"]], date(2026, 10, 13)),
]


@pytest.mark.parametrize(("days", "said", "above", "last"), DAY_HEADS)
def test_the_last_day_is_told_by_headings_or_above(days, said, above, last):
    table = table_of(_sheet(["T-1", "+", "+"], above=above, head=[*DAY_HEAD[:4], *days])["Лист1"])
    assert table.heading.layout.key == "attendance"
    ((_, reading),) = read_attendance(table, Options(**said))
    (row,) = reading.rows
    assert (row.values["finished"], NAMES.course(row.values["course_id"].text)) == (last, "K-1")


@pytest.mark.parametrize("days", [["1-күн", "2-күн"], ["12.10", "13.10"]])
def test_a_sheet_without_a_day_is_rejected(courses, days):
    report = courses.one(_sheet(["T-1", "+", "+"], head=[*DAY_HEAD[:4], *days]))
    assert (report.status, checks(report)) == ("rejected", ["missing_date"])


def test_a_sheet_of_no_course_or_an_unknown_one_is_rejected(courses):
    row = ["T-1", "+", "+"]
    assert checks(courses.one(_sheet(row, above=[]))) == ["missing_course"]
    report = courses.one(_sheet(row, above=[["Курс: Сыргалар"]]))
    assert (report.status, checks(report)) == ("rejected", ["unknown_course"])
    assert (report.problems[0].severity, report.problems[0].row) == ("error", 1)


def test_a_mark_of_presence_that_cannot_be_read_is_told(courses):
    report = courses.one(_sheet(["T-1", "+", "опоздала"], ["T-2", "+", "+"]))
    assert (report.rows_loaded, checks(report)) == (1, ["bad_presence"])


DAYS_THERE = st.lists(st.tuples(*[st.booleans()] * 3), min_size=1, max_size=12)


@given(DAYS_THERE)
def test_trained_is_who_missed_no_day_that_was_held(there):
    rows = [[f"T-{n}", *("+" if one else None for one in days)] for n, days in enumerate(there)]
    head = ["Код", "1.10.2026", "02.10.2026", "3.10.2026"]
    ((_, reading),) = read_attendance(table_of([["Курс: K-1"], head, *rows]), Options())
    held = [day for day in range(3) if any(days[day] for days in there)]
    expected = {f"T-{n}" for n, days in enumerate(there) if held and all(days[d] for d in held)}
    assert {row.values["teacher_id"] for row in reading.rows} == expected
