"""Every way people write a year, a period, a class, a number … is read, or plainly refused."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importer.normalise.day import day
from dashboard.importer.normalise.empty import is_empty
from dashboard.importer.normalise.flag import flag
from dashboard.importer.normalise.group import part_group
from dashboard.importer.normalise.number import count, degree, number, printed
from dashboard.importer.normalise.period import period
from dashboard.importer.normalise.pupil_code import pupil_code
from dashboard.importer.normalise.round import reading_round
from dashboard.importer.normalise.school_class import letter, school_class
from dashboard.importer.normalise.text import fold, plain, skeleton
from dashboard.importer.normalise.year import year

READ = {
    year: {
        "2023-2024": "2023/2024 2023/24 2023–2024 2023-2024",
        "2024-2025": ("2024-2025 уч. год", "2024-2025-окуу жылы", "2024/2025 оқу жылы"),
        "1999-2000": ("1999/00",),
    },
    period: {
        "Q1": ("1 четверть", "I четверть", "1 ЧТ", "Q1", "І тоқсан", "1-чейрек", "q1"),
        "Q2": ("2 четверть (1 полугодие)", "вторая четверть", "экинчи чейрек", "2-ші тоқсан"),
        "Q3": ("3 тоқсан", "III четверть", "үшінші тоқсан"),
        "Q4": ("4 чейрек", "4 четверть (2 полугодие)", "IV четверть", "4 чт"),
        "H1": ("1 полугодие", "1-жарым жылдык", "1 жартыжылдық", "H1"),
        "H2": ("II полугодие", "2 жарым жылдык"),
        "Y": ("Год", "Годовая", "жылдык", "жылдық", "Y", "за год"),
    },
    reading_round: {
        "start": ("start", "начало года", "жылдын башы", "оқу жылының басы"),
        "middle": ("middle", "середина", "жылдын ортосу"),
        "end": ("end", "конец года", "жылдын аягы", "оқу жылының соңы"),
    },
}


def _cases():
    for read, values in READ.items():
        for value, texts in values.items():
            for text in texts.split() if isinstance(texts, str) else texts:
                yield pytest.param(read, text, value, id=f"{read.__name__}-{text}")


@pytest.mark.parametrize(("read", "text", "value"), list(_cases()))
def test_every_spelling_gives_the_one_value(read, text, value):
    assert read(text) == value


@pytest.mark.parametrize(
    "text", ["8А", "8 А", "8-А", '8"А"', "8«А»", "8 а класс", "8A", "8-«А» классы", "8 ‘А’"]
)
def test_every_spelling_of_a_class_gives_grade_and_cyrillic_letter(text):
    assert school_class(text) == (8, "А", None)


def test_a_grade_may_stand_alone():
    assert [school_class(cell) for cell in (8, "8", "8 класс")] == [(8, None, None)] * 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        *(("II А", (2, "А")), ("ІІ-А", (2, "А")), ("II «Б» класс", (2, "Б")), ("IIА", (2, "А"))),
        *(("IX", (9, None)), ("ХI", (11, None)), ("ІХ-B", (9, "В")), ("X-А", (10, "А"))),
        *(("V класс", (5, None)), ("Класс Х", (10, None)), ("І сынып", (1, None))),
        *(("I", (1, None)), ("І", (1, None)), ("V", (5, None))),
        *(("Ⅷ-А", (8, "А")), ("XӀ А", (11, "А")), ("IV кл.", (4, None)), ("VII Ә", (7, "Ә"))),
    ],
)
def test_a_roman_grade_is_read_in_letters_of_either_alphabet(text, told):
    assert school_class(text) == (*told, None)


LONE = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯӘӨҮҚABCDEHKMOPTX"


@pytest.mark.parametrize("shape", ["{}", "«{}»", " {} ", "{}."])
@pytest.mark.parametrize("letter", LONE)
def test_the_letter_of_a_class_alone_is_never_a_grade(letter, shape):
    """«Х» may be the tenth grade and the letter; «С» and «М» are Roman too, but no grades."""
    with pytest.raises(ValueError, match="bad_class"):
        school_class(shape.format(letter))


@pytest.mark.parametrize(
    "text",
    [
        "I-IV",
        "I-V",
        "IIX",
        "XII-А",
        "ХА",
        "Х.А.",
        "I ч",
        "II аб",
        "IIII",
        "I четверть",
        "IV тоқсан",
    ],
)
def test_what_only_looks_like_a_roman_grade_is_refused(text):
    with pytest.raises(ValueError, match="bad_class"):
        school_class(text)


def test_a_latin_letter_without_a_cyrillic_look_alike_stays():
    assert letter("g") == "G"


def test_a_latin_schwa_is_the_kazakh_letter():
    assert letter("ə") == "Ә"
    assert skeleton("əл") == skeleton("әл")


@pytest.mark.parametrize(
    ("read", "cell", "check"),
    [
        (year, "2024", "bad_year"),
        (year, 2024, "bad_year"),
        (year, "2023-2025", "bad_year"),
        (year, "сентябрь 2023-2024", "bad_year"),
        (period, "1", "bad_period"),
        (period, "5 четверть", "bad_period"),
        (period, "3 полугодие", "bad_period"),
        (period, "2024/2025 учебный год", "bad_period"),
        (period, "с 24.03.25 по 24.05.25", "bad_period"),
        (school_class, "13А", "bad_class"),
        (school_class, "5-9", "bad_class"),
        (school_class, "8АБ", "bad_class"),
        (letter, "АБ", "bad_class"),
        (count, "2,5", "bad_number"),
        (count, 2.5, "bad_number"),
        (count, "67%", "bad_number"),
        (count, "пять", "bad_number"),
        (count, True, "bad_number"),
        (count, float("nan"), "bad_number"),
        (count, "١٢", "bad_number"),
        (count, "99999999999", "bad_number"),
        (count, "-5", "negative_number"),
        (count, "−5", "negative_number"),
        (number, "-0,5", "negative_number"),
        (degree, "181", "bad_number"),
        (day, "31.02.2026", "bad_date"),
        (day, "18 ноября", "bad_date"),
        (day, 45000, "bad_date"),
        (day, date(1, 1, 1), "bad_date"),
        (flag, "может быть", "bad_choice"),
        (reading_round, "весна", "bad_round"),
        (pupil_code, "Асанов Үсөн", "pupil_named"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(read, cell, check):
    with pytest.raises(ValueError, match=check):
        read(cell)


@pytest.mark.parametrize(("cell", "value"), [("25", 25), ("25,0", 25), ("1 234", 1234), (7, 7)])
def test_counts_are_read_with_commas_and_spaces(cell, value):
    assert count(cell) == value


@pytest.mark.parametrize(
    ("cell", "value"), [("67,5%", (67.5, 1)), ("67 %", (67, 0)), (0.67, (0.67, 2))]
)
def test_a_printed_rate_keeps_its_decimals(cell, value):
    assert printed(cell) == value


def test_under_the_heading_quarter_a_bare_number_is_a_quarter():
    assert [period("1", "Четверть"), period(2, "Чейрек:"), period("1", "Полугодие")] == [
        "Q1",
        "Q2",
        "H1",
    ]


@pytest.mark.parametrize(
    "cell",
    [
        "18.11.2026",
        "2026-11-18",
        "18-11-2026",
        "2026.11.18",
        date(2026, 11, 18),
        datetime(2026, 11, 18, 9),
    ],
)
def test_dates_are_read_in_both_orders(cell):
    assert day(cell) == date(2026, 11, 18)


@pytest.mark.parametrize(
    ("text", "value"), [("да", True), ("иә", True), ("+", True), ("жоқ", False), ("0", False)]
)
def test_yes_and_no_in_four_languages(text, value):
    assert flag(text) is value


@pytest.mark.parametrize(
    "cell", [None, "", " ", "-", "—", "н/д", "нет данных", "Nope", "None", "Баға жоқ", "#DIV/0!"]
)
def test_nothing_is_written_in_many_ways(cell):
    assert is_empty(cell)


@pytest.mark.parametrize("cell", [0, "0", "+", "н/а", False])
def test_a_nought_is_not_nothing(cell):
    assert not is_empty(cell)


def test_no_is_an_answer_among_flags():
    assert (is_empty("нет"), is_empty("нет", flag=True)) == (True, False)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Алгебра (1 гр.)", ("Алгебра", "1")),
        ("Информатика 2-топ", ("Информатика", "2")),
        ("Математика (Т1)", ("Математика", None)),
        ("Физика углуб.", ("Физика", None)),
        ("История", ("История", None)),
    ],
)
def test_group_and_level_are_parted_from_a_subject(text, parts):
    assert part_group(text) == parts


def test_look_alike_letters_and_old_fonts_have_one_skeleton():
    assert skeleton("Мeктеп «Єрїктї»") == skeleton("мектеп Өрүктү")


def test_halves_of_letters_and_marks_of_no_width_are_dropped():
    assert plain("\u200bа\x00б\ud800 \u00a0 в") == "аб в"


def test_headings_fold_to_one_spelling():
    spellings = ["% кач. зн.", "%  Кач. зн", "% кач.\nзн.:", "«% кач. зн.»"]
    assert {fold(text) for text in spellings} == {"% кач зн"}


@given(st.one_of(st.text(max_size=20), st.integers(), st.floats(), st.booleans(), st.none()))
def test_readers_raise_nothing_but_the_name_of_a_check(cell):
    for read in (year, period, school_class, letter, count, number, degree, printed, day, flag):
        assert _complaint(read, cell).partition("_")[0] in ("", "bad", "negative")


def _complaint(read, cell) -> str:
    try:
        read(cell)
    except ValueError as error:
        return str(error)
    return ""


@given(st.integers(0, 10**9))
def test_a_count_written_as_text_is_the_same_count(value):
    assert count(str(value)) == count(f"{value:,}".replace(",", " ")) == value
