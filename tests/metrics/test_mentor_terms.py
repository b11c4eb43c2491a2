"""Which terms end soon, which are over, and whose help nobody else gives."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.metrics.mentor_terms import ending, months_after, over, sole_help
from dashboard.metrics.mentoring import standing
from tests.metrics.mentors_made_up import ON, pair, register, term

SOON = date(2027, 2, 9)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (ON, 3, SOON),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (ON, 12, date(2027, 11, 9)),
    ],
)
def test_months_are_of_the_calendar(day, months, then):
    assert months_after(day, months) == then


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 24))
def test_a_later_month_is_later_and_never_skips_one(day, months):
    then = months_after(day, months)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day <= day.day


def _ending(*terms) -> set[str]:
    return set(ending(terms, standing(register(terms), ON).live, SOON))


def test_a_term_ends_soon_up_to_the_last_day():
    assert _ending(term("M1", end=SOON), term("M2", end=date(2027, 2, 10))) == {"M1"}


def test_a_term_that_is_over_does_not_end_soon():
    assert _ending(term("M1", end=date(2026, 11, 8)), term("M2", end=ON)) == {"M2"}


def test_a_term_that_is_followed_by_another_does_not_end():
    again = term("M1", start=date(2027, 1, 16), end=date(2029, 1, 15))
    assert _ending(term("M1", end=date(2027, 1, 15)), again) == set()


def test_who_is_over_is_told_of_two_years():
    terms = [term("M1"), term("M2", end=date(2026, 9, 1)), term("M3", end=date(2024, 9, 1))]
    told = standing(register(terms), ON)
    assert set(over(told.approved, told.live)) == {"M2"}


def test_a_school_with_two_mentors_has_no_only_help():
    pairs = [pair("M1", "T1"), pair("M1", "T2"), pair("M1", "T3", "S03"), pair("M2", "T3", "S03")]
    told = standing(register([term("M1"), term("M2")], pairs), ON)
    assert sole_help(told.links) == {"S02": "M1"}
