"""Whatever stands in a list of pupils, it is counted or told of; nothing ever raises."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.importer import outcome as outcomes
from dashboard.importer.facts import Facts
from dashboard.importer.names import Names
from dashboard.importer.options import Options
from dashboard.importer.register import Entry, register
from dashboard.importer.staged import Staged, understood
from dashboard.spec.sheet import Sheet
from tests.importer.layout_rows import PUPIL_COUNTS, PUPILS, SCHOOL_HEAD, transcript
from tests.importer.layout_samples import SAMPLES

NAMES = Names(
    register([Entry("S05", ("№ 5",))], numbered=True),
    register([Entry("algebra", ("Алгебра",)), Entry("physics", ("Физика",))]),
    {},
)
TOLD = Options(year="2026-2027", period="Q1", school="№ 5", class_="8А")
HEADS = [
    [["№", "ФИО", "Алгебра", "Физика", "Ср. балл"]],
    [["№", "ФИО", "Класс", "Период", "Алгебра", "Физика"]],
    [["№", "ФИО", "Алгебра", None, "Физика"], [None, None, "1 четверть", "Год", "2 четверть"]],
    PUPIL_COUNTS[:1],
    SCHOOL_HEAD,
    list(SAMPLES["class teacher, kk"].rows),
    transcript(PUPILS[0], ("Алгебра", *"444444")),
]
WORDS = ("5", "н/а", "осв", "-", "0", "4·4", "1 четверть", "Экз.", "Итоговая", "8Б", "67%", "12,5")
SUMS = ("Кол-во «5»", "% кач. зн.", "Средний балл", "Итого", "5 Параллель", "Учитель: А. Б.")
CELLS = st.one_of(
    st.none(),
    st.sampled_from((*WORDS, *SUMS, *PUPILS, "Алгебра", "Физика (1 гр.)", "Класс: 8Б", "#DIV/0!")),
    st.integers(-1, 6),
    st.floats(),
    st.booleans(),
    st.text(max_size=6),
)
GRIDS = st.builds(
    lambda head, rows: [*head, *rows, *head[-1:], *rows],
    st.sampled_from(HEADS),
    st.lists(st.lists(CELLS, max_size=19), max_size=8),
)


def _outcome(rows: list[list], said: Options) -> outcomes.Outcome:
    width = max(map(len, rows))
    sheet = Sheet("", tuple((*row, *[None] * (width - len(row))) for row in rows))
    staged = understood(Staged("a", "", b"", said, Options()), [sheet])
    return outcomes.settled(staged, NAMES, Facts())


@given(GRIDS, st.sampled_from([Options(), TOLD]))
def test_every_list_is_counted_or_told_of(rows, said):
    outcome = _outcome(rows, said)
    lost = outcome.refused or outcome.waiting or outcome.rejected
    told = [problem for problem in outcome.problems if problem.severity == "error"]
    assert not lost or told
    assert all(row.values.get("roster", 0) >= 0 for row in outcome.rows)


MARKS = st.lists(st.sampled_from(["5", 4, "3", 2, "н/а", None, "-"]), min_size=2, max_size=2)


@given(st.lists(MARKS, min_size=1, max_size=12))
def test_what_a_list_holds_is_what_is_counted(pupils):
    """A subject with no mark at all says nothing; «-» is not of it."""
    rows = [[place, f"Окуучу {place}", *marks] for place, marks in enumerate(pupils, 1)]
    head = ["№", "ФИО", "Алгебра", "Физика"]
    anchor = [99, "Окуучу 99", 5, 5]
    outcome = _outcome([head, *rows, anchor], TOLD)
    assert not outcome.rejected
    for row in outcome.rows:
        place = ("algebra", "physics").index(row.values["subject_id"])
        column = [str(marks[place]) for marks in [*pupils, anchor[2:]] if marks[place] != "-"]
        counts = [row.values[name] for name in ("n5", "n4", "n3", "n2", "not_assessed", "no_mark")]
        assert counts == [column.count(text) for text in ("5", "4", "3", "2", "н/а", "None")]
        assert row.values["roster"] == len(column)
