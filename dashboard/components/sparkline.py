"""A small line beside a number: where it came from. Its words say the same."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from dashboard.components.markup import picture, tag

WIDE, HIGH, EDGE = 76, 24, 3  # units of its own; the stylesheet says how large
Point = tuple[float, float]


def sparkline(values: Sequence[float | None], label: str) -> dict:
    """At least one value. A gap in the line is a value that is hidden or missing; a dot is the
    last one. The scale is its own: it shows the way, not the height."""
    points = _points(values)
    lines = [_line(run) for run in _runs(points) if len(run) > 1]
    last = next(point for point in reversed(points) if point is not None)
    x, y = last
    dot = tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r="2.6")
    size = {"viewBox": f"0 0 {WIDE} {HIGH}", "width": str(WIDE), "height": str(HIGH)}
    hidden = {"aria_hidden": "true", "focusable": "false"}
    return picture(tag("svg", *lines, dot, class_="sparkline", **size, **hidden), label)


def _points(values: Sequence[float | None]) -> list[Point | None]:
    """Places in the picture; y grows downwards. A flat line runs through the middle."""
    there = [value for value in values if value is not None]
    low, span = min(there), max(there) - min(there)
    step = (WIDE - 2 * EDGE) / max(1, len(values) - 1)

    def place(nth: int, value: float | None) -> Point | None:
        if value is None:
            return None
        share = (value - low) / span if span else 0.5
        return EDGE + nth * step, HIGH - EDGE - share * (HIGH - 2 * EDGE)

    return [place(nth, value) for nth, value in enumerate(values)]


def _runs(points: Sequence[Point | None]) -> Iterator[list[Point]]:
    """Points that follow each other without a gap."""
    run: list[Point] = []
    for point in [*points, None]:
        if point is not None:
            run.append(point)
        elif run:
            yield run
            run = []


def _line(run: Sequence[Point]) -> Markup:
    return tag("polyline", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in run))
