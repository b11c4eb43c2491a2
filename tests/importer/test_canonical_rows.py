"""Canonical tables: every heading and spelling is taken, a bad cell costs its row and no more."""

from datetime import date

import pytest

from tests.importer.handmade import HEADINGS, checks

GOOD = "S01,2026-2027,Q1,7,А,algebra,20,5,5,5,5"
PLACE = ("school_id", "year", "period", "grade", "letter", "subject_id", "roster")


def _file(*lines: str) -> str:
    return "\n".join((HEADINGS, *lines))


def test_a_good_row_is_loaded(district):
    report = district.one(_file(GOOD))
    assert (report.status, report.layout, dict(report.tables)) == ("loaded", "marks", {"marks": 1})
    assert district.rows("marks", *PLACE) == [("S01", "2026-2027", "Q1", 7, "А", "algebra", 20)]


def test_values_of_every_language_are_normalised(district):
    lines = [
        "№ 1,2026/2027,1 четверть,7,A,Алгебра,20,5,5,5,5",
        "1-мектеп,2026-2027-окуу жылы,I чейрек,7,б,алгебра,20,5,5,5,5",
        "Борбордук,2026/27,1 тоқсан,7«В»,,ALGEBRA,20,5,5,5,5",
        "s01,2026–2027,1 ЧТ,7 г класс,,Алгебра (Т1),20,5,5,5,5",
    ]
    district.one(_file(*lines))
    same = ("S01", "2026-2027", "Q1", 7, "algebra")
    columns = ("school_id", "year", "period", "grade", "subject_id", "letter")
    assert district.rows("marks", *columns) == [(*same, letter) for letter in "АБВГ"]


def test_headings_of_every_language_are_taken(district):
    sheet = [
        ["Мектеп", "Окуу жылы", "Чейрек", "Класс", "Предмет", "Окуучулардын саны", 5, 4, 3, 2],
        ["S01", "2026-2027", 1, "7А", "Алгебра", 20, 5, 5, 5, 5],
    ]
    assert district.one({"Барак1": sheet}).status == "loaded"
    assert district.rows("marks", *PLACE) == [("S01", "2026-2027", "Q1", 7, "А", "algebra", 20)]


BAD = (
    ("S01,2026-2027,Q1,7,Б,algebra,20,пять,5,5,5", "bad_number", "n5", "пять"),
    ('S01,2026-2027,Q1,7,Б,algebra,20,"5,5",5,5,5', "bad_number", "n5", "5,5"),
    ("S01,2026-2027,Q1,7,Б,algebra,20,-5,5,5,5", "negative_number", "n5", "-5"),
    ("S01,2026,Q1,7,Б,algebra,20,5,5,5,5", "bad_year", "year", "2026"),
    ("S01,2026-2027,лето,7,Б,algebra,20,5,5,5,5", "bad_period", "period", "лето"),
    ("S01,2026-2027,Q1,77,Б,algebra,20,5,5,5,5", "bad_class", "grade", "77"),
    ("S01,2026-2027,Q1,7Б,А,algebra,20,5,5,5,5", "bad_class", "letter", "А"),
    ("S01,2026-2027,Q1,7,Б,algebra,20,5,5,5,", "missing_value", "n2", None),
    (",2026-2027,Q1,7,Б,algebra,20,5,5,5,5", "missing_value", "school_id", None),
)


def test_a_bad_cell_is_named_by_its_place_and_costs_its_row_alone(district):
    report = district.one(_file(GOOD, *(line for line, *_ in BAD)))
    found = [(p.row, p.check, p.column, p.value) for p in report.problems]
    assert found == [(row, *told) for row, (_, *told) in enumerate(BAD, start=3)]
    assert {problem.severity for problem in report.problems} == {"error"}
    assert (report.status, report.rows_loaded, report.rows_rejected) == ("loaded", 1, len(BAD))


def test_a_choice_outside_its_list_is_refused_with_the_list(district):
    report = district.one("course_id,name,kind\nC1,Сабак,level\nC2,Башка,кулинария")
    assert checks(report) == ["bad_choice"]
    assert "ict" in report.problems[0].about["choices"]


def test_no_data_is_never_a_nought(district):
    district.one(f"{HEADINGS},not_assessed,exempt\n{GOOD},-,0")
    assert district.rows("marks", "not_assessed", "exempt", "no_mark") == [(None, 0, None)]


def test_text_that_looks_like_a_formula_stays_text(district):
    district.one("course_id,name,kind\nC1,=1+1,level\nC2,@сабак,ict\nC3,+5,ict")
    assert [name for (name,) in district.rows("courses", "name")] == ["+5", "=1+1", "@сабак"]


def test_subjects_of_a_teacher_become_codes_where_they_are_known(district):
    district.one("teacher_id,school,subject_ids\nT1,№ 5,Физика; башталгыч класс")
    assert district.rows("teachers", "school_id", "subject_ids") == [
        ("S05", "physics;башталгыч класс")
    ]


def test_counts_equal_to_their_headings_are_a_row_like_any_other(district):
    header = ["Школа", "Учебный год", "Период", "Предмет", "Класс", "Учеников", "5", "4", "3", "2"]
    line = ["S01", "2026-2027", "Q1", "Алгебра", "7А", 14, 5, 4, 3, 2]
    assert district.one({"A": [header, line]}).rows_loaded == 1


def test_a_row_given_twice_counts_once_and_the_later_is_taken(district):
    report = district.one(_file(GOOD, GOOD.replace("20,5,5,5,5", "20,6,4,5,5")))
    assert checks(report) == ["duplicate_row"]
    assert (report.rows_loaded, report.rows_rejected) == (1, 0)
    assert district.rows("marks", "n5") == [(6,)]


def test_a_class_without_a_letter_is_one_class(district):
    district.one(_file(GOOD.replace(",А,", ",,")))
    district.one(_file(GOOD.replace(",А,", ",,").replace("20,5,5", "20,6,4")))
    assert district.rows("marks", "letter", "n5") == [(None, 6)]


def test_a_group_behind_the_subject_is_the_group(district):
    district.one(_file(GOOD.replace("algebra", "Алгебра (2 гр.)")))
    assert district.rows("marks", "subject_id", "group") == [("algebra", "2")]


def test_a_pupils_name_in_place_of_a_code_never_reaches_a_snapshot(district):
    head = "pupil_code,school_id,year,round,grade,language,status"
    rest = "S01,2026-2027,башы,2,ky,tested"
    report = district.one(f"{head}\n2А-07,{rest}\nҮсөнов Асан,{rest}")
    assert checks(report) == ["pupil_named"]
    assert "Үсөнов" not in str(report)
    assert district.rows("reading", "pupil_code", "round") == [("2А-07", "start")]


def test_a_workbook_with_a_sheet_for_each_table_loads_them_all(district):
    marks = [HEADINGS.split(","), GOOD.split(",")]
    courses = [["course_id", "name", "kind"], ["C1", "Сабак", "level"]]
    advice = [["Толтуруу эрежеси"], ["Ар бир сапта бир класс"]]
    report = district.one({"read me": advice, "marks": marks, "courses": courses, "empty": []})
    assert dict(report.tables) == {"marks": 1, "courses": 1}
    assert not report.problems


def test_a_sheet_with_data_that_is_like_nothing_known_is_told_of(district):
    menu = [["Тамак", "Баасы", "Калория"], ["Борщ", 80, 300], ["Плов", 120, 500]]
    report = district.one({"marks": [HEADINGS.split(","), GOOD.split(",")], "меню": menu})
    assert [(p.check, p.severity, p.sheet) for p in report.problems] == [
        ("sheet_not_read", "warning", "меню")
    ]


def test_a_file_like_nothing_known_is_refused_with_its_headings(district):
    report = district.one("Тамак,Баасы\nБорщ,80\nПлов,120")
    assert (report.status, checks(report)) == ("rejected", ["unknown_layout"])
    assert "«Тамак»" in report.problems[0].about["headings"]
    assert "class_report" in report.problems[0].about["accepted"]


def test_a_table_without_rows_is_refused(district):
    assert checks(district.one(HEADINGS)) == ["no_rows"]


def test_where_a_row_came_from_is_kept(district):
    district.one({"Лист1": [["Отчет"], HEADINGS.split(","), GOOD.split(",")]})
    assert district.rows("marks", "source_sheet", "source_row") == [("Лист1", 3)]


def test_a_layout_that_is_forced_says_which_columns_it_lacks(district):
    report = district.one("Класс,5,4,3\n7А,1,2,3", layout="class_report")
    assert checks(report) == ["missing_column"]
    assert report.problems[0].about["columns"] == "roster, n2"


@pytest.mark.parametrize(
    ("column", "good", "bad"), [("expressiveness", 2, 3), ("handwriting", 5, 9)]
)
def test_marks_of_reading_keep_to_their_scale(district, column, good, bad):
    head = f"pupil_code,school_id,year,round,grade,language,status,{column}"
    pupil = "S01,2025-2026,start,2,ky,tested"
    report = district.one(f"{head}\np1,{pupil},{good}\np2,{pupil},{bad}\n")
    assert (report.rows_loaded, checks(report)) == (1, ["bad_number"])


def test_a_school_may_be_as_old_as_a_year(bare):
    report = bare.one("school_id,name,opened,lat\nS01,№ 1 мектеп,1965,41\nS02,№ 2 мектеп,,141\n")
    assert (report.rows_loaded, checks(report)) == (1, ["bad_number"])
    assert bare.rows("schools", "opened") == [(date(1965, 1, 1),)]
