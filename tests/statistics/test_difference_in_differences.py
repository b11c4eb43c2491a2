"""Difference in differences: schools are the units, and a small side tells nothing."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from dashboard.statistics.difference_in_differences import FEWEST, effect

changes = st.lists(st.floats(-0.5, 0.5), min_size=FEWEST, max_size=30)
shifts = st.floats(-0.3, 0.3)


def test_a_known_example_by_hand():
    found = effect([0.04, 0.06] * 5, [0.0, 0.02] * 5)
    assert (found.change, found.other_change) == pytest.approx((0.05, 0.01))
    assert found.apart == pytest.approx(0.04)
    # each side: variance 0.001/9, so √(2 · 0.001/90) = 0.004714; t of 18 degrees is 2.100922
    assert (found.low, found.high) == pytest.approx((0.04 - 0.009904, 0.04 + 0.009904), abs=1e-6)
    assert found.told_apart


@given(changes)
def test_no_effect_where_both_sides_move_alike(same):
    found = effect(same, same)
    assert found.apart == 0
    assert not found.told_apart


@given(changes, changes, shifts)
def test_what_happens_to_everyone_makes_no_difference(ours, others, shift):
    found = effect(ours, others)
    moved = effect([c + shift for c in ours], [c + shift for c in others])
    assert (moved.apart, moved.low, moved.high) == pytest.approx(
        (found.apart, found.low, found.high), abs=1e-9
    )


@given(changes, changes, shifts)
def test_what_happens_to_one_side_is_the_effect(ours, others, shift):
    moved = effect([c + shift for c in ours], others)
    assert moved.apart == pytest.approx(effect(ours, others).apart + shift, abs=1e-9)


@given(changes, changes)
def test_sides_turned_about_turn_the_interval_about(ours, others):
    found, turned = effect(ours, others), effect(others, ours)
    assert (turned.low, turned.high) == pytest.approx((-found.high, -found.low), abs=1e-12)


@given(changes, changes)
def test_it_is_welchs_interval(ours, others):
    assume(np.std(ours) > 1e-6 and np.std(others) > 1e-6)
    known = stats.ttest_ind(ours, others, equal_var=False).confidence_interval(0.95)
    found = effect(ours, others)
    assert (found.low, found.high) == pytest.approx((known.low, known.high), abs=1e-9)


def test_ten_schools_on_each_side_are_the_fewest():
    ten, nine = [0.01 * n for n in range(10)], [0.01 * n for n in range(9)]
    assert effect(ten, ten) is not None
    assert effect(nine, ten) is effect(ten, nine) is effect(nine, nine) is effect([], ten) is None


def test_schools_that_all_moved_just_as_much_are_told_apart_without_a_width():
    found = effect([0.1] * 10, [0.0] * 10)
    assert (found.low, found.high) == pytest.approx((0.1, 0.1))


def test_the_interval_covers_the_truth_in_about_95_of_100_districts():
    """A side of few schools that differ much beside one of many that differ little, each change
    blurred by its own pupils: the truth is outside in one of twenty."""
    dice, truth = np.random.default_rng(20261101), 0.03
    covered = [_covers(dice, truth) for _ in range(1500)]
    assert 0.93 <= np.mean(covered) <= 0.97


def test_pupils_taken_as_independent_would_cover_far_less():
    """Why schools are the units: the interval is wider where schools differ among themselves."""
    dice = np.random.default_rng(7)
    calm = effect(_side(dice, 20, 0.0, 0.0), _side(dice, 20, 0.0, 0.0))
    wild = effect(_side(dice, 20, 0.0, 0.08), _side(dice, 20, 0.0, 0.08))
    assert wild.high - wild.low > 1.5 * (calm.high - calm.low)


def _covers(dice, truth) -> bool:
    found = effect(_side(dice, 12, truth - 0.02, 0.06), _side(dice, 26, -0.02, 0.02))
    return found.low <= truth <= found.high


def _side(dice, schools, change, spread) -> list[float]:
    """Each school's own change, seen through the marks of 40 to 400 pupils before and after."""
    pupils = dice.integers(40, 400, schools)
    before = dice.uniform(0.35, 0.6, schools)
    after = np.clip(before + dice.normal(change, spread, schools), 0, 1)
    seen = [dice.binomial(pupils, share) / pupils for share in (before, after)]
    return (seen[1] - seen[0]).tolist()
