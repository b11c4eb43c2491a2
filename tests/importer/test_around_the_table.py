"""Label lines close to a table, tables under each other, sums and rates beside the counts."""

import pytest

from dashboard.importer.subtotal import is_unchecked, summed_grades
from tests.importer.handmade import checks

LABELS = [["Школа: № 5"], ["Предмет: Химия"], ["1 четверть"], ["Учебный год: 2025-2026"]]
OLYMPIAD = [["Этап", "Участников", "1 место", "2 место", "3 место"], ["районный", 10, 1, 1, 1]]
HEADINGS = ["Класс", "Число учащихся", "5", "4", "3", "2", "Качество знаний %", "Успеваемость %"]
CLASS_5A = ["5А", 10, 1, 2, 6, 1, "30%", "90%"]


def _report(*rows: list) -> dict:
    return {"Лист1": [*LABELS, [], HEADINGS, *rows]}


@pytest.mark.parametrize(
    "labels",
    [
        LABELS,
        [*LABELS[:3], ["2025-2026 учебный год"]],
        [["Учебный год", "2025-2026"], ["Предмет", "Химия"], ["Школа", "№ 5"]],
        [["Школа:", "№ 5", "", "Учебный год:", "2025-2026"], ["Предмет:", "Химия"]],
    ],
)
def test_a_label_line_right_above_the_headings_is_no_heading(district, labels):
    report = district.one({"Лист1": [*labels, *OLYMPIAD]})
    assert (report.layout, checks(report)) == ("olympiads", [])
    columns = ("school_id", "year", "subject_id", "stage")
    assert district.rows("olympiads", *columns) == [("S05", "2025-2026", "chemistry", "district")]


def test_labels_right_above_two_rows_of_headings_are_all_heard(district):
    rows = [
        ["Школа:", "№ 5", "", "Учебный год:", "2025-2026"],
        ["Предмет:", "Химия", "", "Четверть:", "1"],
        ["Класс", "Кол-во учеников", "Успеваемость", "", "", ""],
        ["", "", "Отл", "Хор", "Уд", "Неуд"],
        ["5А", 10, 1, 2, 6, 1],
    ]
    assert checks(district.one({"Лист1": rows})) == []


def test_two_headings_that_are_words_of_labels_stay_headings(bare):
    report = bare.one("Школа;Код\n№ 1 мектеп;S01\n")
    assert (report.layout, report.rows_loaded) == ("schools", 1)


def test_the_title_of_a_mektep_report_says_year_period_and_school(district):
    title = "Отчет по качеству знаний и успеваемости за 2025-2026, четверть-1, школы № 5"
    report = district.one({"Лист1": [[title], ["Предмет: Химия"], HEADINGS, CLASS_5A]})
    assert checks(report) == []
    assert district.rows("marks", "school_id", "year", "period") == [("S05", "2025-2026", "Q1")]


def test_a_line_of_which_a_part_is_not_understood_tells_nothing(district):
    rows = [["Школа № 5, Ош"], *LABELS[1:], HEADINGS, CLASS_5A]
    assert checks(district.one({"Лист1": rows})) == ["missing_school"]


def test_a_sum_of_the_table_above_is_no_label_of_the_next(district):
    total = ["Школа", 10, 1, 2, 6, 1, "", ""]
    report = district.one(_report(CLASS_5A, total, [], ["2 четверть"], HEADINGS, CLASS_5A))
    assert (report.rows_loaded, checks(report)) == (2, [])
    assert district.rows("marks", "school_id", "period") == [("S05", "Q1"), ("S05", "Q2")]


@pytest.mark.parametrize("printed", [0, 1, "0", "1", 0.6])
def test_a_nought_or_a_one_agrees_with_no_other_share(district, printed):
    row = ["5А", 10, 1, 2, 6, 1, printed, ""]
    assert checks(district.one(_report(row))) == ["rate_disagrees"]


@pytest.mark.parametrize("printed", [0.3, "30", "30,0%", 30.0, "0,30"])
def test_a_share_may_be_a_cell_shown_as_percent(district, printed):
    row = ["5А", 10, 1, 2, 6, 1, printed, ""]
    assert checks(district.one(_report(row))) == []


def test_a_nought_among_mean_marks_is_no_value(district):
    headings = ["Класс", "Кол-во учеников", "5", "4", "3", "2", "Средний балл"]
    rows = [*LABELS, headings, ["5А", 10, 1, 2, 6, 1, 0]]
    assert checks(district.one({"Лист1": rows})) == []


@pytest.mark.parametrize(
    ("text", "grades"),
    [("5-е классы", (5, 5)), ("Общий итог", (0, 12)), ("5 параллелі", (5, 5)), ("5А", None)],
)
def test_sums_are_known_by_their_words(text, grades):
    assert summed_grades(text) == grades


@pytest.mark.parametrize("text", ["Начальная школа", "Среднее звено", "Среднее значение"])
def test_stages_and_means_are_passed_over_unchecked(district, text):
    assert is_unchecked(text)
    report = district.one(_report(CLASS_5A, [text, 3, 1, 1, 1, 0, "", ""]))
    assert (report.rows_loaded, checks(report)) == (1, [])


def test_a_stage_that_names_its_grades_is_checked():
    assert not is_unchecked("Начальная школа 1-4")
