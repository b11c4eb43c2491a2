"""What the checks know beside the rows themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.importer.row import Subtotal
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

    def carries_marks(self, school_id: str, grade: int, year: str) -> bool:
        """True where nobody says otherwise."""
        country = self.countries.get(school_id) or HOME
        said = [
            marks
            for where, of_grade, first, last, marks in self.expected
            if (where, of_grade) == (country, grade) and first <= year <= (last or year)
        ]
        return all(said)


def expected_marks(draft: Draft) -> tuple[Expected, ...]:
    columns = ("country", "grade", "from_year", "to_year", "marks")
    return tuple(rows.register(draft, "marks_expected", columns))
