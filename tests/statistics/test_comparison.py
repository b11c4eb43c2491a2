"""The difference of two shares: a published example, and what holds for all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.comparison import difference

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
