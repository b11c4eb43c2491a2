"""Several rows under one name: texts of one child are put together, namesakes both stay."""

import pytest

from dashboard.i18n import LANGUAGES, t
from dashboard.importer import reading
from dashboard.importer.diagnosis.sheet import read_reading_sheet
from dashboard.importer.options import Options
from dashboard.importer.recognise import recognise
from tests.importer.handmade import checks, workbook

A, B = "Айгүл А.", "Нурбек Б."
ABOVE = [["Школа: № 5"], ["Класс: 2А", "Учебный год: 2026/2027"], ["Язык: кыргызский"]]
LISTED, BARE = ["№", "ФИО", "Слов"], ["ФИО", "Слов"]


def _book(*lines: list, moment: str = "начало года") -> dict:
    return {"Лист1": [*ABOVE, [f"Срез: {moment}"], [], *lines]}


def _read(*lines: list, moment: str = "начало года") -> tuple[list[tuple], list[str]]:
    """Name, mark and words of each child; and what is told."""
    (table,) = recognise(reading.read("a.xlsx", workbook(_book(*lines, moment=moment)))).tables
    ((_, found),) = read_reading_sheet(table, Options())
    codes = [(row.values["pupil_code"], row.values["words_correct"]) for row in found.rows]
    told = [(getattr(code, "mark", code), words) for code, words in codes]
    return told, [problem.check for problem in found.problems]


NAMESAKES = {  # rows → marks with words; what is told
    "by year": ([["№", "ФИО", "Г.р.", "Слов"], [1, A, 2018, 4], [2, A, 2019, 5]], "2018", "2019"),
    "by gender": ([["№", "ФИО", "Пол", "Слов"], [1, A, "ж", 4], [2, A, "м", 5]], "f", "m"),
    "by the list": ([LISTED, [1, A, 4], [2, A, 5]], "1", "2"),
    "by nothing": ([BARE, [A, 4], [A, 5]], "1@start", "2@start"),
}
TOLD = {"by the list": ["namesakes"], "by nothing": ["namesakes_not_followed"]}


@pytest.mark.parametrize("case", NAMESAKES)
def test_namesakes_are_told_apart_by_what_stands_beside_them(case):
    lines, first, second = NAMESAKES[case]
    assert _read(*lines) == ([(first, 4), (second, 5)], TOLD.get(case, []))


def test_a_day_of_birth_and_its_year_give_one_mark():
    head = ["№", "ФИО", "Дата рождения", "Слов"]
    days = _read(head, [1, A, "04.05.2018", 4], [2, A, "07.01.2019", 5])
    assert days == _read(head, [1, A, 2018, 4], [2, A, 2019, 5])


def test_who_has_no_namesake_is_marked_by_nothing():
    head = ["№", "ФИО", "Г.р.", "Пол", "Слов"]
    assert _read(head, [1, A, 2018, "ж", 4], [2, B, 2019, "м", 5]) == ([("", 4), ("", 5)], [])


def test_both_namesakes_are_kept_and_followed_by_their_place(district):
    for moment, name in (("начало года", "a"), ("конец года", "b")):
        book = _book(LISTED, [1, A, 40], [2, A, 20], [3, B, 30], moment=moment)
        report = district.one(book, f"{name}.csv")
        assert (report.rows_loaded, checks(report)) == (3, ["namesakes"])
        assert A not in str(report)
    codes = district.rows("reading", "pupil_code", "round")
    assert len(codes) == 6
    assert len({code for code, _ in codes}) == 3


def test_namesakes_told_apart_by_nothing_are_not_followed(district):
    for moment, name in (("начало года", "a"), ("конец года", "b")):
        district.one(_book(BARE, [A, 40], [A, 20], [B, 30], moment=moment), f"{name}.csv")
    codes = district.rows("reading", "pupil_code", "round")
    assert len(codes) == 6
    assert len({code for code, _ in codes}) == 5


TEXTS = {  # rows of one child → the words of the middle; what is told
    "numbered texts": [["№", "ФИО", "Текст", "Слов"], [1, A, 1, 40], [1, A, 2, 10], [1, A, 3, 20]],
    "names left out": [
        ["№", "ФИО", "Текст", "Слов"],
        *([1, A, 1, 40], [None, None, 2, 10], [None, None, 3, 20]),
    ],
    "one number": [LISTED, [1, A, 40], [1, A, 10], [1, A, 20]],
    "one text missed": [
        ["ФИО", "Текст", "Слов"],
        *([A, 1, 40], [A, 2, "-"], [A, 3, 10], [A, 4, 20]),
    ],
}


@pytest.mark.parametrize("case", TEXTS)
def test_of_several_rows_of_a_child_the_middle_counts(case):
    assert _read(*TEXTS[case]) == ([("", 20)], ["several_rows"])


def test_rows_of_one_code_are_one_child():
    rows = _read(["Код", "Слов"], ["k1", 40], ["k1", 10], ["k1", 20], ["k2", 5])
    assert rows == ([("k1", 20), ("k2", 5)], ["several_rows"])


def test_what_one_row_alone_tells_is_not_lost(district):
    head = ["№", "ФИО", "Текст", "Слов", "Понимание", "Почерк"]
    rows = [[1, A, 1, 40, "4/5", 5], [1, A, 2, 10, None, None], [1, A, 3, 20, None, None]]
    district.one(_book(head, *rows))
    columns = ("words_correct", "questions_asked", "questions_right", "handwriting")
    assert district.rows("reading", *columns) == [(20, 5, 4, 5)]


def test_several_forms_of_a_child_are_put_together(district):
    head = "_id,startUnixtime,buildId,complete,sr_studentId,school,grade,language,"
    head += "orf.number_of_items_correct"
    rows = [
        f"f{n},1789459200000,b,true,s1,S05,2,Kyrgyz,{words}" for n, words in enumerate((9, 3, 5))
    ]
    report = district.one("\n".join([head, *rows]), year="2026-2027", round="start")
    assert (report.rows_loaded, checks(report)) == (1, ["several_rows"])
    assert district.rows("reading", "pupil_code", "words_correct") == [("s1", 5)]


WORDS = (
    *("bad_time", "several_rows", "namesakes", "namesakes_not_followed", "pupil_not_named"),
    *("row_not_counted", "column_not_read", "measure_without_round", "measure_without_language"),
    *("measure_without_words", "time_not_used"),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_of_reading_has_words(language):
    about = {"value": "@", "where": "@", "columns": "@"}
    for check in WORDS:
        assert "@" in t(f"problem.{check}", language, **about)
