"""Loose rows and merged ranges → a Sheet: one width, merged cells filled, empty edges cut."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.errors import Unreadable
from dashboard.importer.reading.limits import Limits
from dashboard.spec.sheet import Cell, Sheet

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
MOST_CELLS = 10_000_000
MOST_ROWS = 1_048_576  # Excel's own limits; a place beyond them is a fault or an attack
MOST_COLUMNS = 16_384


@dataclass(frozen=True, slots=True)
class Span:
    """A merged range; all four edges belong to it and count from 0."""

    top: int
    left: int
    bottom: int
    right: int


def sheet(
    name: str,
    rows: Sequence[Sequence[Cell]],
    spans: Iterable[Span] = (),
    lines: tuple[str, ...] = (),
) -> Sheet:
    """Row numbers stay: only empty rows below and empty columns on the right are cut."""
    ends = [_end(row) for row in rows]
    width = max(ends, default=0)
    height = max((number for number, end in enumerate(ends, 1) if end), default=0)
    refuse_area(height, width)
    grid = [[*row[:width], *[None] * (width - len(row))] for row in rows[:height]]
    filled = _fill(grid, spans, height, width)
    return Sheet(name, tuple(map(tuple, grid)), filled, lines)


def refuse_area(height: int, width: int) -> None:
    """A stray value far away makes a small file fill the memory."""
    if height * width > MOST_CELLS:
        raise Unreadable("table_too_large")


def refuse_size(rows: int, columns: int, limits: Limits) -> None:
    if rows > limits.rows:
        raise Unreadable("table_too_long", limit=limits.rows)
    if columns > limits.columns:
        raise Unreadable("table_too_wide", limit=limits.columns)


def put(row: list[Cell], column: int, value: Cell, times: int = 1) -> None:
    """Set the value at its column and the next ones; the places before it become empty."""
    if value is None:
        return
    if column + times > MOST_COLUMNS:
        raise Unreadable("table_too_large")
    row.extend([None] * (column - len(row)))
    row[column : column + times] = [value] * times


def text(words: str) -> str | None:
    """Hard spaces become plain ones, characters that no file may hold go, an empty cell is None."""
    if not words.isprintable():  # so they are looked for in few cells only
        words = CONTROLS.sub("", words).replace("\xa0", " ").replace("\u202f", " ")
    return words.strip() or None


def number(value: float) -> int | float | None:
    """25.0 is 25; what is not a number (the result of a failed formula) is nothing."""
    if not math.isfinite(value):
        return None
    return int(value) if value == int(value) else value


def _end(row: Sequence[Cell]) -> int:
    """How many places the row has up to its last value."""
    end = len(row)
    while end and row[end - 1] is None:
        end -= 1
    return end


def _fill(
    grid: list[list[Cell]], spans: Iterable[Span], height: int, width: int
) -> frozenset[tuple[int, int]]:
    filled: set[tuple[int, int]] = set()
    work = 2 * height * width  # sound ranges do not overlap, so they never add up to more
    for span in spans:
        if span.top >= height or span.left >= width or grid[span.top][span.left] is None:
            continue
        places = _places(span, height, width)
        work -= len(places)
        if work < 0:
            raise Unreadable("file_damaged")
        for row, column in places:
            grid[row][column] = grid[span.top][span.left]
        filled.update(places)
    return frozenset(filled)


def _places(span: Span, height: int, width: int) -> list[tuple[int, int]]:
    """The places of the range that lie in the table, but for its first."""
    rows = range(span.top, min(span.bottom + 1, height))
    columns = range(span.left, min(span.right + 1, width))
    return [(row, column) for row in rows for column in columns][1:]
