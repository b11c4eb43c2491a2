"""Staff lists with a column for each course: teachers, schools, names, what was known before."""

from datetime import date

import pytest

from tests.importer.course_lists import (
    COURSES,
    DATED,
    HEAD,
    LISTED,
    NAME,
    assert_kept_nowhere,
    finished,
    staff_list,
    teacher,
)
from tests.importer.handmade import checks, workbook


def test_a_list_gives_its_teachers_and_their_courses(courses):
    report = courses.one(staff_list(teacher("T-1", "+", "-"), teacher("T-2", "", "да")))
    assert (report.layout, report.problems) == ("staff_courses", ())
    columns = ("teacher_id", "school_id", "position", "experience_years")
    expected = [("T-1", "S05", "учитель", 12.0), ("T-2", "S05", "учитель", 12.0)]
    assert courses.rows("teachers", *columns) == expected
    assert finished(courses) == [("T-1", "K-1", LISTED, None), ("T-2", "K-2", LISTED, None)]


DAY = date(2024, 4, 12)


def test_courses_of_the_same_call_are_known(district):
    files = {"a-list.xlsx": staff_list(teacher("T-1", "+")), "z-courses.csv": COURSES}
    assert [file.status for file in district.bring(files).files] == ["loaded", "loaded"]
    assert [row[1] for row in finished(district)] == ["K-1"]


@pytest.mark.parametrize("heading", ["Уровневая программа", "Сыргалар курсу"])
def test_an_unknown_course_is_told_with_the_nearest_and_the_others_load(courses, heading):
    """Two courses are of the kind: which one is meant is never guessed."""
    head = [*HEAD[:7], heading]
    book = staff_list(teacher("T-1", "+", "+"), teacher("T-2", "", "+"), head=head)
    report = courses.one(book)
    (problem,) = report.problems
    assert (problem.check, problem.severity) == ("unknown_course", "warning")
    assert (problem.sheet, problem.row, problem.column) == ("Список", 3, heading)
    assert problem.about["rows"] == 2
    if heading.startswith("Уровневая"):
        assert "K-3" in problem.about["near"]
        assert "K-4" in problem.about["near"]
    assert [row[:2] for row in finished(courses)] == [("T-1", "K-1")]
    courses.bring({"more.csv": f"course_id,name,kind\nK-9,{heading},other"})
    assert courses.one(book).rows_loaded == 5


def test_a_day_known_before_is_not_made_later(courses):
    courses.one("teacher_id,course_id,finished,certificate\nT-1,K-1,2023-05-06,A-7")
    book = workbook(staff_list(teacher("T-1", "+", "+")))
    courses.one(book, "list.xlsx")
    both = [("T-1", "K-1", date(2023, 5, 6), "A-7"), ("T-1", "K-2", LISTED, None)]
    assert finished(courses) == both
    assert courses.one(book, "list.xlsx").status == "unchanged"


def test_a_day_told_in_the_same_call_counts_whatever_the_order(courses):
    register = "teacher_id,course_id,finished\nT-1,K-1,2023-05-06"
    courses.bring({"a-list.xlsx": staff_list(teacher("T-1", "+")), "z-completions.csv": register})
    assert [row[2] for row in finished(courses)] == [date(2023, 5, 6)]


def test_a_year_told_makes_a_second_course_of_an_older_one(courses):
    courses.one("teacher_id,course_id,finished\nT-1,K-1,2019-05-06")
    courses.one(staff_list(teacher("T-1", 2024)))
    assert [row[2] for row in finished(courses)] == [date(2019, 5, 6), date(2024, 12, 31)]


def test_two_certificates_of_one_course_are_one(courses):
    head = [*HEAD[:6], "K-1", "ИКТ"]
    rows = [teacher("T-1", "№ 7, 12.04.2024", "+"), teacher("T-1", "№ 5, 12.04.2022", "")]
    courses.one(staff_list(*rows, head=head))
    assert finished(courses) == [("T-1", "K-1", DAY, "7")]


def test_a_list_does_not_empty_what_the_register_told(courses):
    register = "teacher_id,school_id,year,subject_ids,category\nT-1,S05,2026-2027,algebra,первая"
    courses.bring({"teachers.csv": register, "a.xlsx": staff_list(teacher("T-1", "+"))})
    columns = ("school_id", "year", "subject_ids", "category", "position")
    assert courses.rows("teachers", *columns) == [
        ("S05", "2026-2027", "algebra", "первая", "учитель")
    ]


def test_the_school_may_stand_above_or_be_told(courses):
    head = ["Код", "K-1"]
    above = [["Школа: № 5"], *DATED]
    assert courses.one(staff_list(["T-1", "+"], above=above, head=head)).rows_loaded == 2
    assert courses.one(staff_list(["T-2", "+"], head=head), school="S01").rows_loaded == 2
    told = [("T-1", "S05"), ("T-2", "S01")]
    assert courses.rows("teachers", "teacher_id", "school_id") == told


def test_without_a_school_the_courses_alone_are_read(courses):
    report = courses.one(staff_list(["T-1", "+"], ["T-2", "-"], head=["Код", "K-1"]))
    assert (report.status, dict(report.tables)) == ("loaded", {"completions": 1})


PAGE = """<p>01.11.2026-жылга карата</p><table>
<tr><th rowspan=2>№</th><th rowspan=2>Мектеп</th><th rowspan=2>Мугалимдин коду</th>
<th colspan=2>Курстар</th></tr><tr><th>МКТ</th><th>K-2</th></tr>
<tr><td>1</td><td rowspan=2>№ 5</td><td>T-1</td><td>+</td><td>+</td></tr>
<tr><td>2</td><td>T-2</td><td>жок</td><td>+</td></tr>
<tr><td>3</td><td rowspan=2>S01</td><td>T-3</td><td>+</td><td></td></tr>
<tr><td>4</td><td></td><td></td><td></td></tr>
<tr><td colspan=5>Директор: __________</td></tr></table>"""


def test_two_schools_in_merged_cells_are_filled_down(courses):
    report = courses.one(PAGE, name="list.xls")
    assert (report.layout, report.problems) == ("staff_courses", ())
    assert courses.rows("teachers", "teacher_id", "school_id") == [
        ("T-1", "S05"),
        ("T-2", "S05"),
        ("T-3", "S01"),
    ]
    found = [row[:2] for row in finished(courses)]
    assert found == [("T-1", "K-1"), ("T-1", "K-2"), ("T-2", "K-2"), ("T-3", "K-1")]


def test_where_merged_cells_are_lost_the_school_is_filled_down_too(courses):
    text = "Дата: 01.11.2026;;\nШкола;Код;K-1\n№ 5;T-1;+\n;T-2;+\n№ 1;T-3;-\n;T-4;+\n"
    courses.one(text.encode("cp1251"))
    schools = [school for _, school in courses.rows("teachers", "teacher_id", "school_id")]
    assert schools == ["S05", "S05", "S01", "S01"]


def test_one_course_under_a_head_of_courses_is_named_by_its_own_heading(courses):
    text = "Дата: 01.11.2026;;\nШкола;Код;Пройденные курсы\n;;МКТ\n№ 5;T-1;+\n"
    assert courses.one(text).problems == ()
    assert finished(courses) == [("T-1", "K-1", LISTED, None)]


def test_our_own_table_is_filled_down_only_where_cells_are_merged(district):
    """A school left out in a CSV is missing; in a merged cell it is told."""
    report = district.one("teacher_id,school_id\nT-1,S05\nT-2,")
    assert (report.rows_loaded, checks(report)) == (1, ["missing_value"])
    page = "<table><tr><td>teacher_id</td><td>school_id</td></tr><tr><td>T-3</td>"
    page += "<td rowspan=2>S01</td></tr><tr><td>T-4</td></tr></table>"
    assert district.one(page, name="t.xls").rows_loaded == 2


@pytest.mark.parametrize(
    "head",
    [
        ["Мектеп", "Мугалимдин коду", "Мугалимдин аты-жөнү", "K-1"],
        ["Мектеп", "Мұғалім коды", "Мұғалімнің аты-жөні", "K-1"],
        ["Школа", "Табельный номер", "Учитель", "K-1"],
        ["School", "Teacher code", "Full name", "K-1"],
    ],
)
def test_headings_of_four_languages_are_known_and_no_name_is_kept(courses, head):
    report = courses.one(staff_list(["№ 5", "T-1", NAME, "+"], head=head))
    assert (report.status, report.problems) == ("loaded", ())
    assert_kept_nowhere(courses, report)


@pytest.mark.parametrize("name", [NAME, "Асанова А.М.", "Асанова", "T-1 Асанова"])
def test_a_name_in_place_of_a_code_is_refused_and_kept_nowhere(courses, name):
    report = courses.one(staff_list(teacher(name, "+"), teacher("T-2", "+")))
    assert (report.rows_loaded, checks(report)) == (2, ["teacher_named"])
    assert_kept_nowhere(courses, report)


OTHERS = [
    ("teachers", ["teacher_id", "school_id", "ФИО", "Телефон"], ["T-1", "S05", NAME, "0555123456"]),
    ("teachers", ["Учитель", "Школа", "Дата рождения"], ["T-1", "S05", "12.04.1980"]),
    ("teachers", ["Код учителя", "Школа", "Часов факультатива"], ["T-1", "S05", 12]),
    ("completions", ["Учитель", "Курс", "Дата окончания", "Начат"], ["T-1", "K-1", DAY, DAY]),
]


@pytest.mark.parametrize(("layout", "head", "row"), OTHERS)
def test_a_table_of_our_own_is_not_taken_for_a_list(courses, layout, head, row):
    report = courses.one({"Лист1": [head, row]})
    assert (report.layout, report.problems) == (layout, ())
