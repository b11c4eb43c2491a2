"""Sheets of reading as methodists send them: read rightly, or a sentence says what is not."""

import pytest

from tests.importer.handmade import Desk, checks

ABOVE = [
    ["Школа: № 5", None],
    ["Класс: 2А", "Учебный год: 2026/2027"],
    ["Срез: начало года", "Язык: кыргызский"],
]
WIDE = [*ABOVE[:2], ["Язык: кыргызский"]]
A, B, C = "Асанова Айгүл", "Бакытов Нурбек", "Ведерников Пётр"
READ = ("words_correct", "seconds", "errors", "status")


def _book(*lines: list, above: list = ABOVE) -> dict:
    return {"Лист1": [*above, [], *lines]}


def _rates(desk: Desk) -> list[tuple]:
    """Of each reading the words a minute."""
    found = desk.rows("reading", "words_correct", "seconds", "status")
    return sorted(
        (round(w * 60 / (s or 60), 1) if w is not None else status for w, s, status in found),
        key=str,
    )


@pytest.mark.parametrize(
    ("heading", "cell", "time"),
    [
        *(("Время", said, 90) for said in ("1:30", "1 мин 30 сек", "1 мин. 30 с.", "90", 90)),
        *(("Время", said, 90) for said in ("90 сек", "1'30\"", "1 мүнөт 30 секунд", "00:01:30")),
        *(("Время", said, 60) for said in ("1 мин", "60 с", "1 мин 0 сек")),
        *(("Время (мин:сек)", said, 90) for said in (130, "130", "1:30", "1 мин 30 с")),
        *(("Время (мин)", said, 120) for said in (2, "2:00", "2 мин")),
        ("Время", 130, 130),
    ],
)
def test_time_is_read_as_it_is_written(district, heading, cell, time):
    report = district.one(_book(["№", "ФИО", "Слов", heading], [1, A, 42, cell]))
    assert checks(report) == []
    assert district.rows("reading", "seconds") == [(time,)]


@pytest.mark.parametrize(
    ("heading", "cell", "check"),
    [
        *(("Время", said, "bad_time") for said in ("1.30", 1.3, "1,30", 1.5)),
        *(("Время (мин)", said, "bad_time") for said in (1.5, "1,30", 90)),
        ("Время (мин:сек)", 175, "bad_number"),
        ("Время", "1 мин 75 сек", "bad_number"),
        ("Время", "быстро", "bad_number"),
        ("Время", 0, "bad_duration"),
    ],
)
def test_time_of_two_readings_is_told_by_its_cell(district, heading, cell, check):
    report = district.one(_book(["№", "ФИО", "Слов", heading], [1, A, 42, cell], [2, B, 40, None]))
    (problem,) = report.problems
    assert (problem.check, problem.row, problem.column) == (check, 6, heading)
    assert (report.rows_loaded, report.rows_rejected) == (1, 1)


def test_who_read_nothing_in_no_time_is_still_a_zero(district):
    assert checks(district.one(_book(["№", "ФИО", "Слов", "Время"], [1, A, 0, 0]))) == []
    assert district.rows("reading", *READ) == [(0, None, None, "tested")]


HEADS = {  # columns of one child and his words a minute; what is told
    "count and time": (["Слов", "Время"], [63, 90], 42, []),
    "count, time and pace": (["Слов", "Время", "Слов/мин"], [63, 90, 42], 42, []),
    "pace beside a time": (["Слов/мин", "Время"], [42, 90], 42, ["time_not_used"]),
    "pace and the text's words": (["Слов", "Сл/мин"], [70, 42], 42, ["column_not_read"]),
    "norm beside": (["Слов", "Норма", "Отклонение"], [42, 60, -18], 42, []),
    "mark beside": (["Слов", "Оценка", "Ошибки"], [42, 4, 1], 42, []),
    "two counts": (["Слов", "Прочитано слов"], [42, 60], 42, ["column_not_read"]),
    "an unknown kind": (["Слов", "Ошибки по видам"], [42, 3], 42, ["column_not_read"]),
    "errors twice": (["Слов", "Ошибки", "Ката"], [42, 1, 2], 42, ["column_not_read"]),
    "old letters": (["Окулган сєздєр", "Каталар"], [42, 1], 42, []),
    "old letters of pace": (["Мїнєтїнє сєз"], [42], 42, []),
}


@pytest.mark.parametrize("case", HEADS)
def test_columns_beside_the_words_do_not_change_them(district, case):
    head, row, pace, told = HEADS[case]
    report = district.one(_book(["№", "ФИО", *head], [1, A, *row]))
    assert (checks(report), _rates(district)) == (told, [pace])


def test_a_norm_under_the_same_head_is_no_second_text(district):
    lines = [
        ["№", "ФИО", "Скорость чтения", None, "Понимание"],
        [None, None, "слов", "норма", None],
        [1, A, 42, 60, "4/5"],
    ]
    assert checks(district.one(_book(*lines))) == []
    assert _rates(district) == [42]


@pytest.mark.parametrize(
    "foot", ["Итого", "Орточо", "Баары", "Всего", "Норма", "По классу", "Саны"]
)
@pytest.mark.parametrize("place", [(None,), ()])
def test_a_row_of_sums_is_no_child(district, foot, place):
    listed = [[1], [2]] if place else [[], []]
    head = ["№", "ФИО", "Слов"] if place else ["ФИО", "Слов"]
    foots = [[*place, foot, 41]]
    book = _book(head, [*listed[0], A, 42], [*listed[1], B, 40], *foots)
    district.one(book)
    assert _rates(district) == [40, 42]


def test_numbers_without_a_place_in_the_list_are_told(district):
    rows = [[1, A, 42], [2, B, 40], [None, "Сыйкырдуу сап", 41]]
    report = district.one(_book(["№", "ФИО", "Слов"], *rows))
    assert [(one.check, one.row, one.severity) for one in report.problems] == [
        ("row_not_counted", 8, "warning")
    ]
    assert "Сыйкырдуу" not in str(report)
    assert _rates(district) == [40, 42]


def test_a_result_without_a_name_is_told(district):
    report = district.one(_book(["№", "ФИО", "Слов"], [1, A, 42], [2, None, 40]))
    assert [(one.check, one.row) for one in report.problems] == [("pupil_not_named", 7)]


def test_the_line_that_numbers_the_columns_is_no_child(district):
    lines = [["№", "ФИО", "Слов", "Ошибки"], [1, 2, 3, 4], [1, A, 42, 1]]
    assert checks(district.one(_book(*lines))) == []
    assert _rates(district) == [42]


AWAY = ("н/б", "отс.", "-", "–", None, "Н", "болеет", "жок", "келген жок")


@pytest.mark.parametrize("cell", AWAY)
def test_who_is_away_is_no_zero(district, cell):
    district.one(_book(["№", "ФИО", "Слов"], [1, A, cell], [2, B, 0]))
    assert district.rows("reading", "status", "words_correct") == [("absent", None), ("tested", 0)]


def test_two_classes_in_one_sheet_with_a_repeated_head(district):
    head = ["№", "ФИО", "Слов"]
    lines = [head, [1, A, 42], [None, "Итого", 42], ["Класс: 2Б"], head, [1, B, 40]]
    assert checks(district.one(_book(*lines))) == []
    assert district.rows("reading", "letter", "words_correct") == [("А", 42), ("Б", 40)]


@pytest.mark.parametrize("line", ["2Б класс", "Класс: 2Б", "2-«Б»"])
@pytest.mark.parametrize("at", [0, 1])
def test_two_classes_under_one_head(district, line, at):
    lines = [["№", "ФИО", "Слов"], [1, A, 42], [*[None] * at, line], [1, B, 40]]
    assert checks(district.one(_book(*lines))) == []
    assert district.rows("reading", "letter", "words_correct") == [("А", 42), ("Б", 40)]


def test_a_list_of_a_district_has_its_schools_classes_and_rounds_in_columns(district):
    lines = [
        ["Школа", "Класс", "ФИО", "Этап", "Слов"],
        ["№ 5", "2А", A, "начало года", 20],
        ["№ 5", "2А", A, "конец года", 40],
        ["№ 1", "4Б", B, "начало года", 60],
    ]
    above = [["Учебный год: 2026/2027"], ["Язык: кыргызский"]]
    assert checks(district.one(_book(*lines, above=above))) == []
    told = ("school_id", "grade", "letter", "round", "words_correct")
    assert district.rows("reading", *told) == [
        *(("S01", 4, "Б", "start", 60), ("S05", 2, "А", "end", 40)),
        ("S05", 2, "А", "start", 20),
    ]
    assert len(set(district.rows("reading", "pupil_code"))) == 2


TONGUES = [
    [
        ["№", "ФИО", "Кыргызча", None, "Русский язык", None],
        [None, None, "Слов", "Ошибки", "Слов", "Ошибки"],
    ],
    [["№", "ФИО", "Слов (кыргызский)", "Ошибки (кыргызский)", "Слов (русский)"]],
]


@pytest.mark.parametrize("head", TONGUES)
def test_two_languages_of_one_child_stand_in_columns(district, head):
    counts = len(head[-1]) - 2
    row = {4: [42, 1, 30, 2], 3: [42, 1, 30]}[counts]
    above = [*ABOVE[:2], ["Срез: начало года"]]
    report = district.one(_book(*head, [1, A, *row], above=above))
    assert checks(report) == []
    assert district.rows("reading", "language", "words_correct") == [("ky", 42), ("ru", 30)]
    assert len(set(district.rows("reading", "pupil_code"))) == 1


def test_measures_of_no_round_beside_rounds_are_told(district):
    lines = [
        ["№", "ФИО", "Начало года", None, "Конец года", "Способ чтения"],
        [None, None, "Слов", "Ошибки", "Слов", None],
        [1, A, 20, 3, 40, "слоги"],
    ]
    report = district.one(_book(*lines, above=WIDE))
    (problem,) = report.problems
    assert (problem.check, problem.about["columns"]) == ("measure_without_round", "«Способ чтения»")
    assert sorted(district.rows("reading", "round", "words_correct", "manner")) == [
        *(("end", 40, None), ("start", 20, None))
    ]


def test_a_round_without_words_is_told(district):
    lines = [["№", "ФИО", "Слов (начало года)", "Ошибки (конец года)"], [1, A, 20, 3]]
    report = district.one(_book(*lines, above=WIDE))
    assert checks(report) == ["measure_without_words"]


@pytest.mark.parametrize(
    "name", ["Асанова, Айгүл", "Асанова,Айгүл", "АСАНОВА АЙГЇЛ", "Айгүл Асанова"]
)
def test_a_name_is_one_however_it_is_written(district, name):
    district.one(_book(["№", "ФИО", "Слов"], [1, A, 20]))
    first = district.rows("reading", "pupil_code")
    district.one(_book(["№", "ФИО", "Слов"], [1, name, 21]))
    assert district.rows("reading", "pupil_code", "words_correct") == [(*first[0], 21)]


TEXT = "Класс: 2А;;\r\nШкола: № 5;Учебный год: 2026/2027;\r\nСрез: начало года;Язык: русский;\r\n"
TEXT += "№;ФИО;Слов\r\n1;Асанова, Айгуль;42\r\n2;Бакытов Нурбек;н/б\r\nИтого;;42\r\n"
PAGE = """<html><head><meta charset="utf-8"></head><body><table>
<tr><td colspan=3>Школа: № 5</td></tr><tr><td colspan=3>Класс: 2А, Учебный год: 2026/2027</td></tr>
<tr><td colspan=3>Срез: начало года, Язык: русский</td></tr>
<tr><th rowspan=2>№</th><th rowspan=2>ФИО</th><th colspan=2>Скорость чтения</th></tr>
<tr><th>Слов</th><th>Ошибки</th></tr>
<tr><td>1</td><td>Асанова, Айгуль</td><td>42</td><td>1</td></tr>
<tr><td>2</td><td>Бакытов Нурбек</td><td>отс.</td><td></td></tr>
<tr><td colspan=2>Всего</td><td>42</td><td>1</td></tr></table></body></html>"""


@pytest.mark.parametrize(
    ("name", "data"),
    [("list.csv", TEXT.encode("cp1251")), ("list.xls", PAGE.encode()), ("list.html", PAGE)],
)
def test_texts_of_windows_and_pages_called_xls(district, name, data):
    report = district.bring({name: data}).files[0]
    assert (report.layout, checks(report)) == ("reading_sheet", [])
    assert district.rows("reading", "status", "words_correct") == [("absent", None), ("tested", 42)]


@pytest.mark.parametrize("told", ["Класс: II А", "Класс: ІІ «А»", "Класс: 2-А кл."])
def test_a_class_is_read_or_its_cell_is_told(district, told):
    book = _book(["№", "ФИО", "Слов"], [1, A, 42], above=[ABOVE[0], [told], *ABOVE[1:]])
    book["Лист1"][2] = ["Учебный год: 2026/2027"]
    report = district.one(book)
    if report.status == "loaded":
        assert district.rows("reading", "grade", "letter") == [(2, "А")]
    else:
        assert [(one.check, one.row) for one in report.problems] == [("bad_class", 2)]
