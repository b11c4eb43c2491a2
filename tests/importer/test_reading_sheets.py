"""Sheets of a class's reading check: names become codes, a blank is no zero."""

from datetime import date

import pytest

from dashboard.importer.diagnosis import cells, sheet
from tests.importer.handmade import Desk, checks

ABOVE = [
    ["Школа: № 5", None],
    ["Класс: 2А", "Учебный год: 2026/2027"],
    ["Срез: начало года", "Язык: кыргызский", "Дата: 15.09.2026"],
]
HEAD = ["№", "ФИО", "Скорость чтения", "Ошибки", "Понимание", "Способ чтения", "Почерк"]
NAMES = ["Асанова Айгүл", "Бакытов Нурбек", "Ведерников Пётр", "Дүйшөнова Чолпон"]
MEASURES = ("words_correct", "errors", "questions_asked", "questions_right", "manner")


def _sheet(*rows: list, head: list = HEAD, above: list = ABOVE, under: tuple = ()) -> dict:
    numbered = [[place, *row] for place, row in enumerate(rows, 1)]
    return {"Лист1": [*above, [], head, *numbered, *under]}


def _read(desk: Desk, *columns: str) -> list[tuple]:
    return desk.rows("reading", *columns)


def test_a_class_sheet_is_read(district):
    report = district.one(
        _sheet(
            [NAMES[0], 42, 1, "4/5", "слоги", 4],
            [NAMES[1], 0, 0, "0/5", "по слогам", 2],
            [NAMES[2], None, None, None, None, None],
            [NAMES[3], "отказ"],
            under=([None, "Средний балл", 21], [None, "Учитель: Асанова А."]),
        )
    )
    assert (report.layout, report.status, checks(report)) == ("reading_sheet", "loaded", [])
    assert _read(district, "status", *MEASURES, "handwriting") == [
        ("absent", None, None, None, None, None, None),
        ("refused", None, None, None, None, None, None),
        ("tested", 0, 0, 5, 0, "syllables", 2),
        ("tested", 42, 1, 5, 4, "syllables", 4),
    ]
    told = ("school_id", "year", "round", "grade", "letter", "language", "date")
    day = date(2026, 9, 15)
    assert set(_read(district, *told)) == {("S05", "2026-2027", "start", 2, "А", "ky", day)}


def test_no_name_reaches_the_store(district):
    report = district.one(_sheet(*([name, 40, 1, "4/5", "слоги", 4] for name in NAMES)))
    outside = [path for path in district.settings.store.rglob("*") if "files" not in path.parts[-2]]
    kept = b"".join(path.read_bytes() for path in outside if path.is_file())
    assert kept
    for part in " ".join(NAMES).split():
        assert part.encode() not in kept
        assert part not in str(report)


def test_a_child_keeps_the_code_over_rounds_and_spellings(district):
    district.one(_sheet([NAMES[2], 40, 1]))
    above = [["Мектеп: 5-мектеп"], ["Класс: 2 «а»", "Окуу жылы: 2026-2027"]]
    above += [["Текшерүү: жылдын аягы", "Тили: кыргыз тили"]]
    later = _sheet(["ПЕТР  ВЕДЕРНИКОВ", 60, 0], above=above)
    assert district.one(later, "later.csv").status == "loaded"
    codes = _read(district, "pupil_code", "round")
    assert [round_ for _, round_ in codes] == ["end", "start"]
    assert len({code for code, _ in codes}) == 1


def test_codes_are_of_one_store_alone(district):
    """Without the key nobody can try names until one fits."""
    district.one(_sheet([NAMES[0], 40]))
    (code,) = _read(district, "pupil_code")
    (district.settings.store / "pupil_key").unlink()
    district.one(_sheet([NAMES[0], 41]))
    assert _read(district, "pupil_code") != [code]


def test_a_check_makes_no_key(district):
    district.bring({"a.xlsx": _sheet([NAMES[0], 40])}, check=True)
    assert not (district.settings.store / "pupil_key").exists()


@pytest.mark.parametrize(
    ("left", "problem"),
    [(0, "missing_school"), (1, "missing_class"), (2, "missing_round"), (3, "missing_language")],
)
def test_what_nobody_tells_rejects_the_sheet(district, left, problem):
    lines = [["Школа: № 5"], ["Класс: 2А"], ["Раунд: начало"], ["Язык: русский"]]
    lines.append(["Учебный год: 2026-2027"])
    del lines[left]
    report = district.one(_sheet([NAMES[0], 40], above=lines))
    assert (report.status, checks(report)) == ("rejected", [problem])


def test_a_year_may_be_missing_too(district):
    above = [["Школа: № 5"], ["Класс: 2А"], ["Раунд: начало"], ["Язык: русский"]]
    assert checks(district.one(_sheet([NAMES[0], 40], above=above))) == ["missing_year"]


HEADS = [
    ["№", "Окуучунун аты-жөнү", "Окуу ылдамдыгы", "Каталар", "Түшүнүү", "Окуу ыкмасы", "Кол жазма"],
    ["Р/с", "Оқушының аты-жөні", "Оқу қарқыны", "Қателер", "Түсініп оқу", "Оқу тәсілі", "Жазу"],
    ["No", "Name", "Words per minute", "Errors", "Comprehension", "Manner", "Handwriting"],
    ["№", "Фамилия, имя", "Техника чтения", "Ошибок", "Осознанность", "Способ", "Каллиграфия"],
]


@pytest.mark.parametrize("head", HEADS)
def test_headings_in_four_languages(district, head):
    district.one(_sheet([NAMES[0], 42, 1, "4/5", "words", 5], head=head))
    assert _read(district, *MEASURES, "handwriting") == [(42, 1, 5, 4, "words", 5)]


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        *((away, "absent") for away in ("н/б", "жок", "жоқ", "отс.", None, "-")),
        *(("отказ", "refused"), ("баш тартты", "refused"), ("0", "tested")),
    ],
)
def test_a_blank_is_not_a_zero(district, cell, status):
    district.one(_sheet([NAMES[0], cell]))
    words = 0 if status == "tested" else None
    assert _read(district, "status", "words_correct") == [(status, words)]


@pytest.mark.parametrize(
    ("head", "cell", "found"),
    [
        ("Понимание", "4 из 5", (5, 4)),
        ("Понимание", date(2026, 5, 4), (5, 4)),
        ("Понимание (5 вопросов)", "80 %", (5, 4)),
    ],
)
def test_what_was_understood(head, cell, found):
    said = sheet.ASKED.search(head)
    assert cells.understood(cell, int(said.group(1)) if said else None) == found


def test_a_percentage_needs_the_questions(district):
    rows = [[NAMES[0], 42, 1, "80 %"]]
    report = district.one(_sheet(*rows))
    assert (report.status, checks(report)) == ("rejected", ["bad_comprehension"])
    asked = [*ABOVE, ["Количество вопросов: 5"]]
    assert district.one(_sheet(*rows, above=asked)).status == "loaded"
    assert _read(district, "questions_asked", "questions_right") == [(5, 4)]


@pytest.mark.parametrize(("cell", "time"), [("1:30", 90), (75, 75), ("0:01:05", 65), (130, 130)])
def test_times_are_seconds_or_with_a_colon(district, cell, time):
    district.one(_sheet([NAMES[0], 42, cell], head=["№", "ФИО", "Слов", "Время"]))
    assert _read(district, "seconds") == [(time,)]


def test_a_bad_cell_spoils_its_row_alone(district):
    report = district.one(_sheet([NAMES[0], "много"], [NAMES[1], 40]))
    assert (report.rows_loaded, report.rows_rejected, checks(report)) == (1, 1, ["bad_number"])


def test_rounds_stand_beside_each_other_in_any_order(district):
    first = ["№", "ФИО", "конец года", None, "начало года", None]
    second = [None, None, "слов", "ошибки", "слов", "ошибки"]
    book = _sheet([NAMES[0], None, None, 20, 3], [NAMES[1], None, None, None, None], head=second)
    book["Лист1"].insert(len(ABOVE) + 1, first)
    above = [line[:2] if number < 2 else line[1:] for number, line in enumerate(ABOVE)]
    book["Лист1"][: len(ABOVE)] = above
    report = district.one(book)
    assert (report.layout, checks(report)) == ("reading_sheet", [])
    expected = [("start", "absent", None, None), ("start", "tested", 20, 3)]
    assert _read(district, "round", "status", "words_correct", "errors") == expected


@pytest.mark.parametrize(
    "rounds",
    [("башы", "ортосу", "аягы"), ("аягы", "башы", "ортосу"), ("соңы", "ортасы", "басы")],
)
def test_rounds_may_head_the_words_themselves(district, rounds):
    known = {"башы": "start", "басы": "start", "ортосу": "middle", "ортасы": "middle"}
    book = _sheet([NAMES[0], 10, 20, 30], head=[None, None, *rounds])
    book["Лист1"].insert(len(ABOVE) + 1, ["№", "ФИО", "Окуу ылдамдыгы", None, None])
    book["Лист1"][2] = ["Язык: кыргызский"]
    assert checks(district.one(book)) == []
    found = {known.get(name, "end"): words for name, words in zip(rounds, (10, 20, 30))}
    assert dict(_read(district, "round", "words_correct")) == found


def test_of_several_texts_the_middle_one_counts(district):
    head = ["№", "ФИО", "Текст 1", "Текст 2", "Текст 3"]
    district.one(_sheet([NAMES[0], 10, 44, 38], [NAMES[1], 0, 20, None], head=head))
    rates = [
        (words * 60 / (time or 60)) for words, time in _read(district, "words_correct", "seconds")
    ]
    assert sorted(rates) == [10, 38]


@pytest.mark.parametrize(
    "head",
    [
        ["№", "ФИО", "Слов (начало года)", "Ошибок (начало года)", "Слов (конец года)"],
        ["№", "Аты-жөнү", "Башы: сөз", "Башы: каталар", "Аягы: сөз"],
        ["No", "Name", "Words, start of the year", "Errors, start of the year", "Words, end"],
    ],
)
def test_one_heading_may_tell_the_measure_and_its_round(district, head):
    above = [*ABOVE[:2], ["Язык: кыргызский"]]
    assert checks(district.one(_sheet([NAMES[0], 20, 3, 44], head=head, above=above))) == []
    expected = [("end", 44, None), ("start", 20, 3)]
    assert _read(district, "round", "words_correct", "errors") == expected
