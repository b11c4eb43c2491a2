"""The usual spread of cells, each about a whole of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.cells import spread_about
from dashboard.statistics.funnel import CHANCE_ALONE, usual_spread

SHARES = [0.3, 0.35, 0.42, 0.5, 0.55, 0.61, 0.48, 0.44, 0.7, 0.52, 0.38]
PUPILS = [40, 60, 80, 25, 100, 64, 31, 90, 55, 47, 72]


def test_with_one_centre_it_is_the_spread_of_a_funnel():
    expected = usual_spread(SHARES, PUPILS, 0.48)
    found = spread_about(SHARES, PUPILS, [0.48] * len(SHARES))
    assert (found.ratio, found.variance) == pytest.approx((expected.ratio, expected.variance))


def test_cells_that_are_as_their_wholes_have_no_spread():
    found = spread_about(SHARES, PUPILS, SHARES)
    assert (found.ratio, found.variance) == (0, 0)


def test_few_cells_tell_nothing():
    assert spread_about(SHARES[:9], PUPILS[:9], [0.9] * 9) == CHANCE_ALONE


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(5, 500), st.floats(0, 1)), min_size=10))
def test_spread_is_never_negative(cells):
    shares, pupils, centres = zip(*cells)
    found = spread_about(shares, pupils, centres)
    assert found.ratio >= 0
    assert found.variance >= 0
