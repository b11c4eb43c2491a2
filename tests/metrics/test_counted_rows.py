"""The rows listed behind a number are those that it was counted from: no more, no fewer."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.metrics import ask, metric, metrics
from dashboard.metrics.counts import narrows, takes
from dashboard.metrics.rules import RULE_WEIGHTS
from dashboard.metrics.sources import Counted
from dashboard.settings import Settings
from dashboard.spec.answer import Question
from dashboard.store import provenance
from dashboard.store.current import Reader
from tests.made_up_rows import EVERYTHING
from tests.metrics.added_rows import ADDED
from tests.stores import publish


@pytest.fixture(scope="module")
def settings(tmp_path_factory) -> Settings:
    return Settings(store=tmp_path_factory.mktemp("rows"), memory="256MB", threads=1, hide_below=0)


@pytest.fixture(scope="module")
def snapshot(settings):
    publish(settings, EVERYTHING)
    return Reader(settings).current()


@pytest.fixture(scope="module")
def of(snapshot, settings):
    """Each number of a question with the cells of its own rows, by table."""

    def found(key: str, by: tuple[str, ...] = (), **where: tuple):
        answer = ask(Question.of(key, by, where), snapshot, settings)
        for value in answer.rows:
            yield value, _cells(_counted(value, snapshot, settings))

    return found


def _counted(value, snapshot, settings) -> Counted:
    """As the page of sources asks: by the very group, its times, what it has no value of."""
    question = value.asked.question
    where = value.asked.where(value.key)
    empty = tuple(name for name, values in where.items() if values == (None,))
    there = {name: values for name, values in where.items() if name not in empty}
    again = Question.of(question.metric, question.by, there, question.rule)
    return Counted(ask(again, snapshot, settings), snapshot, empty)


def _cells(counted: Counted) -> dict[str, list[dict]]:
    return {table: [row.cells for row in counted.rows(table)] for table in counted.tables}


def _groupings() -> list:
    """Every metric whole, by each dimension alone, and by each with the school."""
    cases = []
    for key in metrics():
        dimensions = sorted(takes(metric(key).view))
        cases += [(key, ())]
        cases += [(key, (name,)) for name in dimensions]
        cases += [(key, ("school", name)) for name in dimensions if name != "school"]
    return [pytest.param(*case, id="-".join((case[0], *case[1]))) for case in cases]


def test_every_metric_is_added_up_here():
    assert ADDED.keys() == metrics().keys()


@pytest.mark.parametrize(("key", "by"), _groupings())
def test_the_rows_of_each_group_add_up_to_its_number(key, by, of):
    for value, rows in of(key, by):
        if value.value is None:
            continue
        above, below = ADDED[key](rows)
        if above is not None:
            assert above == pytest.approx(value.numerator), value
        if below is not None:
            assert below == pytest.approx(value.denominator), value


@pytest.mark.parametrize("key", metrics())
def test_there_are_numbers_to_be_added_up(key, of):
    """Else the test above would promise nothing."""
    assert any(value.value is not None for value, _ in of(key)) or key == "reading_at_risk"


@pytest.mark.parametrize("rule", RULE_WEIGHTS)
def test_a_rule_changes_no_row(rule, snapshot, settings):
    answer = ask(Question.of("quality", rule=rule), snapshot, settings)
    assert len(Counted(answer, snapshot).rows("marks")) == 12


@given(
    key=st.sampled_from(sorted(metrics())),
    where=st.fixed_dictionaries(
        {},
        optional={
            "school": st.sets(st.sampled_from(["S01", "S02", "S03"]), min_size=1).map(tuple),
            "aimak": st.sampled_from([("Ала-Бука",), ("Ак-Там",)]),
            "subject": st.sampled_from([("chemistry",), ("algebra",)]),
            "grade": st.sampled_from([(2,), (7,), (8,)]),
        },
    ),
)
def test_rows_are_narrowed_as_the_number_is(key, where, of):
    chosen = {k: v for k, v in where.items() if k in narrows(metric(key).view)}
    for value, rows in of(key, (), **chosen):
        if value.value is None:
            continue
        above, below = ADDED[key](rows)
        assert above is None or above == pytest.approx(value.numerator)
        assert below is None or below == pytest.approx(value.denominator)


def test_a_time_that_is_not_there_has_no_rows(snapshot, settings):
    answer = ask(Question.of("quality", where={"year": ("1999-2000",)}), snapshot, settings)
    counted = Counted(answer, snapshot)
    assert counted.rows("marks") == []
    assert counted.files("marks") == []


@pytest.mark.parametrize("key", metrics())
def test_files_count_just_the_rows_that_are_listed(key, snapshot, settings):
    counted = Counted(ask(Question.of(key), snapshot, settings), snapshot)
    for table in counted.tables:
        assert sum(file.rows for file in counted.files(table)) == len(counted.rows(table))


def test_every_view_of_a_metric_tells_its_rows():
    for card in metrics().values():
        assert provenance.tables(card.view)


def test_a_teacher_who_left_is_not_listed(of):
    ((_, rows),) = of("load_hours")
    assert {row["teacher_id"] for row in rows["teachers"]} == {"T1", "T2", "T3"}


def test_a_certificate_that_ran_out_is_not_listed(of):
    ((_, rows),) = of("course_coverage", on=("2026-11-01",))
    assert [row["finished"] for row in rows["completions"]] == [date(2026, 3, 5)]
