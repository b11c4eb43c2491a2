"""A part of the plane on so many pixels: both ways, with one scale for both axes."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.spec.sketch import Point

SMALLEST = 1e-3  # of a degree: so much is always seen
DIGITS = 5  # of a degree: about a metre


@dataclass(frozen=True, slots=True)
class Canvas:
    """`left` and `top` are the plane's at the upper left corner; `scale` is pixels to a unit."""

    wide: float
    high: float
    left: float
    top: float
    scale: float

    def pixel(self, point: Point) -> Point:
        return (point[0] - self.left) * self.scale, (self.top - point[1]) * self.scale

    def plane(self, pixel: Point) -> Point:
        x, y = self.left + pixel[0] / self.scale, self.top - pixel[1] / self.scale
        return round(x, DIGITS), round(y, DIGITS)

    @property
    def across(self) -> list[float]:
        return [self.left, self.left + self.wide / self.scale]

    @property
    def up(self) -> list[float]:
        return [self.top - self.high / self.scale, self.top]


def fitted(points: Iterable[Point], wide: float, high: float, room: float) -> Canvas:
    """All points in the middle, as large as they fit with `room` pixels on each side."""
    xs, ys = zip(*points)
    across = max(max(xs) - min(xs), SMALLEST)
    up = max(max(ys) - min(ys), SMALLEST)
    scale = min((wide - 2 * room) / across, (high - 2 * room) / up)
    left = (max(xs) + min(xs)) / 2 - wide / scale / 2
    top = (max(ys) + min(ys)) / 2 + high / scale / 2
    return Canvas(wide, high, left, top, scale)
