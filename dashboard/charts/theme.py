"""Colours, fonts and the bare axes of every figure. Colours are lists: a named scale is ignored."""

import html
import math

INK = "#1c2733"
MUTED = "#5b6875"
LINE = "#e3e7ec"
PAPER = "#ffffff"
ACCENT = "#0b6e6e"
BAR = "#8fb5b5"
LOW, MIDDLE, HIGH = (154, 75, 12), (243, 241, 236), (11, 110, 110)
SERIES = ("#0b6e6e", "#a8500a", "#7a4fa3", "#2f6fb0", "#5b6875")
DIRECTIONS = {  # of mentors, as everywhere on their pages
    "natural_exact": SERIES[0],
    "humanities": SERIES[2],
    "technology_primary": SERIES[1],
    "preschool": SERIES[3],
}
FONT = '"Noto Sans", "DejaVu Sans", sans-serif'
INKS = (INK, PAPER, "#060a0e")  # the last for the shades between dark and light
READABLE = 4.5  # WCAG 2.2 AA
STEPS = 10  # shades on either side of the middle


def step(tone: float | None) -> int:
    """The shade of a tone −1 … 1; the stylesheet has a class for each."""
    return 0 if tone is None else round(max(-1.0, min(1.0, tone)) * STEPS)


def shade(step: int) -> tuple[str, str]:
    """Background and the ink that reads best on it: brown is lower, teal is higher."""
    end = LOW if step < 0 else HIGH
    share = abs(step) / STEPS
    colour = tuple(round(m + (e - m) * share) for m, e in zip(MIDDLE, end))
    background = "#{:02x}{:02x}{:02x}".format(*colour)
    return background, next(ink for ink in INKS if contrast(background, ink) >= READABLE)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio of two colours."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def direction(key: str) -> str:
    """The colour of a mentor's direction; muted where nobody knows it."""
    return DIRECTIONS.get(key, MUTED)


def layout(height: int, **more: object) -> dict:
    """What all figures share. Numbers are written by us, so plotly's own words are never seen."""
    base = {
        "height": height,
        "margin": {"l": 8, "r": 16, "t": 8, "b": 8},
        "font": {"family": FONT, "size": 12.5, "color": INK},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "colorway": list(SERIES),
        "hoverlabel": {
            "bgcolor": PAPER,
            "bordercolor": MUTED,
            "font": {"family": FONT, "size": 12.5, "color": INK},
            "align": "left",
        },
        "dragmode": False,
    }
    return base | more


def axis(**more: object) -> dict:
    base = {
        "automargin": True,
        "fixedrange": True,
        "gridcolor": LINE,
        "zeroline": False,
        "linecolor": LINE,
        "tickfont": {"family": FONT, "size": 12, "color": MUTED},
    }
    return base | more


def plain(text: str) -> str:
    """Plotly reads some tags in texts; a name from a file is never one of them."""
    return html.escape(text, quote=False)


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Round values from below `low` to above `high`."""
    wide = (high - low) / most or 1.0
    power = 10 ** math.floor(math.log10(wide))
    size = next(power * unit for unit in (1, 2, 5, 10) if power * unit >= wide)
    first, last = math.floor(low / size), math.ceil(high / size)
    return [round(place * size, 10) for place in range(first, last + 1)]


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
