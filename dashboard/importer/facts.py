"""What the checks know beside the rows themselves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from dashboard.importer.row import Row, Subtotal
from dashboard.store import rows
from dashboard.store.transaction import Draft

HOME = "KG"  # the country of a school whose register does not say

Expected = tuple[str, int, str, str | None, bool]


@dataclass(frozen=True, slots=True)
class Facts:
    countries: Mapping[str, str] = field(default_factory=dict)  # by school
    expected: tuple[Expected, ...] = ()
    subtotals: tuple[Subtotal, ...] = ()
    whole: bool = True  # every row above a subtotal could be read
    apart: tuple[Row, ...] = ()  # rows of a large file that are not in its columns
    registered: Callable[[], Mapping[str, str]] = dict  # teacher → school; asked when needed
    closed: Callable[[], Mapping[str, date]] = dict  # school → day; asked when needed

    def carries_marks(self, school_id: str, grade: int, year: str) -> bool:
        """True where nobody says otherwise."""
        country = self.countries.get(school_id) or HOME
        said = [
            marks
            for where, of_grade, first, last, marks in self.expected
            if (where, of_grade) == (country, grade) and first <= year <= (last or year)
        ]
        return all(said)


def known_facts(draft: Draft) -> Facts:
    asked = {"registered": partial(_registered, draft), "closed": partial(_closed, draft)}
    return Facts(expected=expected_marks(draft), **asked)


def _registered(draft: Draft) -> dict[str, str]:
    return dict(rows.register(draft, "teachers", ("teacher_id", "school_id")))


def _closed(draft: Draft) -> dict[str, date]:
    known = rows.register(draft, "schools", ("school_id", "closed"))
    return {school: day for school, day in known if day is not None}


def expected_marks(draft: Draft) -> tuple[Expected, ...]:
    columns = ("country", "grade", "from_year", "to_year", "marks")
    return tuple(rows.register(draft, "marks_expected", columns))
