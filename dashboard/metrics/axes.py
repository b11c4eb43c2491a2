"""The axes along which counts are added: what their units are, and how dimensions group them."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.metrics import registers
from dashboard.metrics.networks import Networks, networks_of
from dashboard.statistics.suppression import Axis
from dashboard.store.current import Snapshot

# Never added (a child who goes on stands in both stages), so nothing is worked out along them;
# what is hidden is settled for each of them.
TIMES = frozenset({"year", "period", "round", "stage", "survey", "question", "norm_set"})
# Ways to look at the same people: on two days, by two rules, at two kinds of courses, at two
# answers. Never added either, and what is hidden is the same in all of them.
READINGS = frozenset({"on", "valid", "course_kind", "option", "effect", "band", "manner"})
ASIDE = TIMES | READINGS
UNITS = {  # a dimension that groups units, and the dimension of the unit
    "aimak": "school",
    "district": "school",
    "language": "school",
    "network": "school",
    "area": "subject",
}
OVERLAPPING = frozenset({"network"})  # a unit may stand in several groups of these
KIN = {"school": "aimak", "subject": "area"}
LIKE = {"school": "language"}


# A letter names a class only within one school and grade, so it is no axis of the whole.
CLASS = ("school", "grade", "letter")


def unit_of(dimension: str, own: frozenset[str] = frozenset()) -> str:
    """`own` are dimensions that stand for themselves in a view (`own_axes` on its card): there the
    language is of the test, not of the school."""
    return dimension if dimension in own else UNITS.get(dimension, dimension)


@dataclass(frozen=True, slots=True)
class Units:
    """What the registers know of the units of one snapshot."""

    known: Mapping[str, Mapping]
    networks: Networks
    own: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls, snapshot: Snapshot, on: str | None = None, own: frozenset[str] = frozenset()
    ) -> "Units":
        """As they stand on a day; without one, networks are all that there ever were."""
        known = {"school": registers.schools(snapshot), "subject": registers.subjects(snapshot)}
        return cls(known, networks_of(snapshot, on), own)

    def unit_of(self, dimension: str) -> str:
        return unit_of(dimension, self.own)

    def parts(self, dimension: str, unit: object) -> tuple:
        """All places where a dimension puts a unit: a school may be of several networks."""
        if dimension == "network":
            return self.networks.get(unit, ())
        return (self.part(dimension, unit),)

    def part(self, dimension: str, unit: object) -> object:
        """Where a dimension puts a unit: a school's aimak, a subject's area, a grade itself."""
        axis = self.unit_of(dimension)
        if dimension == axis:
            return unit
        return getattr(self.known[axis].get(unit), dimension, None)

    def axis(self, name: str, same: bool) -> Axis:
        """Partners are sought in the same aimak or area, of the same language. `same`: its units
        are of the same children."""
        return Axis(self._by(name, KIN), self._by(name, LIKE), same)

    def members(self) -> Axis:
        """Schools as members: partners are sought in the same networks, of the same aimak."""
        return Axis(self.networks, self._by("school", KIN))

    def _by(self, name: str, dimensions: Mapping[str, str]) -> dict:
        if name not in dimensions:
            return {}
        return {unit: self.part(dimensions[name], unit) for unit in self.known[name]}
