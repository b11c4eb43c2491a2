"""Where everything of a map stands on the screen: dots apart, names that cover nothing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from dashboard.charts.canvas import Canvas, fitted
from dashboard.charts.discs import Disc, apart
from dashboard.charts.labels import Placed, Wanted, place
from dashboard.spec.sketch import Dot, Sketch

SMALLEST, LARGEST = 7.0, 16.0  # pixels across; the area goes by the pupils
USUAL = 70  # so many dots have their full size, more are smaller
LEAST = 0.55
PHONE, ON_PHONE = 500, 0.8  # up to such a width dots are smaller
FAR_OFF, NEAR = 128, 16  # pixels between a dot and its name, at most
ALONE = 1.25  # a ring is larger than a dot, so that it is seen
NAME, REGION = 11.0, 12.5  # letters, pixels
ROOM = 7  # pixels at the edge
FAR = 40  # pixels: so far from its middle the name of a region may begin


@dataclass(frozen=True, slots=True)
class Plan:
    """`discs`, `names` are of the sketch's dots in their order, `regions` of its regions."""

    canvas: Canvas
    discs: list[Disc]
    names: list[Placed | None]
    regions: list[Placed | None]


def planned(sketch: Sketch, wide: int, high: int) -> Plan:
    """Greedy by importance: who has no link, the regions, then who has most links."""
    every = [dot.at for dot in sketch.dots] + [point for ring in sketch.outline for point in ring]
    canvas = fitted(every or [(0.0, 0.0)], wide, high, ROOM)
    sizes = _reaches(sketch.dots, 1.0 if wide > PHONE else ON_PHONE)
    discs = apart([(*canvas.pixel(dot.at), s) for dot, s in zip(sketch.dots, sizes)], wide, high)
    alone, others = _order(sketch)
    spans = [_region(name, keys, sketch.dots, discs) for name, keys in sketch.regions]
    wanted = [
        *(_name(sketch.dots[number], discs[number]) for number in alone),
        *spans,
        *(_name(sketch.dots[number], discs[number]) for number in others),
    ]
    placed = place(wanted, discs, (wide, high), _far(sketch, wide))
    regions = placed[len(alone) : len(alone) + len(spans)]
    names: list[Placed | None] = [None] * len(discs)
    for number, found in zip(alone, placed):
        names[number] = found
    for number, found in zip(others, placed[len(alone) + len(spans) :]):
        names[number] = found
    return Plan(canvas, discs, names, regions)


def _far(sketch: Sketch, wide: int) -> int:
    """On a phone, and among hundreds of dots, a long line to a name would only confuse."""
    return FAR_OFF if wide > PHONE and len(sketch.dots) <= 2 * USUAL else NEAR


def _reaches(dots: Sequence[Dot], part: float) -> list[float]:
    """Half across, in pixels."""
    most = max((dot.weight or 0 for dot in dots), default=0) or 1
    shrunk = part * max(LEAST, min(1.0, sqrt(USUAL / max(1, len(dots)))))
    return [
        max(SMALLEST, LARGEST * sqrt((dot.weight or 0) / most))
        * (ALONE if dot.state == "alone" else 1.0)
        * shrunk
        / 2
        for dot in dots
    ]


def _order(sketch: Sketch) -> tuple[list[int], list[int]]:
    """Numbers of the dots whose names come first, and of the others by their links."""
    links = Counter(end for line in sketch.lines for end in (line.start, line.end))
    dots = sketch.dots
    alone = [number for number, dot in enumerate(dots) if dot.state == "alone"]
    others = [number for number, dot in enumerate(dots) if dot.state == "linked"]
    return alone, sorted(others, key=lambda number: (-links[dots[number].key], number))


def _name(dot: Dot, disc: Disc) -> Wanted:
    x, y, reach = disc
    return Wanted(dot.label, NAME, x, y, reach, reach)


def _region(name: str, keys: Sequence[str], dots: Sequence[Dot], discs: Sequence[Disc]) -> Wanted:
    """Over the dots of the region, unless they lie far from each other."""
    own = [disc for dot, disc in zip(dots, discs) if dot.key in {*keys}]
    xs, ys = [x for x, _, _ in own], [y for _, y, _ in own]
    middle = ((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2)
    across, up = (max(xs) - min(xs)) / 2, (max(ys) - min(ys)) / 2 + LARGEST / 2
    return Wanted(name, REGION, *middle, min(across, FAR), min(up, FAR), is_region=True)
