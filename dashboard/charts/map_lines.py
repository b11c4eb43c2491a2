"""Bent lines with an arrow, and closed rings, as paths of the plane: hundreds are one stroke.

As traces of points they would take the browser five times as long.
"""

from collections.abc import Iterable, Sequence
from math import cos, hypot, pi, sin

from dashboard.charts.canvas import Canvas
from dashboard.spec.sketch import Point

ARROW, SPREAD, HALFWAY = 6.0, pi / 7, 0.6  # pixels; angle; where on the line


def bent(ends: Iterable[tuple[Point, Point]], canvas: Canvas, bend: float) -> str:
    """`ends` are pixels, from start to end; each line bends to the left of its way by a share of
    its length, so that there and back are two lines."""
    return "".join(_line(start, end, bend, canvas) for start, end in ends)


def closed(ring: Sequence[Point]) -> str:
    """A ring of the plane."""
    return "M" + "L".join(f"{x:.5f},{y:.5f}" for x, y in ring) + "Z" if ring else ""


def _line(start: Point, end: Point, bend: float, canvas: Canvas) -> str:
    """The line, and the arrow on it that shows the way."""
    over = _over(start, end, bend)
    tip = _at(start, over, end, HALFWAY)
    before = _at(start, over, end, HALFWAY - 0.05)
    away = hypot(tip[0] - before[0], tip[1] - before[1]) or 1.0
    back = ((before[0] - tip[0]) / away, (before[1] - tip[1]) / away)
    size = min(ARROW, hypot(end[0] - start[0], end[1] - start[1]) / 3)
    sides = [_turned(tip, back, angle, size) for angle in (SPREAD, -SPREAD)]
    points = (canvas.plane(pixel) for pixel in (start, over, end, sides[0], tip, sides[1]))
    return "M{} Q{} {}M{}L{}L{}".format(*(f"{x},{y}" for x, y in points))


def _over(start: Point, end: Point, bend: float) -> Point:
    """The point that the line bends towards."""
    across, down = end[0] - start[0], end[1] - start[1]
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    return middle[0] + 2 * bend * down, middle[1] - 2 * bend * across


def _at(start: Point, over: Point, end: Point, share: float) -> Point:
    """A quadratic Bézier curve."""
    a, b, c = (1 - share) ** 2, 2 * share * (1 - share), share**2
    return a * start[0] + b * over[0] + c * end[0], a * start[1] + b * over[1] + c * end[1]


def _turned(tip: Point, way: Point, angle: float, size: float) -> Point:
    x = way[0] * cos(angle) - way[1] * sin(angle)
    y = way[0] * sin(angle) + way[1] * cos(angle)
    return tip[0] + size * x, tip[1] + size * y
