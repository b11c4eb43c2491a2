"""What is read of a table: rows to load, rows that sum up others, what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dashboard.importer.columns.coded import Columns
from dashboard.spec.problem import Problem


@dataclass(frozen=True, slots=True)
class Row:
    """One canonical row. Schools and subjects are names as written until they are resolved."""

    table: str
    sheet: str
    number: int  # of the file's row, from 1
    values: Mapping[str, object]
    headings: Mapping[str, str] = field(default_factory=dict)  # column → as it stands in the file
    printed: Mapping[str, tuple[float, int]] = field(default_factory=dict)
    since: date | None = None  # of a list's course: finished on some day from then to `finished`

    def problem(
        self, check: str, severity: str, column: str | None = None, **about: object
    ) -> Problem:
        value = self.values.get(column) if column in self.values else about.get("value")
        heading = self.headings.get(column, column) if column else None
        text = None if value is None else str(value)
        return Problem(check, severity, self.sheet or None, self.number, heading, text, about)


@dataclass(frozen=True, slots=True)
class Subtotal:
    """A row that sums up rows of some grades; `grades` is None for all of them."""

    row: Row
    grades: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Reading:
    """One table as it was read."""

    rows: tuple[Row, ...] = ()
    subtotals: tuple[Subtotal, ...] = ()
    rejected: int = 0
    problems: tuple[Problem, ...] = ()
    refusals: tuple[Problem, ...] = ()  # what rejects the whole file
    columns: Columns | None = None  # sound rows of a large file, beside `rows`

    @property
    def found(self) -> int:
        """Rows that hold data, sound or not."""
        return len(self.rows) + self.rejected + (0 if self.columns is None else len(self.columns))
