"""The outline encloses every place, is convex and round; a plane has one scale both ways."""

from itertools import pairwise
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.outline import flat, hull, rounded, within
from dashboard.statistics.similarity import kilometres

POINTS = st.lists(
    st.tuples(st.integers(-50, 50), st.integers(-50, 50)).map(lambda p: (p[0] / 10, p[1] / 10)),
    min_size=1,
    max_size=40,
)
SQUARE = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]


def turns(ring):
    steps = list(pairwise([*ring, *ring[1:2]]))
    return [
        (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
        for (a, b), (c, d) in pairwise(steps)
    ]


def test_a_kilometre_is_as_long_east_as_north():
    north = dist(flat(41.0, 71.0, 41.5), flat(42.0, 71.0, 41.5)) / kilometres((41, 71), (42, 71))
    east = dist(flat(41.5, 71, 41.5), flat(41.5, 72, 41.5)) / kilometres((41.5, 71), (41.5, 72))
    assert east == pytest.approx(north, rel=1e-3)


def test_hull_of_a_square_is_its_corners():
    assert hull([*SQUARE, (2.0, 2.0), (2.0, 0.0), (1.0, 3.0)]) == SQUARE


@given(POINTS)
def test_outline_encloses_every_point_with_a_margin(points):
    ring = rounded(points, 1.0)
    assert ring[0] == ring[-1]
    assert all(within(ring, point) for point in points)
    assert all(dist(corner, point) > 0.99 for corner in ring for point in points)


@given(POINTS)
def test_outline_is_convex(points):
    assert all(turn > -1e-9 for turn in turns(rounded(points, 1.0)))


def test_nothing_has_no_outline():
    assert rounded([], 1.0) == []
    assert hull([]) == []


def test_what_lies_outside_is_not_within():
    ring = [*SQUARE, SQUARE[0]]
    assert within(ring, (1.0, 1.0))
    assert not within(ring, (5.0, 1.0))
    assert not within(ring, (-1.0, 4.0))
