"""A teacher's mark under a course: which course, finished or not, on which day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importer.options import Options
from dashboard.importer.staff_courses import read_staff_courses
from tests.importer.course_lists import (
    DATED,
    HEAD,
    LISTED,
    NAMES,
    finished,
    read,
    staff_list,
    table_of,
    teacher,
)
from tests.importer.handmade import checks

DAY = date(2024, 4, 12)
MARKS = [
    *((yes, LISTED, None) for yes in ("+", "да", "Да", "иә", "ооба", "✓", "v", "V", 1, "yes")),
    *((hours, LISTED, None) for hours in (72, "72", "72 ч", "72 часа", "72 сағ", "72-часовой")),
    *((told, DAY, None) for told in (DAY, "12.04.2024", "2024-04-12", "+ 12.04.2024", "12.04.24")),
    *(
        (told, DAY, None)
        for told in ("12 апреля 2024 г.", "2024-жылдын 12-апрели", "72 ч, 12.04.2024")
    ),
    *((number, LISTED, "01234") for number in ("№ 01234", "№01234", "сертификат № 01234")),
    ("KZ-2024-117", LISTED, "KZ-2024-117"),
    ("№ 123, 12.04.2024", DAY, "123"),
    ("БЖ № 0123 от 12.04.2024 ж.", DAY, "БЖ 0123"),
    ("№ 1, 12.04.2023; № 2, 12.04.2024", DAY, "2"),
    ("10.04.2024 – 12.04.2024", DAY, None),
    (2024, date(2024, 12, 31), None),
    ("2024 ж.", date(2024, 12, 31), None),
    ("04.2024", date(2024, 4, 30), None),
    ("2024-2025", date(2025, 8, 31), None),
    (2026, LISTED, None),
]


@pytest.mark.parametrize(("mark", "day", "certificate"), MARKS)
def test_a_mark_of_any_kind_is_a_finished_course(mark, day, certificate):
    (row,) = read(staff_list(teacher("T-1", mark, "+"), teacher("T-2", "+", "-"), head=HEAD[:7]))
    assert (row.values["finished"], row.values["certificate"]) == (day, certificate)


@pytest.mark.parametrize("mark", ["-", "–", "нет", "жоқ", "жок", "", None, 0, "0", "не прошла"])
def test_a_dash_or_an_empty_cell_is_no_finished_course(mark):
    assert not read(staff_list(teacher("T-1", mark), teacher("T-2", "+"), head=HEAD[:7]))


def test_what_is_no_mark_is_told_and_the_rest_is_loaded(courses):
    bad = ["Асанова", "№ 12 Асанова", "в процессе", "32.13.2024", "Чолпон"]
    rows = [teacher(f"T-{place}", mark, "+") for place, mark in enumerate(bad)]
    report = courses.one(staff_list(*rows, *[teacher(f"T-{n}", "+", "-") for n in range(5, 12)]))
    told = [(p.severity, p.row, p.column, p.value) for p in report.problems]
    assert told == [("error", row, "K-1", None) for row in range(4, 9)]
    assert set(checks(report)) == {"bad_completion", "bad_date"}
    assert report.rows_rejected == 5
    expected = {f"T-{n}": "K-2" if n < 5 else "K-1" for n in range(12)}
    assert {teacher: course for teacher, course, *_ in finished(courses)} == expected


@pytest.mark.parametrize(
    "heading",
    [
        *("K-1", "k-1", "Цифровые навыки учителя", "ЦИФРОВЫЕ НАВЫКИ УЧИТЕЛЯ", "ИКТ", "АКТ"),
        *("МКТ", "ict", "ИКТ (72 ч)", "Курс ИКТ", "Курсы: ИКТ", "ИКТ, 72 часа"),
    ],
)
def test_a_course_is_known_by_code_name_or_kind(heading):
    assert NAMES.course(heading) == "K-1"


DAYS = [
    ([["Дата: 01.11.2026"]], LISTED),
    ([["Дата:", "01.11.2026"]], LISTED),
    ([["Дата", date(2026, 11, 1)]], LISTED),
    ([["Список педагогов по состоянию на 01.11.2026"]], LISTED),
    ([["на 01.11.2026"]], LISTED),
    ([["01.11.2026-жылга карата"]], LISTED),
    ([["2026 жылғы 1 қараша жағдайы бойынша"]], LISTED),
    ([["Күнү: 01.11.2026"]], LISTED),
    ([["Күні: 01.11.2026 ж."]], LISTED),
    ([["As of 1 November 2026"]], LISTED),
    ([["Учебный год: 2024/2025"]], date(2025, 8, 31)),
]


@pytest.mark.parametrize(("above", "day"), DAYS)
def test_a_course_without_a_day_has_that_of_the_list(above, day):
    (row,) = read(staff_list(teacher("T-1", "+"), above=above, head=HEAD[:7]))
    assert row.values["finished"] == day


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("ИКТ, 2024", date(2024, 12, 31)),
        ("ИКТ 2024-ж.", date(2024, 12, 31)),
        ("ИКТ (12.04.2024)", date(2024, 4, 12)),
        ("ИКТ 12.04.2024", date(2024, 4, 12)),
        ("ИКТ 2024/2025", date(2025, 8, 31)),
        ("ИКТ, 2026", LISTED),
    ],
)
def test_the_day_of_a_heading_is_closer_than_that_of_the_list(heading, day):
    (row,) = read(staff_list(teacher("T-1", "+"), head=[*HEAD[:6], heading]))
    assert (row.values["finished"], NAMES.course(row.values["course_id"].text)) == (day, "K-1")


def test_without_any_day_the_list_is_rejected(courses):
    book = staff_list(teacher("T-1", "+", "12.04.2024"), above=[])
    report = courses.one(book)
    assert (report.status, checks(report)) == ("rejected", ["missing_date"])
    assert courses.one(book, year="2024-2025").status == "loaded"
    assert finished(courses)[0][2] == date(2025, 8, 31)


def test_a_school_year_that_goes_on_ends_today(courses):
    courses.one(staff_list(teacher("T-1", "+"), above=[]), year="2198-2199")
    assert finished(courses)[0][2] == date.today()


CODES = st.integers(1, 30).map("T-{}".format)
NAMED = ("K-1", "K-2", "K-3", "K-4")
DONE = st.dictionaries(CODES, st.frozensets(st.sampled_from(NAMED)), min_size=1)


@given(DONE, st.sampled_from([("+", "-"), ("да", None), ("№ 12", "жок"), (DAY, ""), ("72 ч", 0)]))
def test_a_list_gives_exactly_what_it_marks(done, marks):
    yes, no = marks
    rows = [["x1", "№ 5", *[no] * 4, "+"]]
    rows += [
        [t, "№ 5", *(yes if c in held else no for c in NAMED), "-"] for t, held in done.items()
    ]
    head = ["Код", "Школа", *(f"Курс {c}" for c in NAMED), "K-9"]
    courses = read_staff_courses(table_of([*DATED, head, *rows]), Options())[-1][1]
    found = {(row.values["teacher_id"], row.values["course_id"].text) for row in courses.rows}
    expected = {(teacher, f"Курс {c}") for teacher, held in done.items() for c in held}
    assert found == expected | {("x1", "K-9")}
