"""The gap in pupils: whole children, never more of them than there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.gap import gap_in_pupils

shares, pupils = st.floats(0, 1), st.integers(1, 5_000)


@pytest.mark.parametrize(
    ("share", "count", "centre", "gap"),
    [
        (0.6, 100, 0.5, 10),  # floating point has 9.999999999999998 here
        (0.40, 62, 0.48, -4),  # −4.96
        (0.50, 40, 0.48, 0),  # 0.8: under one pupil
        (0.46, 40, 0.48, 0),
        (0.48, 900, 0.48, 0),
    ],
)
def test_it_is_rounded_towards_zero(share, count, centre, gap):
    assert gap_in_pupils(share, count, centre) == gap


@given(shares, pupils, shares)
def test_turning_it_round_turns_the_sign(share, count, centre):
    assert gap_in_pupils(share, count, centre) == -gap_in_pupils(centre, count, share)


@given(shares, pupils, shares)
def test_it_never_says_more_than_the_true_gap(share, count, centre):
    assert abs(gap_in_pupils(share, count, centre)) <= abs(count * (share - centre)) + 1e-6
