"""The cells of a heat map, each beside the district's own value of the same thing."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.panels.view import OF_SCHOOLS, Asking
from dashboard.spec.answer import Answer, Value

CLASSES = ("grade", "letter")


@dataclass(frozen=True, slots=True)
class Crossing:
    """`district` holds the district's shown values by the last `shared` parts of a cell's key."""

    rows: tuple[str, ...]  # the dimensions that name a row: a school, or a grade and a letter
    answer: Answer
    district: Mapping[tuple, float]

    @property
    def of_classes(self) -> bool:
        return self.rows == CLASSES

    def beside(self, value: Value) -> float | None:
        """What the cell is compared with: a class with its subject in the same grade."""
        key = value.key
        return self.district.get((key[0], key[-1]) if self.of_classes else key[-1:])


def crossing(key: str, by: tuple[str, str], asking: Asking) -> Crossing:
    """Schools × subjects; where just one school is chosen, its classes × subjects.

    A grade 4 is not seen beside a grade 9: marks fall with the grades everywhere.
    """
    row, column = by
    if row == "school" and len(asking.view.filters.where().get("school", ())) == 1:
        answer = asking.answer(key, (*CLASSES, column))
        return Crossing(CLASSES, answer, _district(key, ("grade", column), asking))
    answer = asking.answer(key, by)
    return Crossing((row,), answer, _district(key, (column,), asking))


def _district(key: str, by: tuple[str, ...], asking: Asking) -> dict[tuple, float]:
    rows = asking.answer(key, by, **_everywhere()).rows
    return {row.key: row.value for row in rows if row.value is not None}


def _everywhere() -> dict[str, tuple]:
    return dict.fromkeys(OF_SCHOOLS, ())
