"""Two shares beside each other: a published example, and what holds for all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.comparison import beside, difference, pair
from dashboard.statistics.intervals import wilson

shares = st.floats(0, 1)
pupils = st.integers(1, 2_000)


def test_newcombes_own_example_comes_out():
    """56/70 against 48/80: Newcombe 1998, table II, method 10: 0.0524 … 0.3339."""
    found = difference(56 / 70, 70, 48 / 80, 80)
    assert found == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)


@given(shares, pupils, shares, pupils)
def test_turning_it_round_turns_the_sign(one, few, other, many):
    apart, low, high = difference(one, few, other, many)
    back = difference(other, many, one, few)
    assert back == pytest.approx((-apart, -high, -low))


@given(shares, pupils, shares, pupils)
def test_the_difference_lies_in_its_interval(one, few, other, many):
    apart, low, high = difference(one, few, other, many)
    assert low - 1e-12 <= apart <= high + 1e-12


ample = st.integers(30, 2_000)


@given(shares, pupils, shares, pupils)
def test_a_pair_is_told_apart_just_when_0_is_left_out(one, few, other, many):
    found = pair(one, few, other, many)
    assert (found.apart, found.low, found.high) == difference(one, few, other, many)
    assert found.told_apart == (not found.low <= 0 <= found.high)


def test_six_points_between_two_classes_cannot_be_told_apart():
    assert not pair(0.54, 50, 0.48, 50).told_apart
    assert pair(0.54, 5_000, 0.48, 5_000).told_apart


@given(shares, pupils)
def test_the_share_lies_in_its_whisker_and_that_in_the_interval(share, count):
    (low, high), (least, most) = beside(share, count), wilson(share, count)
    assert 0 <= least <= low + 1e-12 <= share + 2e-12
    assert share - 1e-12 <= high <= most + 1e-12 <= 1 + 1e-12


def test_of_many_pupils_the_whisker_is_1_39_standard_errors():
    reach = 1.39 * (0.48 * 0.52 / 900) ** 0.5
    assert beside(0.48, 900) == pytest.approx((0.48 - reach, 0.48 + reach), abs=2e-4)


def test_all_good_marks_of_few_pupils_have_a_whisker_too():
    low, high = beside(1.0, 6)
    assert low < 0.8
    assert high == pytest.approx(1.0)


@given(st.floats(0.1, 0.9), ample, st.floats(0.1, 0.9))
def test_two_whiskers_of_like_groups_part_where_the_pair_is_told_apart(one, count, other):
    """Overlap reads as the pair does, but for a narrow band at the border."""
    found = pair(one, count, other, count)
    near = min(abs(found.low), abs(found.high)) < 0.15 * (found.high - found.low)
    parted = beside(one, count)[0] > beside(other, count)[1]
    parted |= beside(other, count)[0] > beside(one, count)[1]
    assert near or parted == found.told_apart
