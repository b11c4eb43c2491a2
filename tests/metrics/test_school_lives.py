"""A school is expected while it is open; before it closed its figures stay its own."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.filters import PERIODS
from dashboard.metrics import ask
from dashboard.metrics.expected import begins, ends, is_expected
from dashboard.metrics.registers import School, predecessors
from dashboard.panels.attention.registers import not_sent
from dashboard.spec.answer import Question, Taken
from tests.conftest import marks

NOW, BEFORE = "2026-2027", "2025-2026"
SCHOOLS = [
    {"school_id": "S01", "name": "№ 1 мектеп"},
    {"school_id": "S02", "name": "№ 2 мектеп"},
    {
        "school_id": "S07",
        "name": "№ 7 мектеп",
        "closed": date(2026, 8, 20),
        "successor_id": "S01",
    },
    {"school_id": "S08", "name": "№ 8 мектеп", "opened": date(2026, 12, 1)},
]
MARKS = [
    marks(school_id="S01", year=NOW, n4=20),
    marks(school_id="S01", year=BEFORE, n4=20),
    marks(school_id="S07", year=BEFORE, n4=30),
]


@pytest.fixture
def snapshot(snapshot_of):
    return snapshot_of({"schools": SCHOOLS, "marks": MARKS})


def _school(opened: date | None, closed: date | None) -> School:
    return School("S", "№ 1", None, None, None, None, opened=opened, closed=closed)


def _flags(snapshot, settings, **where) -> dict[str, str]:
    answer = ask(Question.of("quality", ("school",), where), snapshot, settings)
    return {row.key[0]: row.flag for row in answer.rows}


def test_a_closed_school_and_one_not_yet_open_are_no_gap(snapshot, settings):
    assert _flags(snapshot, settings) == {"S01": "", "S02": "x"}


def test_the_years_before_it_closed_stand_under_its_own_name(snapshot, settings):
    assert _flags(snapshot, settings, year=(BEFORE,)) == {"S01": "", "S02": "x", "S07": ""}
    answer = ask(Question.of("quality", ("school",), {"year": (BEFORE,)}), snapshot, settings)
    assert {row.key[0]: row.pupils for row in answer.rows}["S01"] == 20  # S07's are not added


def test_of_a_register_those_open_on_the_day_are_expected():
    school = _school(date(2024, 9, 1), date(2026, 6, 1))
    days = ("2024-08-31", "2024-09-01", "2026-05-31", "2026-06-01")
    assert [is_expected(school, Taken(on=day)) for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("opened", "closed", "due"),
    [
        (None, None, "Q1 Q2 Q3 Q4 H1 H2 Y"),
        (None, date(2026, 11, 15), "Q1"),
        (None, date(2026, 12, 30), "Q1 Q2 H1"),
        (None, date(2027, 6, 1), "Q1 Q2 Q3 Q4 H1 H2 Y"),
        (None, date(2026, 8, 31), ""),
        (date(2027, 1, 10), None, "Q3 Q4 H2 Y"),
        (date(2026, 12, 1), date(2027, 4, 1), "Q2 Q3 H1"),
    ],
)
def test_a_period_is_owed_by_who_was_open_at_its_end(opened, closed, due):
    school = _school(opened, closed)
    owed = [p for p in PERIODS if is_expected(school, Taken(year=NOW, period=p))]
    assert sorted(owed) == sorted(due.split())


def test_a_year_is_owed_by_who_was_open_in_it():
    school = _school(None, date(2026, 11, 15))
    years = (BEFORE, NOW, "2027-2028")
    assert [is_expected(school, Taken(year=year)) for year in years] == [True, True, False]


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(2019, 2029), st.data())
def test_a_school_is_never_expected_again_once_it_is_not(closed, first, data):
    """Periods follow each other: after the first that a closed school does not owe it owes none."""
    school = _school(None, closed)
    year = f"{first}-{first + 1}"
    quarters = [is_expected(school, Taken(year=year, period=f"Q{n}")) for n in (1, 2, 3, 4)]
    assert quarters == sorted(quarters, reverse=True)
    later = f"{first + 1}-{first + 2}"
    period = data.draw(st.sampled_from(PERIODS))
    if not is_expected(school, Taken(year=year, period=period)):
        assert not is_expected(school, Taken(year=later, period=period))


@given(st.integers(2000, 2050), st.sampled_from(PERIODS))
def test_a_period_ends_within_its_year(first, period):
    year = f"{first}-{first + 1}"
    assert begins(year) < ends(year, period) <= ends(year)


def test_only_open_schools_have_not_sent(snapshot):
    assert not_sent(snapshot, NOW, "Q1") == [("S02", "marks")]
    assert not_sent(snapshot, BEFORE, "Q1") == [("S02", "marks")]
    assert not_sent(snapshot, NOW, "Q2") == [
        ("S01", "marks"),
        ("S02", "marks"),
        ("S08", "marks"),
    ]


def test_what_a_closed_school_would_owe_by_the_reporting_table_is_not_owed(snapshot_of):
    owed = [
        {"school_id": key, "year": NOW, "period": "Q1", "table": "reading"}
        for key in ("S01", "S07", "S99")
    ]
    snapshot = snapshot_of({"schools": SCHOOLS, "marks": MARKS, "reporting": owed})
    told = [key for key, table in not_sent(snapshot, NOW, "Q1") if table == "reading"]
    assert told == ["S01", "S99"]  # of one that no register knows nothing is known


def test_whose_pupils_a_school_took_in(snapshot):
    assert [school.id for school in predecessors("S01", snapshot)] == ["S07"]
    assert not predecessors("S02", snapshot)
