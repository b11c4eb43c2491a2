"""Numbers as people write them: decimal comma, spaces between thousands, a percent sign."""

import math
import re
from functools import lru_cache

from dashboard.importer.normalise.text import plain
from dashboard.spec.sheet import Cell

WRITTEN = re.compile(r"([+\-−–]?)\s*([0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:[.,]([0-9]+))?\s*(%?)")
LARGEST = 1_000_000_000


@lru_cache(maxsize=65536, typed=True)
def count(cell: Cell) -> int:
    """A whole number of things."""
    value = _finite(cell, percent=False)
    if value < 0:
        raise ValueError("negative_number")
    if value != int(value):
        raise ValueError("bad_number")
    return int(value)


@lru_cache(maxsize=65536, typed=True)
def number(cell: Cell) -> float:
    value = _finite(cell)
    if value < 0:
        raise ValueError("negative_number")
    return value


@lru_cache(maxsize=65536, typed=True)
def degree(cell: Cell) -> float:
    """Latitude or longitude."""
    value = _finite(cell, percent=False)
    if abs(value) > 180:
        raise ValueError("bad_number")
    return value


@lru_cache(maxsize=65536, typed=True)
def printed(cell: Cell) -> tuple[float, int]:
    """A printed rate and how many decimals it is printed with."""
    value = _finite(cell)
    text = repr(cell) if isinstance(cell, float) else plain(cell)
    decimals = re.search(r"[.,]([0-9]+)", text)
    return value, len(decimals.group(1)) if decimals else 0


def _finite(cell: Cell, percent: bool = True) -> float:
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        raise ValueError("bad_number")
    value = _written(cell, percent) if isinstance(cell, str) else cell
    if abs(value) > LARGEST or not math.isfinite(value):
        raise ValueError("bad_number")
    return value


def _written(text: str, percent: bool) -> float:
    match = WRITTEN.fullmatch(plain(text))
    if match is None or (match.group(4) and not percent):
        raise ValueError("bad_number")
    sign, whole, fraction, _ = match.groups()
    value = float(f"{whole.replace(' ', '')}.{fraction or 0}")
    return -value if sign in ("-", "−", "–") else value
