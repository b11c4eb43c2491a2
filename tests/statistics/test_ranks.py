"""Places: as wide as the published ones, the same twice, and right about the truth."""

from statistics import median

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from dashboard.statistics.ranks import rank_intervals
from dashboard.statistics.shrinkage import between_variance
from tests.statistics.districts import District, district

WHOLE_SCHOOLS, CELLS = (60, 1000), (8, 80)  # pupils
SEEDS = range(10)


def _places(found: District, pooled: bool) -> list[tuple[int, int]]:
    variance = between_variance(found.shares, found.pupils, found.centre) if pooled else None
    return rank_intervals(found.shares, found.pupils, variance)


@pytest.mark.parametrize(
    ("spread", "sizes", "pooled", "published"),
    [
        (0.08, WHOLE_SCHOOLS, False, 17),
        (0.08, WHOLE_SCHOOLS, True, 19),
        (0.08, CELLS, False, 29),
        (0.08, CELLS, True, 38),
        (0.0, CELLS, False, 32),
    ],
)
def test_places_are_as_wide_as_the_published_ones(spread, sizes, pooled, published):
    """Median width of 45 schools' intervals about 48 %, from the design's table of places."""
    widths = [
        median(worst - best for best, worst in _places(district(seed, spread, *sizes), pooled))
        for seed in SEEDS
    ]
    assert median(widths) == pytest.approx(published, abs=3)


def test_most_true_places_lie_in_their_interval():
    found = district(3, 0.08, *WHOLE_SCHOOLS)
    in_order = sorted(range(45), key=lambda school: -found.truth[school])
    places = _places(found, pooled=False)
    inside = [places[s][0] <= in_order.index(s) + 1 <= places[s][1] for s in range(45)]
    assert sum(inside) >= 40


def test_equal_questions_get_equal_answers():
    from dashboard.statistics.ranks import _places as drawn

    found = district(1, 0.08, *CELLS)
    first = rank_intervals(found.shares, found.pupils)
    drawn.cache_clear()
    assert rank_intervals(found.shares, found.pupils) == first


def test_schools_without_true_differences_may_take_almost_any_place():
    found = district(2, 0.0, *CELLS)
    places = rank_intervals(found.shares, found.pupils, 0.0)
    assert all(best <= 3 and worst >= 43 for best, worst in places)


def test_schools_far_apart_have_one_place_each():
    assert rank_intervals([0.2, 0.9, 0.5], [900] * 3) == [(3, 3), (1, 1), (2, 2)]


def test_nobody_has_no_place_and_one_the_first():
    assert rank_intervals([], []) == []
    assert rank_intervals([0.4], [20]) == [(1, 1)]


groups = st.lists(st.tuples(st.floats(0, 1), st.integers(1, 500)), min_size=1, max_size=12)


@effort(max_examples=30, deadline=None)
@given(groups, st.sampled_from([None, 0.0, 0.006]))
def test_places_lie_between_the_first_and_the_last(table, variance):
    shares, pupils = zip(*table)
    found = rank_intervals(shares, pupils, variance, draws=400)
    assert all(1 <= best <= worst <= len(table) for best, worst in found)
