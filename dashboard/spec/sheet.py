"""What a reader gives: one table of cells, as it stands in the file."""

from dataclasses import dataclass
from datetime import date

Cell = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells, all of one width. Row and column numbers in messages count from 1.

    A merged cell's value stands in each place of its range; `filled` holds the places
    (row, column; both from 0) that only repeat it, so that a number is never counted twice.
    `lines` are texts that stood outside the table (headings and paragraphs of an HTML page).
    """

    name: str  # the sheet's name in the workbook; "" where the format has none
    rows: tuple[tuple[Cell, ...], ...]
    filled: frozenset[tuple[int, int]] = frozenset()
    lines: tuple[str, ...] = ()
