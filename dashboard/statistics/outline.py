"""Places on a flat map, and the rounded outline round them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import cos, pi, radians, sin

Point = tuple[float, float]  # (x, y) of a plane
ROUND = 24  # points of the circle that rounds a corner


def flat(lat: float, lon: float, middle_lat: float) -> Point:
    """Degrees → a plane: the longitude is shortened by the cosine of the middle latitude, so that
    both axes have one scale (equirectangular projection; good for a district or an oblast)."""
    return lon * cos(radians(middle_lat)), lat


def hull(points: Iterable[Point]) -> list[Point]:
    """The corners of the smallest convex shape round the points, anticlockwise.

    Source: A. M. Andrew, Another efficient algorithm for convex hulls, 1979 (monotone chain).
    """
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    return _half(ordered)[:-1] + _half(ordered[::-1])[:-1]


def rounded(points: Iterable[Point], margin: float) -> list[Point]:
    """The hull widened by `margin` on all sides, its corners round; closed."""
    angles = [2 * pi * step / ROUND for step in range(ROUND)]
    wide = [
        (x + margin * cos(angle), y + margin * sin(angle))
        for x, y in hull(points)
        for angle in angles
    ]
    found = hull(wide)
    return [*found, *found[:1]]


def within(ring: Sequence[Point], point: Point) -> bool:
    """Whether the point lies inside a closed ring (even number of crossings: outside)."""
    x, y = point
    crossings = 0
    for (x0, y0), (x1, y1) in pairwise(ring):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            crossings += 1
    return crossings % 2 == 1


def _half(ordered: Sequence[Point]) -> list[Point]:
    """The lower chain of the hull, from the first point to the last."""
    chain: list[Point] = []
    for point in ordered:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(one: Point, two: Point, three: Point) -> float:
    """Above 0: the way from `one` over `two` to `three` turns left."""
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])
