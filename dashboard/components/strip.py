"""A value with its interval beside the district's, as a strip of a table row: 0 to 100 %."""

from markupsafe import Markup

from dashboard.charts import theme
from dashboard.components.markup import tag

WIDE, HIGH = 104, 16
MIDDLE = HIGH / 2


def strip(value: float, low: float, high: float, district: float | None) -> Markup:
    """All 0-1. The numbers stand in the row, so it is told to nobody who cannot see it."""
    parts = [
        tag("line", x1="0", x2=_at(1), y1=_of(MIDDLE), y2=_of(MIDDLE), stroke=theme.LINE),
        tag(
            "line",
            x1=_at(low),
            x2=_at(high),
            y1=_of(MIDDLE),
            y2=_of(MIDDLE),
            stroke=theme.BAR,
            stroke_width="5",
        ),
        tag("circle", cx=_at(value), cy=_of(MIDDLE), r="4", fill=theme.INK),
    ]
    if district is not None:
        at = _at(district)
        line = {"stroke": theme.ACCENT, "stroke_width": "2", "stroke_dasharray": "2 2"}
        parts.append(tag("line", x1=at, x2=at, y1="0", y2=_of(HIGH), **line))
    box = {"viewBox": f"0 0 {WIDE} {HIGH}", "width": str(WIDE), "height": str(HIGH)}
    return tag("svg", *parts, class_="strip", aria_hidden="true", **box)


def _at(share: float) -> str:
    """Kept off the ends, so that a dot at 100 % is whole."""
    return _of(4 + share * (WIDE - 8))


def _of(pixels: float) -> str:
    return f"{pixels:.1f}"
