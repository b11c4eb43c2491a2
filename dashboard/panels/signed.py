"""Differences in words: always with their sign."""

from dashboard.i18n import integer, number, t
from dashboard.spec.answer import Value
from dashboard.spec.panel import Cell

MINUS = "\u2212"


def whole(value: int, language: str) -> str:
    """«+12», «−5», «0»."""
    return _sign(value) + integer(abs(value), language)


def points(share: float, language: str, decimals: int = 1) -> str:
    """A difference of shares (−1…1) in percentage points: «−4,2»."""
    size = round(share * 100, decimals)
    return _sign(size) + number(abs(size), language, decimals)


def between(low: float, high: float, language: str) -> str:
    """Its interval: «−9,0 … +21,0»."""
    return f"{points(low, language)} … {points(high, language)}"


def points_cell(change: tuple[float, float, float], pupils: int, language: str) -> Cell:
    """(apart, low, high), all −1…1, as a cell in percentage points, its interval behind it."""
    apart, low, high = (part * 100 for part in change)
    behind = Value((), None, None, pupils, apart, low, high)
    text = t("change.points", language, size=points(change[0], language))
    return Cell(text, apart, "points", 1, value=behind)


def _sign(value: float) -> str:
    return "+" if value > 0 else MINUS if value < 0 else ""
