"""Worksheets of .xlsx whose cells stand so far apart that reading them would end the process."""

import re
from collections.abc import Iterable, Iterator

from dashboard.importer.reading.grid import refuse_area

# Most files are cleared by these two searches; only the others are looked at cell by cell.
WIDE = re.compile(rb"\sr=[\"'][A-Z]{3}\d")
LONG = re.compile(rb"\sr=[\"'][A-Z]*\d{6}")
BOTH = (re.compile(rb"\sr=[\"'][A-Z]{2}\d"), re.compile(rb"\sr=[\"'][A-Z]*\d{5}"))
NOTHING = rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</"  # formatted, but empty
CELL = re.compile(
    rb"<(?:\w+:)?c\s[^>]*?\br=[\"']([A-Z]{1,7})(\d{1,9})[\"'][^>]*(?<!/)>(?!" + NOTHING + rb")"
)


def refuse(parts: Iterable[bytes]) -> None:
    """Raises Unreadable for a stray value far from the table; empty formatted cells are fine."""
    for part in parts:
        if b"worksheet" in part[:2048] and _is_suspicious(part):
            rows, columns = _extent(part)
            refuse_area(rows, columns)


def _is_suspicious(part: bytes) -> bool:
    far = WIDE.search(part) or LONG.search(part)
    return far is not None or all(pattern.search(part) for pattern in BOTH)


def _extent(part: bytes) -> tuple[int, int]:
    rows, columns = 0, 0
    for row, column in _places(part):
        rows, columns = max(rows, row), max(columns, column)
    return rows, columns


def _places(part: bytes) -> Iterator[tuple[int, int]]:
    for cell in CELL.finditer(part):
        column = 0
        for letter in cell[1]:
            column = column * 26 + letter - 64
        yield int(cell[2]), column
