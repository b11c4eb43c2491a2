"""What a reader gives: one table of cells, as it stands in the file."""

from dataclasses import dataclass
from datetime import date

Cell = str | int | float | bool | date | None
ASIDE = "tirek: not data"  # in the first cell of those sheets of our templates that hold no rows


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

    @property
    def is_aside(self) -> bool:
        """A sheet of a template that explains; whatever table it shows is an example."""
        first = self.rows[0][:1] if self.rows else ()
        return first == (ASIDE,)
