"""Funnel limits: what they agree with, and what they do not mistake for news."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.funnel import (
    CHANCE_ALONE,
    Z_ACTION,
    Z_ATTENTION,
    apart,
    limits,
    usual_spread,
)
from dashboard.statistics.intervals import wilson


@pytest.mark.parametrize("centre", [0.1, 0.48, 0.9])
@pytest.mark.parametrize("z", [Z_ATTENTION, Z_ACTION])
def test_wilson_leaves_the_district_out_just_when_the_limits_flag(centre, z):
    for pupils in range(1, 200):
        for good in range(pupils + 1):
            low, high = wilson(good / pupils, pupils, z)
            outside = (low > centre) - (high < centre)
            assert apart(good / pupils, limits(centre, pupils, z)) == outside


def _district(seed: int, spread: float) -> tuple[list[float], list[int]]:
    """45 schools about 48 %, of 20 to 400 pupils, that truly differ by so much."""
    dice = random.Random(seed)
    pupils = [dice.randint(20, 400) for _ in range(45)]
    truth = [min(0.95, max(0.05, dice.gauss(0.48, spread))) for _ in pupils]
    shares = [sum(dice.random() < p for _ in range(n)) / n for n, p in zip(pupils, truth)]
    return shares, pupils


def _flagged(shares, pupils, spread) -> int:
    within = (limits(0.48, count, Z_ACTION, spread) for count in pupils)
    return sum(apart(share, between) != 0 for share, between in zip(shares, within))


def test_chance_alone_has_no_spread():
    found = [usual_spread(*_district(seed, 0.0), 0.48).ratio for seed in range(20)]
    assert 0.6 < sum(found) / len(found) < 1.2


def test_ordinary_differences_are_not_flagged():
    """Schools that truly differ by eight points: chance limits name many, these almost none."""
    by_chance, usual = 0, 0
    for seed in range(20):
        shares, pupils = _district(seed, 0.08)
        by_chance += _flagged(shares, pupils, CHANCE_ALONE)
        usual += _flagged(shares, pupils, usual_spread(shares, pupils, 0.48))
    assert by_chance > 20 * 5
    assert usual < 20 * 1


def test_a_school_far_from_all_others_is_still_flagged():
    shares, pupils = _district(1, 0.05)
    shares[7], pupils[7] = 0.08, 150
    spread = usual_spread(shares, pupils, 0.48)
    assert apart(shares[7], limits(0.48, 150, Z_ACTION, spread)) == -1


def test_few_groups_tell_nothing_of_a_usual_spread():
    assert usual_spread([0.1, 0.9], [100, 100], 0.5) == CHANCE_ALONE


@given(st.floats(0.02, 0.98), st.integers(1, 2_000), st.floats(0, 0.1))
def test_the_centre_lies_within_and_more_pupils_narrow_the_limits(centre, pupils, variance):
    spread = type(CHANCE_ALONE)(2.0, variance)
    low, high = limits(centre, pupils, Z_ATTENTION, spread)
    closer_low, closer_high = limits(centre, 2 * pupils, Z_ATTENTION, spread)
    assert low <= closer_low <= centre <= closer_high <= high
