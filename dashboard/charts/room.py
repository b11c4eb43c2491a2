"""Boxes on a screen: which places are taken. Pixels, from the upper left corner."""

from collections.abc import Iterable, Sequence
from math import ceil, hypot

from dashboard.charts.discs import Disc

Box = tuple[float, float, float, float]  # left, top, right, bottom
Cells = dict[tuple[int, int], list[Box]]
Spot = tuple[float, float]
CELL = 40  # pixels; boxes are looked for near by only
INSIDE = 0.7  # of its half width: the square within a dot
STEP = 4  # pixels between the points that stand for a line


class Room:
    """A frame of some width and height, and what stands in it: dots, names, lines to names."""

    def __init__(self, wide: float, high: float) -> None:
        self.wide, self.high = wide, high
        self._boxes: Cells = {}
        self._in_the_way: Cells = {}  # of a line, which may pass close by a dot

    def take(self, box: Box) -> None:
        _put(self._boxes, box)
        _put(self._in_the_way, box)

    def take_disc(self, disc: Disc) -> None:
        x, y, reach = disc
        _put(self._boxes, around(x, y, reach + 1))
        _put(self._in_the_way, around(x, y, reach * INSIDE))

    def take_line(self, line: Sequence[Spot]) -> None:
        for box in _along(line):
            self.take(box)

    def is_free(self, box: Box) -> bool:
        """Whether the box lies inside the frame and covers nothing."""
        inside = box[0] >= 0 and box[1] >= 0 and box[2] <= self.wide and box[3] <= self.high
        return inside and not _hits(self._boxes, box)

    def is_clear(self, line: Sequence[Spot]) -> bool:
        """Whether a line from one spot to another crosses nothing."""
        return not any(_hits(self._in_the_way, box) for box in _along(line))


def around(x: float, y: float, reach: float) -> Box:
    return x - reach, y - reach, x + reach, y + reach


def meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _put(cells: Cells, box: Box) -> None:
    for cell in _cells(box):
        cells.setdefault(cell, []).append(box)


def _hits(cells: Cells, box: Box) -> bool:
    return any(meet(box, other) for cell in _cells(box) for other in cells.get(cell, ()))


def _cells(box: Box) -> Iterable[tuple[int, int]]:
    left, top, right, bottom = (int(side // CELL) for side in box)
    return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))


def _along(line: Sequence[Spot]) -> list[Box]:
    (x0, y0), (x1, y1) = line
    steps = max(1, ceil(hypot(x1 - x0, y1 - y0) / STEP))
    shares = [step / steps for step in range(steps + 1)]
    return [around(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part, 0.6) for part in shares]
