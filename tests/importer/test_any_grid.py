"""Bad data never raises: whatever stands in a grid, it is loaded or told of."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.importer import outcome as outcomes
from dashboard.importer.facts import Facts
from dashboard.importer.names import Names
from dashboard.importer.options import Options
from dashboard.importer.register import Entry, register
from dashboard.importer.staged import Staged, understood
from dashboard.spec.sheet import Sheet

SCHOOLS = register([Entry("S01", ("№ 1 мектеп",)), Entry("S05", ("№ 5",))], numbered=True)
SUBJECTS = register([Entry("algebra", ("Алгебра",)), Entry("physics", ("Физика",))])
NAMES = Names(SCHOOLS, SUBJECTS, {})
HEADS = [
    ["Класс", "Кол-во учеников", "5", "4", "3", "2", "% кач. зн."],
    ["Класс", "Период", "Кол-во учеников", "Отл", "Хор", "Уд", "Неуд"],
    ["Сынып", "5", "4", "3", "2", "Барлығы", "Сапа %"],
    ["", "Ученики", "Сентябрь", "СР", "1 ЧТ", "2 ЧТ", "Год"],
    ["school_id", "year", "period", "grade", "subject_id", "roster", "n5", "n4", "n3", "n2"],
    ["pupil_code", "school_id", "year", "round", "grade", "language", "status"],
    ["№", "ФИО", "Код", "Школа", "Стаж", "ИКТ, 2024", "480", "Курс K-1"],
    ["№", "Код", "Школа", "12.10.2026", "1-күн", "13.10"],
]
WORDS = st.sampled_from(
    (
        *("S01", "№ 5", "Алгебра", "7А", "8«Б»", "Школа", "5 Параллель", "итог", "5-9", "н/д"),
        *("2026/2027", "-", "1 четверть", "67%", "12,5", "=1+1", "Школа: № 5", "Период:", "5"),
        *("Н/А", "осв", "Предмет: Физика", "start", "tested", "ky", "#DIV/0!", "  ", "«»", "()"),
        *(
            "+",
            "да",
            "12.04.2024",
            "№ 7",
            "T-1",
            "Дата: 01.11.2026",
            "Курс: ИКТ",
            "72 ч",
            "32.13.2024",
        ),
    )
)
CELLS = st.one_of(
    st.none(),
    WORDS,
    st.integers(-3, 40),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.text(max_size=8),
)
GRIDS = st.builds(
    lambda above, head, below: [*above, head, *below],
    st.lists(st.lists(CELLS, max_size=6), max_size=4),
    st.one_of(st.sampled_from(HEADS), st.lists(CELLS, max_size=8)),
    st.lists(st.lists(CELLS, max_size=10), max_size=8),
)


def _sheet(rows: list[list], name: str = "", lines: tuple[str, ...] = ()) -> Sheet:
    width = max((len(row) for row in rows), default=0)
    return Sheet(name, tuple((*row, *[None] * (width - len(row))) for row in rows), lines=lines)


def _staged(sheet: Sheet, said: Options) -> Staged:
    return understood(Staged("a", "", b"", said, Options()), [sheet])


TOLD = Options(year="2026-2027", period="Q1", school="№ 5", class_="7А")
SAID = st.sampled_from([Options(), TOLD])
NAMED = st.sampled_from(["", "Алгебра", "Лист1", "Физика (1 гр.)"])


@given(GRIDS, NAMED, st.lists(WORDS), SAID)
def test_every_row_is_loaded_or_told_of(grid, name, lines, said):
    staged = _staged(_sheet(grid, name, tuple(lines)), said)
    outcome = outcomes.settled(staged, NAMES, Facts())
    lost = outcome.refused or outcome.waiting or outcome.rejected
    told = [p for p in outcome.problems if p.severity == "error" or p.check == "unknown_course"]
    assert not lost or told
    assert all(row.values.get("roster", 0) >= 0 for row in outcome.rows)


MARKS = st.tuples(st.integers(1, 11), *[st.integers(0, 9)] * 4)


@given(st.lists(MARKS, min_size=1, max_size=12))
def test_what_a_class_report_says_is_what_is_read(classes):
    rows = [
        [f"{grade}{chr(ord('А') + place)}", sum(marks), *marks]
        for place, (grade, *marks) in enumerate(classes)
    ]
    total = ["Итого", *[sum(row[column] for row in rows) for column in range(1, 6)]]
    staged = _staged(_sheet([HEADS[0], *rows, total]), TOLD)
    read = [row.values for row in staged.parts[0][1].rows]
    counts = ("roster", "n5", "n4", "n3", "n2")
    assert [[row[name] for name in counts] for row in read] == [row[1:] for row in rows]
