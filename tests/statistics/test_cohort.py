"""The same children a grade later: what is taken off, what is added, what is honest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.cohort import SMALL, Cohort, change, pooled

shares, pupils = st.floats(0, 1), st.integers(1, 500)
cohorts = st.builds(Cohort, shares, pupils, shares, pupils)
drops = st.floats(-0.3, 0.3)


def test_the_districts_own_drop_is_taken_off():
    """Everyone falls by 9 points from grade 4 to 5; this school by no more."""
    found = change(Cohort(0.62, 80, 0.53, 78), -0.09)
    assert found.change == pytest.approx(-0.09)
    assert found.beyond == pytest.approx(0)
    assert not found.real
    assert found.retention == pytest.approx(78 / 80)


def test_a_fall_far_beyond_the_districts_is_real():
    found = change(Cohort(0.70, 120, 0.35, 118), -0.09)
    assert found.real
    assert found.high < 0


@given(shares, pupils)
def test_nothing_changed_is_a_change_of_0(share, count):
    found = change(Cohort(share, count, share, count), 0.0)
    assert (found.change, found.beyond, found.retention) == (0, 0, 1)
    assert not found.real


@given(cohorts, drops)
def test_the_change_lies_in_its_interval(cohort, drop):
    found = change(cohort, drop)
    assert found.beyond == pytest.approx(found.change - drop)
    assert found.low - 1e-12 <= found.beyond <= found.high + 1e-12


@given(cohorts, drops)
def test_whole_classes_of_good_marks_are_not_certain(cohort, drop):
    """p = 0 or 1 has a plain standard error of 0; the interval has a width all the same."""
    found = change(Cohort(1.0, cohort.before_pupils, 1.0, cohort.after_pupils), drop)
    assert found.high > found.low


def test_of_many_pupils_the_interval_is_the_plain_one():
    found = change(Cohort(0.6, 1_000, 0.5, 900), -0.04)
    reach = 1.96 * (0.6 * 0.4 / 1_000 + 0.5 * 0.5 / 900) ** 0.5
    assert (found.low, found.high) == pytest.approx((-0.06 - reach, -0.06 + reach), abs=1e-3)


def test_pooled_years_are_sums_of_counts_and_no_average_of_rates():
    found = pooled([Cohort(0.5, 10, 0.4, 10), Cohort(0.8, 30, 0.5, 20), Cohort(0.0, 5, 1.0, 4)])
    assert (found.before_pupils, found.after_pupils) == (45, 34)
    assert found.before == pytest.approx((5 + 24 + 0) / 45)
    assert found.after == pytest.approx((4 + 10 + 4) / 34)


@given(st.lists(cohorts, min_size=1, max_size=4))
def test_a_pool_of_the_same_is_the_same_and_lies_between_its_years(years):
    found = pooled(years)
    assert min(y.before for y in years) - 1e-9 <= found.before
    assert found.before <= max(y.before for y in years) + 1e-9
    assert pooled([found]) == Cohort(
        pytest.approx(found.before),
        found.before_pupils,
        pytest.approx(found.after),
        found.after_pupils,
    )


def test_a_pool_tells_more_than_one_year():
    one = Cohort(0.6, 12, 0.4, 12)
    narrow, wide = change(pooled([one] * 3), -0.05), change(one, -0.05)
    assert narrow.high - narrow.low < wide.high - wide.low


def test_small_is_small_in_either_grade():
    assert Cohort(0.5, SMALL, 0.5, SMALL - 1).small
    assert not Cohort(0.5, SMALL, 0.5, SMALL).small
