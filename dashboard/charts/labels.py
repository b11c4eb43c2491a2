"""Names beside dots: none covers a name or a dot, none is cut; some stand off, with a line."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from dashboard.charts.discs import Disc
from dashboard.charts.room import Box, Room, Spot

LINE_HEIGHT = 1.25  # of the letters' size
WIDE = {"№": 1.04, " ": 0.27, "–": 0.56, "-": 0.36, ".": 0.3, ",": 0.3, "…": 0.82}
DIGIT, LOWER, UPPER = 0.58, 0.64, 0.76  # of the letters' size: on the safe side of Noto Sans
BROAD = frozenset("жмшщюыфЖМШЩЮЫФmwMW")
GAPS = (
    2,
    8,
    16,
    27,
    40,
    56,
    76,
    100,
    128,
)  # pixels between a dot and its name; each is tried all round
TRIES, MOST_LOST = 12, 0.25  # of all names: more are lost where there is no room at all
NEAR = 8  # up to such a gap it is plain whose name it is
# Right, left, above, below, then between them: as on printed maps.
TURNS = (0, 8, 4, 12, 2, 6, 14, 10, 1, 15, 7, 9, 3, 13, 5, 11)
ABOVE = (4, 3, 5, 2, 6, 12, 11, 13, 0, 8, 1, 7, 15, 9, 14, 10)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name for what spans `across` and `up` pixels to each side of (x, y)."""

    text: str
    size: float
    x: float
    y: float
    across: float
    up: float
    is_region: bool = False  # the name of an area: no line leads to it


@dataclass(frozen=True, slots=True)
class Placed:
    """The middle of the name, its box, and the line to its dot where it stands off."""

    x: float
    y: float
    box: Box
    line: tuple[Spot, Spot] | None


def place(
    wanted: Sequence[Wanted], dots: Iterable[Disc], frame: Spot, far: float = GAPS[-1]
) -> list[Placed | None]:
    """Where each name stands in the frame (width, height), at most `far` from its dot; None where
    there is no room. The first of `wanted` go before the others; if few are left over it is tried
    anew, those that were left over most often going first.

    Greedy; the order of the candidates after E. Imhof, Positioning names on maps, 1975.
    """
    dots = list(dots)
    order = list(range(len(wanted)))
    best: dict[int, Placed] = {}
    losses: Counter[int] = Counter()
    for _ in range(TRIES):
        found = _in_order(wanted, order, dots, Room(*frame), far)
        best = max(best, found, key=len)
        lost = [number for number in order if number not in found]
        if not lost or len(lost) > MOST_LOST * len(wanted):
            break
        losses.update(lost)
        order.sort(key=lambda number: (-losses[number], number))
    return [best.get(number) for number in range(len(wanted))]


def _in_order(
    wanted: Sequence[Wanted], order: Sequence[int], dots: Iterable[Disc], room: Room, far: float
) -> dict[int, Placed]:
    for disc in dots:
        room.take_disc(disc)
    tried = ((number, _placed(wanted[number], room, far)) for number in order)
    return {number: found for number, found in tried if found is not None}


def box_size(text: str, size: float) -> tuple[float, float]:
    """Width and height in pixels, about; never less than it takes."""
    return size * sum(map(_letter, text)) + 1, size * LINE_HEIGHT


def _letter(letter: str) -> float:
    if letter in WIDE:
        return WIDE[letter]
    if letter.isdecimal():
        return DIGIT
    broad = 1.4 if letter in BROAD else 1.0
    return broad * (UPPER if letter.isupper() else LOWER)


def _placed(wanted: Wanted, room: Room, far: float) -> Placed | None:
    found = next(_free(wanted, room, far), None)
    if found is not None:
        room.take(found.box)
        if found.line:
            room.take_line(found.line)
    return found


def _free(wanted: Wanted, room: Room, far: float) -> Iterator[Placed]:
    for place in _candidates(wanted, far):
        if room.is_free(place.box) and (place.line is None or room.is_clear(place.line)):
            yield place


def _candidates(wanted: Wanted, far: float) -> Iterator[Placed]:
    wide, high = box_size(wanted.text, wanted.size)
    limit = GAPS[-1] if wanted.is_region else far
    for gap in (gap for gap in GAPS if gap <= limit):
        for turn in ABOVE if wanted.is_region else TURNS:
            angle = turn * pi / 8
            x = wanted.x + cos(angle) * (wanted.across + gap + wide / 2)
            y = wanted.y - sin(angle) * (wanted.up + gap + high / 2)
            box = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
            leads = gap > NEAR and not wanted.is_region
            yield Placed(x, y, box, _line(wanted, box) if leads else None)


def _line(wanted: Wanted, box: Box) -> tuple[Spot, Spot]:
    """From just outside of the dot to the nearest point of the name."""
    x = min(max(wanted.x, box[0]), box[2])
    y = min(max(wanted.y, box[1]), box[3])
    away = max(((x - wanted.x) ** 2 + (y - wanted.y) ** 2) ** 0.5, 1e-9)
    part = min(1.0, (wanted.across + 0.5) / away)
    # It ends short of the name, whose own box it would else be said to cross.
    end = (x + (wanted.x - x) * 0.08, y + (wanted.y - y) * 0.08)
    return (wanted.x + (x - wanted.x) * part, wanted.y + (y - wanted.y) * part), end
