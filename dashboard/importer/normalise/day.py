"""Dates: 18.11.2026, 18-11-2026, 2026-11-18, 2026.11.18, date cells."""

import re
from datetime import date, datetime
from functools import lru_cache

from dashboard.importer.normalise.text import plain
from dashboard.spec.sheet import Cell

ISO = re.compile(r"([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})(?:[ T][0-9:.]+)?")
LOCAL = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})(?: [0-9:]+)?(?:\s*[гж]\.?)?")


FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)


@lru_cache(maxsize=4096, typed=True)
def day(cell: Cell) -> date:
    """A date that anybody may mean; year 1 or 9999 is a slip."""
    found = _told(cell)
    if not FIRST <= found <= LAST:
        raise ValueError("bad_date")
    return found


def _told(cell: Cell) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    return _written(plain(cell) if isinstance(cell, str) else "")


def _written(text: str) -> date:
    if match := ISO.fullmatch(text):
        parts = match.groups()
    elif match := LOCAL.fullmatch(text):
        parts = match.groups()[::-1]
    else:
        raise ValueError("bad_date")
    try:
        return date(*map(int, parts))
    except ValueError:
        raise ValueError("bad_date") from None
