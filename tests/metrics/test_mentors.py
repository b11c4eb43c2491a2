"""Mentors, pairs and schools reached are counted as they stand on a day; none is hidden."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.metrics import ask
from dashboard.metrics.mentoring import standing, years_before
from dashboard.metrics.mentors import Pair, Term, latest_day, register
from dashboard.settings import Settings
from dashboard.spec.answer import Question
from dashboard.store.current import Reader
from tests.conftest import SCHOOLS
from tests.stores import publish

DAY = date(2026, 11, 9)
FOREVER = date(9999, 12, 31)


def mentor(code: str, school: str = "S01", **more) -> dict:
    usual = {"direction": "natural_exact", "subject_id": "chemistry"}
    days = {"start": date(2025, 9, 15), "end": date(2027, 9, 14)}
    return {"mentor_id": code, "school_id": school} | usual | days | more


def pair(code: str, mentee: str, school: str = "S02", **more) -> dict:
    told = {"mentor_id": code, "mentee_id": mentee, "mentee_school_id": school}
    return told | {"start": date(2025, 10, 1)} | more


def young(code: str, school: str = "S01", **more) -> dict:
    return {"teacher_id": code, "school_id": school, "young_specialist": True} | more


@pytest.fixture
def asked(snapshot_of):
    """The rows of one metric on a day, by their key: numerator and denominator."""

    def ask_of(tables, metric, by=(), on="2026-11-09", **where):
        snapshot = snapshot_of({"schools": SCHOOLS} | tables)
        question = Question.of(metric, by, where | ({"on": (on,)} if on else {}))
        return ask(question, snapshot, Settings())

    return ask_of


def _counts(answer) -> dict:
    return {row.key: (row.numerator, row.denominator) for row in answer.rows}


def test_only_a_term_that_runs_is_live(asked):
    over = {"start": date(2023, 9, 1), "end": date(2025, 8, 31)}
    long_over = {"start": date(2022, 9, 1), "end": date(2024, 8, 31)}
    to_come = {"start": date(2026, 12, 1), "end": date(2028, 12, 1)}
    told = [
        mentor("M1"),
        mentor("M2", **over),
        mentor("M3", **long_over),
        mentor("M4", **to_come),
        mentor("M5", end=DAY),
        mentor("M6", start=DAY),
    ]
    assert _counts(asked({"mentors": told}, "mentors_live")) == {(): (3, 4)}


def test_a_mentor_with_two_terms_is_one_mentor(asked):
    again = {"start": date(2023, 9, 1), "end": date(2026, 11, 30)}
    tables = {"mentors": [mentor("M1"), mentor("M1", **again)], "pairs": [pair("M1", "T1")]}
    assert _counts(asked(tables, "mentors_live", ("direction",))) == {("natural_exact",): (1, 1)}
    assert _counts(asked(tables, "mentor_load")) == {(): (1, 1)}


def test_a_mentee_with_two_mentors_counts_with_both(asked):
    tables = {
        "mentors": [mentor("M1"), mentor("M2", "S03")],
        "pairs": [pair("M1", "T1"), pair("M2", "T1"), pair("M2", "T1", start=date(2026, 1, 1))],
    }
    assert _counts(asked(tables, "mentor_load")) == {(): (2, 2)}


@pytest.mark.parametrize(
    ("more", "live"),
    [
        ({}, 1),
        ({"end": DAY}, 1),
        ({"end": DAY - timedelta(days=1)}, 0),
        ({"start": DAY + timedelta(days=1)}, 0),
        ({"status": "завершена"}, 0),
        ({"status": " Завершена "}, 0),
        ({"status": "действует"}, 1),
        ({"status": "завершена", "end": date(2026, 12, 31)}, 1),
    ],
)
def test_a_pair_is_live_between_its_days_unless_it_is_said_to_be_over(more, live, asked):
    tables = {"mentors": [mentor("M1")], "pairs": [pair("M1", "T1", **more)]}
    assert _counts(asked(tables, "mentor_load")) == {(): (live, 1)}


def test_schools_are_reached_by_giving_or_by_getting(asked):
    tables = {"mentors": [mentor("M1")], "pairs": [pair("M1", "T1"), pair("M9", "T2", "S03")]}
    reached = asked(tables, "mentor_reach", ("school",))
    assert _counts(reached) == {
        ("S01",): (1, 1),
        ("S02",): (1, 1),
        ("S03",): (1, 1),  # by a mentor who is not registered
        ("S04",): (0, 1),
    }
    assert {row.flag for row in reached.rows} == {""}
    assert reached.together == 0.75


def test_a_pair_does_not_outlive_its_mentors_term(asked):
    over = {"start": date(2023, 9, 1), "end": date(2025, 12, 31)}
    tables = {
        "mentors": [mentor("M1", **over)],
        "pairs": [pair("M1", "T1")],
        "teachers": [young(f"T{n}") for n in range(1, 11)],
    }
    assert _counts(asked(tables, "mentor_reach")) == {(): (0, 4)}
    assert _counts(asked(tables, "mentored_young")) == {(): (0, 10)}


def test_the_young_are_counted_by_the_register_or_by_their_service(asked):
    served = [
        young(f"T{n}", young_specialist=None, experience_years=years)
        for n, years in enumerate((0, 1, 2, 2.5, 3, 20))
    ]
    tables = {
        "teachers": [*served, young("T90"), young("T91", young_specialist=False)],
        "mentors": [mentor("M1")],
        "pairs": [pair("M1", "T90"), pair("M1", "T0")],
    }
    assert _counts(asked(tables, "mentored_young")) == {(): (2, 5)}


def test_few_young_specialists_are_hidden(asked):
    tables = {
        "teachers": [young(f"T{n}", school) for school in ("S01", "S02") for n in range(4)],
        "mentors": [mentor("M1")],
    }
    found = asked(tables, "mentored_young", ("school",)).rows
    assert {row.flag for row in found if row.denominator != 0} == {"c"}


def test_without_a_day_the_latest_of_the_register_is_taken(asked, snapshot_of):
    held = {"kind": "seminar", "school_id": "S01", "date": date(2026, 3, 5)}
    tables = {"mentors": [mentor("M1")], "pairs": [pair("M1", "T1")], "mentor_events": [held]}
    assert asked(tables, "mentors_live", on="").taken.on == "2026-03-05"
    assert latest_day(snapshot_of({})) == date(2026, 3, 5)


def test_without_a_register_nothing_is_said(asked):
    assert asked({}, "mentors_live", on="").rows == ()
    assert asked({"teachers": [young("T1")]}, "mentored_young", on="").rows == ()
    assert {row.flag for row in asked({}, "mentor_reach", ("school",)).rows} == {"x"}


CODES = st.sampled_from(["M1", "M2", "M3"])
SCHOOL = st.sampled_from([row["school_id"] for row in SCHOOLS])
DAYS = st.integers(-900, 900).map(lambda days: DAY + timedelta(days=days))
TERMS = st.builds(
    lambda code, school, start, days: Term(
        code, None, school, "humanities", None, start, start + timedelta(days=days)
    ),
    CODES,
    SCHOOL,
    DAYS,
    st.integers(0, 800),
)
PAIRS = st.builds(
    lambda code, mentee, school, start, days: Pair(
        code, mentee, school, None, start, FOREVER if days is None else start + timedelta(days)
    ),
    CODES,
    st.sampled_from(["T1", "T2"]),
    SCHOOL,
    DAYS,
    st.none() | st.integers(0, 800),
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    terms=st.lists(TERMS, max_size=5, unique_by=lambda t: (t.mentor, t.start)),
    pairs=st.lists(PAIRS, max_size=5, unique_by=lambda p: (p.mentor, p.mentee, p.start)),
)
def test_the_register_in_memory_says_what_the_queries_count(terms, pairs, tmp_path_factory):
    """The map and the lists follow one rule with the metrics."""
    tables = {
        "schools": SCHOOLS,
        "mentors": [
            mentor(t.mentor, t.school, direction=t.direction, start=t.start, end=t.end)
            for t in terms
        ],
        "pairs": [
            pair(p.mentor, p.mentee, p.school, start=p.start, end=_told(p.end)) for p in pairs
        ],
    }
    snapshot = _published(tables, Settings(store=tmp_path_factory.mktemp("store")))
    found = standing(register(snapshot), DAY)
    on = {"on": (DAY.isoformat(),)}
    live, load, reach = (
        ask(Question.of(key, (), on), snapshot, Settings())
        for key in ("mentors_live", "mentor_load", "mentor_reach")
    )
    if found.approved:
        assert live.rows[0].numerator == len(found.live)
        assert live.rows[0].denominator == len(found.approved)
    if found.live:
        assert load.rows[0].numerator == sum(found.load(mentor) for mentor in found.live)
    if terms or pairs:
        assert reach.rows[0].numerator == len(found.reached())


def _told(end: date) -> date | None:
    return None if end == FOREVER else end


def _published(tables, settings):
    publish(settings, tables)
    return Reader(settings).current()


def test_two_years_before_a_leap_day():
    assert years_before(date(2028, 2, 29), 2) == date(2026, 2, 28)
