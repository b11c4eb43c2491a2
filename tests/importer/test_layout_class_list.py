"""Lists of pupils by subjects are counted to marks of the class; nobody is named."""

import pytest

from dashboard.importer.options import Options
from dashboard.importer.recognise import recognise
from dashboard.importer.wide.class_list import read_class_list
from dashboard.spec.sheet import Sheet
from tests.importer.handmade import checks
from tests.importer.layout_rows import (
    CLASS_LIST,
    CLASS_TEACHER,
    LABELS,
    MANY_PERIODS,
    OF_CLASS,
    PUPILS,
)
from tests.importer.layout_samples import SAMPLES, Sample, written

PLACE = ("school_id", "year", "period", "grade", "letter")
COUNTS = ("roster", "n5", "n4", "n3", "n2", "not_assessed", "exempt", "no_mark")


def _read(rows: list):
    width = max(map(len, rows))
    sheet = Sheet("", tuple((*row, *[None] * (width - len(row))) for row in rows))
    (table,) = recognise([sheet]).tables
    ((_, reading),) = read_class_list(table, Options())
    return reading


def _counts(rows: list) -> dict:
    found = {}
    for row in _read(rows).rows:
        key = (row.values["subject_id"], row.values.get("period"))
        found[key] = {name: row.values[name] for name in COUNTS if row.values[name]}
    return found


@pytest.mark.parametrize("form", ["csv", "xlsx", "html"])
def test_a_class_is_counted_by_subject(district, form):
    """«-» does not study it; a teaching group has the pupils that have its marks."""
    report = district.one(written(SAMPLES["class"], form), name=f"a.{form}")
    assert (report.layout, report.status, checks(report)) == ("class_list", "loaded", [])
    assert set(district.rows("marks", *PLACE)) == {("S05", "2026-2027", "Q1", 8, "А")}
    assert district.rows("marks", "subject_id", "group", *COUNTS) == [
        ("algebra", None, 3, 1, 0, 1, 0, 0, 0, 1),
        ("english", "1", 1, 1, 0, 0, 0, 0, 0, 0),
        ("physical_education", None, 2, 1, 0, 0, 0, 0, 1, 0),
        ("physics", None, 3, 0, 1, 1, 0, 1, 0, 0),
    ]


@pytest.mark.parametrize("form", ["csv", "xlsx", "html"])
def test_a_pupil_has_a_row_for_each_period_and_a_name_in_the_first(district, form):
    """An exam is part of the final mark; a subject without marks in a period has none."""
    report = district.one(written(SAMPLES["class, periods"], form), name=f"a.{form}")
    assert (report.status, checks(report)) == ("loaded", [])
    assert district.rows("marks", "subject_id", "period", "roster", "n5", "n4", "n3") == [
        ("algebra", "Q1", 2, 1, 0, 1),
        ("algebra", "Q2", 2, 0, 1, 1),
        ("physics", "Q1", 2, 0, 1, 1),
    ]


def test_a_name_in_every_row_is_one_pupil_still():
    rows = [row[:] for row in MANY_PERIODS]
    for row in rows[2:4]:
        row[1] = PUPILS[0]
    rows[5][1] = PUPILS[1]
    assert _counts(rows) == _counts(MANY_PERIODS)


def test_two_pupils_of_one_name_are_two():
    rows = [MANY_PERIODS[0], [1, PUPILS[0], "1 четверть", 5, 5], [2, PUPILS[0], "1 четверть", 4, 4]]
    assert _counts(rows)["Алгебра", "Q1"] == {"roster": 2, "n5": 1, "n4": 1}


def test_of_two_marks_of_the_year_the_last_counts():
    rows = [MANY_PERIODS[0], [1, PUPILS[0], "Годовая", 4, 4], [None, None, "Итоговая", 5, None]]
    assert _counts(rows) == {
        ("Алгебра", "Y"): {"roster": 1, "n5": 1},
        ("Физика", "Y"): {"roster": 1, "n4": 1},
    }


def test_several_classes_in_one_list_are_counted_apart(district):
    head = ["№", "Класс", "ФИО", "Алгебра"]
    rows = [head, [1, "8А", PUPILS[0], 5], [2, None, PUPILS[1], 4], [1, "8Б", PUPILS[2], 3]]
    assert _read(rows).rejected == 1  # a class that nobody tells
    rows[2][1] = "8А"
    report = district.one({"Лист1": [*LABELS, *rows]})
    assert checks(report) == []
    assert district.rows("marks", "letter", "roster", "n5") == [("А", 2, 1), ("Б", 1, 0)]


@pytest.mark.parametrize("key", ["class teacher, kk", "class teacher, ru"])
def test_rates_below_the_pupils_are_checked(district, key):
    report = district.one(written(SAMPLES[key], "xlsx"), name="a.xlsx")
    assert (report.status, checks(report)) == ("loaded", [])
    assert district.rows("marks", "subject_id", "roster", "n5", "n4", "n3") == [
        ("algebra", 2, 1, 1, 0),
        ("physics", 2, 0, 1, 1),
    ]


def test_a_rate_that_does_not_follow_names_its_row_and_subject(district):
    rows = [row[:] for row in CLASS_TEACHER]
    rows[4][2] = "60,0"
    report = district.one({"Лист1": [*OF_CLASS, *rows]})
    assert [(p.check, p.column) for p in report.problems] == [
        ("rate_disagrees", "пән бойынша білім сапасының %: Физика")
    ]


def test_counts_below_the_pupils_are_checked_and_not_loaded(district):
    sums = [
        [None, "Кол-во «5» по пред-ту", 1, 0],
        ["Качество знаний по дисциплине", None, 50, 66.7],
    ]
    sums += [[None, "Кол-во «4»", 0, 2], [None, "Классный руководитель: Асанова А.А."]]
    report = district.one({"Лист1": [*OF_CLASS, *CLASS_LIST, *sums]})
    found = [(p.check, p.row, p.column) for p in report.problems]
    assert found == [
        ("rate_disagrees", 6, "Качество знаний по дисциплине: Физика"),
        ("subtotal_disagrees", 11, "Кол-во «4»: Физика"),
    ]
    assert len(district.rows("marks", "subject_id")) == 4


def test_a_mark_that_cannot_be_read_names_its_cell_and_spares_the_other_subjects(district):
    rows = [row[:] for row in CLASS_LIST]
    rows[2][3] = "пять"
    report = district.one({"Лист1": [*OF_CLASS, *rows]})
    assert [(p.check, p.row, p.column, p.value) for p in report.problems] == [
        ("bad_mark", 7, "Физика", "пять")
    ]
    assert "physics" not in str(district.rows("marks", "subject_id"))
    assert report.rows_loaded == 3


def test_averages_under_the_subjects_are_no_marks(district):
    rows = [CLASS_LIST[0][:4], [1, PUPILS[0], 4.5, 3.8], [2, PUPILS[1], 3.2, 4.9]]
    assert checks(district.one({"Лист1": [*OF_CLASS, *rows]})) == ["unknown_layout"]


def test_a_subject_of_averages_among_others_is_told_of(district):
    rows = [CLASS_LIST[0][:4], [1, PUPILS[0], 5, 3.8], [2, PUPILS[1], 3, 4.9]]
    report = district.one({"Лист1": [*OF_CLASS, *rows]})
    assert [(p.check, p.row, p.column) for p in report.problems] == [
        ("bad_mark", 6, "Физика"),
        ("bad_mark", 7, "Физика"),
    ]
    assert report.rows_loaded == 1


def test_words_of_a_reading_check_are_no_marks_of_a_language(district):
    rows = [["№", "ФИО", "Русский язык", "Кыргыз тили"], [1, PUPILS[0], 42, 38]]
    assert district.one({"Лист1": [*OF_CLASS, *rows]}).layout != "class_list"


def test_languages_alone_are_subjects(district):
    rows = [["№", "ФИО", "Русский язык", "Кыргыз тили"], [1, PUPILS[0], 4, 5]]
    report = district.one({"Лист1": [*OF_CLASS, *rows]})
    assert (report.layout, checks(report)) == ("class_list", [])
    assert district.rows("marks", "subject_id", "n5", "n4") == [
        ("kyrgyz_language", 1, 0),
        ("russian_language", 0, 1),
    ]


SIDE_BY_SIDE = [
    ["№", "Ф.И.О.", "Алгебра", None, None, "Физика", None, "Ср. балл"],
    [None, None, "I четверть", "2 чейрек", "Год", "1 четверть", "Годовая", None],
    [1, PUPILS[0], 5, 4, 5, 4, 4, 4.5],
    [2, PUPILS[1], 3, 3, None, "н/а", 4, 3.5],
    [None, "% качества", 50, 50, 100, 50, 100, None],
]
MERGED = ((3, 2, 3, 4), (3, 5, 3, 6), (3, 0, 4, 0), (3, 1, 4, 1), (3, 7, 4, 7))


@pytest.mark.parametrize("form", ["csv", "xlsx", "html"])
def test_periods_may_stand_side_by_side_under_each_subject(district, form):
    above = [*LABELS[:2], ["Класс: 8А"]]
    sample = Sample("class_list", [*above, *SIDE_BY_SIDE], MERGED)
    report = district.one(written(sample, form), name=f"a.{form}")
    assert (report.layout, report.status, checks(report)) == ("class_list", "loaded", [])
    columns = ("subject_id", "period", "roster", "n5", "n4", "n3", "not_assessed", "no_mark")
    assert district.rows("marks", *columns) == [
        ("algebra", "Q1", 2, 1, 0, 1, 0, 0),
        ("algebra", "Q2", 2, 0, 1, 1, 0, 0),
        ("algebra", "Y", 2, 1, 0, 0, 0, 1),
        ("physics", "Q1", 2, 0, 1, 0, 1, 0),
        ("physics", "Y", 2, 0, 2, 0, 0, 0),
    ]


def test_a_rate_below_one_of_several_periods_is_of_that_period(district):
    rows = [row[:] for row in SIDE_BY_SIDE]
    rows[4][3] = 60
    report = district.one({"Лист1": [*LABELS[:2], ["Класс: 8А"], *rows]})
    assert checks(report) == ["rate_disagrees"]


def test_the_class_of_a_pupil_holds_for_all_his_periods():
    rows = [["№", "Класс", "ФИО", "Период", "Алгебра"], [1, "8А", PUPILS[0], "1 четверть", 5]]
    rows += [[None, None, None, "2 четверть", 4], [2, "8Б", PUPILS[1], "1 четверть", 3]]
    found = [(row.values["letter"], row.values["period"]) for row in _read(rows).rows]
    assert found == [("А", "Q1"), ("А", "Q2"), ("Б", "Q1")]


def test_a_signature_below_the_list_is_no_pupil():
    rows = [*CLASS_LIST, [], [None, "Асанова А.А. ____________"]]
    assert _counts(rows) == _counts(CLASS_LIST)


def test_a_line_of_numbers_under_the_headings_is_no_pupil():
    rows = [CLASS_LIST[0], [1, 2, 3, 4, 5, 6, 7, 8], *CLASS_LIST[1:]]
    assert _counts(rows) == _counts(CLASS_LIST)


def test_a_subject_that_nobody_knows_waits_alone(district):
    rows = [[*CLASS_LIST[0][:4], "Аттанууну үйрөнүү"], [1, PUPILS[0], 5, 4, 5]]
    report = district.one({"Лист1": [*OF_CLASS, *rows]})
    assert (report.rows_loaded, report.rows_rejected) == (2, 1)
    assert checks(report) == ["unknown_subject"]


LEFT = [("missing_school", 0), ("missing_year", 1), ("missing_period", 2), ("missing_class", 3)]


@pytest.mark.parametrize(("check", "left"), LEFT)
def test_what_stands_nowhere_is_asked_for(district, check, left):
    above = [line for place, line in enumerate(OF_CLASS) if place != left]
    report = district.one({"Лист1": [*above, *CLASS_LIST]})
    assert (report.status, checks(report)) == ("rejected", [check])


def test_a_list_of_pupils_without_a_subject_is_no_class_list(district):
    rows = [["№", "ФИО", "Рост", "Группа здоровья"], [1, PUPILS[0], 5, 2], [2, PUPILS[1], 4, 3]]
    assert checks(district.one({"Лист1": rows})) == ["unknown_layout"]
