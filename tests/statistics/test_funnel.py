"""Funnel limits: what they agree with, and what they do not mistake for news."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, norm

from dashboard.statistics.funnel import (
    CHANCE_ALONE,
    NORMAL_FROM,
    Z_ACTION,
    Z_ATTENTION,
    Spread,
    apart,
    exact_limits,
    limits,
    normal_limits,
    usual_spread,
)
from dashboard.statistics.intervals import wilson


@pytest.mark.parametrize("centre", [0.1, 0.48, 0.9])
@pytest.mark.parametrize("z", [Z_ATTENTION, Z_ACTION])
def test_wilson_leaves_the_district_out_just_when_the_normal_limits_flag(centre, z):
    for pupils in range(1, 200):
        for good in range(pupils + 1):
            low, high = wilson(good / pupils, pupils, z)
            outside = (low > centre) - (high < centre)
            assert apart(good / pupils, normal_limits(centre, pupils, z)) == outside


levels = st.sampled_from([Z_ATTENTION, Z_ACTION])


@given(st.floats(0.01, 0.99), st.integers(1, 40), levels)
def test_exact_limits_flag_just_what_is_rarer_than_the_tail(centre, pupils, z):
    within, tail = exact_limits(centre, pupils, z), norm.sf(z) * (1 - 1e-9)
    for good in range(pupils + 1):
        down = binom.cdf(good, pupils, centre) < tail
        up = binom.sf(good - 1, pupils, centre) < tail
        assert apart(good / pupils, within) == int(up) - int(down)


@given(st.floats(0, 1), st.integers(1, 60), levels)
def test_the_centre_lies_within_its_exact_limits(centre, pupils, z):
    low, high = exact_limits(centre, pupils, z)
    assert 0 <= low <= centre + 1e-12
    assert centre - 1e-12 <= high <= 1


@given(st.floats(0, 1), st.integers(1, 60), levels)
def test_exact_limits_of_the_others_are_the_mirror_image(centre, pupils, z):
    low, high = exact_limits(centre, pupils, z)
    assert exact_limits(1 - centre, pupils, z) == pytest.approx((1 - high, 1 - low), abs=1e-9)


@pytest.mark.parametrize("pupils", range(NORMAL_FROM, 31))
@pytest.mark.parametrize("centre", [0.3, 0.48, 0.7])
def test_where_the_exact_limits_give_way_the_normal_ones_are_near(pupils, centre):
    """By less than one pupil."""
    exact = exact_limits(centre, pupils, Z_ATTENTION)
    assert normal_limits(centre, pupils, Z_ATTENTION) == pytest.approx(exact, abs=0.8 / pupils)


def test_few_pupils_get_exact_limits_where_chance_is_alone():
    for pupils in (1, NORMAL_FROM - 1, NORMAL_FROM, 300):
        kind = exact_limits if pupils < NORMAL_FROM else normal_limits
        assert limits(0.9, pupils, Z_ACTION) == kind(0.9, pupils, Z_ACTION)


def test_four_good_pupils_of_four_are_no_news():
    """1 in 19 at a district's 48 %; the normal limits would name them."""
    assert apart(1.0, normal_limits(0.48, 4, Z_ATTENTION)) == 1
    assert [apart(share, limits(0.48, 4, Z_ATTENTION)) for share in (0.0, 1.0)] == [0, 0]


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
    spread = Spread(2.0, variance)
    wider = limits if variance else normal_limits
    args = (spread,) if variance else ()
    low, high = wider(centre, pupils, Z_ATTENTION, *args)
    closer_low, closer_high = wider(centre, 2 * pupils, Z_ATTENTION, *args)
    assert low <= closer_low <= centre <= closer_high <= high
