"""Wilson's interval: the published values, and what holds for all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.intervals import wilson


@pytest.mark.parametrize(
    ("good", "pupils", "low", "high"),
    [(4, 8, 21.5, 78.5), (9, 18, 29.0, 71.0), (30, 60, 37.7, 62.3), (150, 300, 44.4, 55.6)],
)
def test_the_published_intervals_come_out(good, pupils, low, high):
    found = wilson(good / pupils, pupils)
    assert [round(100 * end, 1) for end in found] == [low, high]


@given(st.floats(0, 1), st.integers(1, 10_000))
def test_a_share_lies_in_its_interval(share, pupils):
    low, high = wilson(share, pupils)
    assert 0 <= low <= share + 1e-12
    assert share - 1e-12 <= high <= 1


@given(st.floats(0, 1), st.integers(1, 5_000))
def test_more_pupils_make_it_narrower(share, pupils):
    low, high = wilson(share, pupils)
    closer_low, closer_high = wilson(share, 2 * pupils)
    assert closer_high - closer_low < high - low
