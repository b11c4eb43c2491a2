"""The axes along which counts are added: what their units are, and how dimensions group them."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.metrics import registers
from dashboard.statistics.suppression import Axis
from dashboard.store.current import Snapshot

# Never added (a child who goes on stands in both stages), so nothing is worked out along them.
TIMES = frozenset({"year", "period", "round", "stage"})
UNITS = {  # a dimension that groups units, and the dimension of the unit
    "aimak": "school",
    "district": "school",
    "language": "school",
    "area": "subject",
}
KIN = {"school": "aimak", "subject": "area"}
LIKE = {"school": "language"}


# A letter names a class only within one school and grade, so it is no axis of the whole.
CLASS = ("school", "grade", "letter")


def unit_of(dimension: str) -> str:
    return UNITS.get(dimension, dimension)


@dataclass(frozen=True, slots=True)
class Units:
    """What the registers know of the units of one snapshot."""

    known: Mapping[str, Mapping]

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Units":
        return cls({"school": registers.schools(snapshot), "subject": registers.subjects(snapshot)})

    def part(self, dimension: str, unit: object) -> object:
        """Where a dimension puts a unit: a school's aimak, a subject's area, a grade itself."""
        axis = unit_of(dimension)
        if dimension == axis:
            return unit
        return getattr(self.known[axis].get(unit), dimension, None)

    def axis(self, name: str, same: bool) -> Axis:
        """Partners are sought in the same aimak or area, of the same language. `same`: its units
        are of the same children."""
        return Axis(self._by(name, KIN), self._by(name, LIKE), same)

    def _by(self, name: str, dimensions: Mapping[str, str]) -> dict:
        if name not in dimensions:
            return {}
        return {unit: self.part(dimensions[name], unit) for unit in self.known[name]}
