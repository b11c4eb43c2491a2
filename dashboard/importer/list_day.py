"""Of which day is a list? What of it has no day of its own was finished by then."""

from dataclasses import dataclass
from datetime import date

from dashboard.importer.day_of_import import day_of_import
from dashboard.importer.normalise.day import FIRST
from dashboard.importer.normalise.told_day import ToldDay, end_of_year, told_or_none
from dashboard.importer.normalise.year import year
from dashboard.importer.options import Options
from dashboard.importer.recognise import Table

Span = tuple[date, date]  # finished some day of these; where the day is told, both are it


@dataclass(frozen=True, slots=True)
class ListDay:
    """What stands above the table: its day, its school year."""

    day: date | None = None
    year: str | None = None

    def span(self, *told: ToldDay | None) -> Span | None:
        """By the closest word: the cell's, the heading's, the list's; None where none tells.

        Of a year or a month its last day, but never a day after the list.
        """
        closest = next((found for found in told if found), None)
        if closest is not None:
            return self._by(closest.first, closest.last)
        if self.day:
            return FIRST, self.day
        return self._by(FIRST, end_of_year(self.year)) if self.year else None

    def _by(self, first: date, last: date) -> Span:
        if first == last:
            return first, last
        last = min(last, self.day or day_of_import())
        return min(first, last), last


def list_day(table: Table, options: Options) -> ListDay:
    label = table.labels.get("day")
    told = told_or_none(label.text) if label else None
    return ListDay(told and told.last, _year(table) or options.year)


def _year(table: Table) -> str | None:
    label = table.labels.get("year")
    try:
        return year(label.text) if label else None
    except ValueError:
        return None
