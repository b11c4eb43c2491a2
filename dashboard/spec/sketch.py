"""What a map shows before it is drawn: dots, lines and outlines on a flat plane."""

from dataclasses import dataclass

Point = tuple[float, float]  # on a plane whose axes have one scale; y grows upwards


@dataclass(frozen=True, slots=True)
class Dot:
    """One school. `state`: "linked", "alone" (no help at all), "beside" (not asked for)."""

    key: str
    at: Point
    known: str  # "own" place, "near" its aimak's centre, "aside" of all
    weight: float | None  # its size goes by this; None: not known
    state: str
    label: str  # the short name
    name: str
    href: str  # where a click leads: that of its row in the table, if it has one


@dataclass(frozen=True, slots=True)
class Line:
    """From one dot to another; `kind` gives the colour: a direction, "" unknown, or "network"."""

    start: str
    end: str
    kind: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Sketch:
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...] = ()
    outline: tuple[tuple[Point, ...], ...] = ()  # closed rings
    regions: tuple[tuple[str, tuple[str, ...]], ...] = ()  # a name and the keys of its dots
