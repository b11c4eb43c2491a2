"""Which cells of a heat map are apart from their own whole by more than chance, and how far."""

from typing import NamedTuple

from dashboard.panels.crossing import Crossing
from dashboard.panels.view import OF_SCHOOLS, Asking
from dashboard.spec.answer import Value
from dashboard.statistics.cells import spread_about
from dashboard.statistics.funnel import CHANCE_ALONE, Z_ACTION, Spread, apart, limits, usual_spread
from dashboard.statistics.gap import gap_in_pupils


class Beside(NamedTuple):
    """A shown cell, and the district's own value beside it."""

    value: Value
    district: float

    @property
    def gap(self) -> int:
        return gap_in_pupils(self.value.value, self.value.pupils, self.district)


def shown(found: Crossing) -> list[Beside]:
    """Cells that may be seen and have something to be seen beside."""
    pairs = [(row, found.beside(row)) for row in found.answer.rows if row.pupils]
    return [Beside(v, d) for v, d in pairs if v.value is not None and d is not None]


def usual(key: str, found: Crossing, cells: list[Beside], asking: Asking) -> tuple[Spread, int]:
    """How the cells usually differ from the district, and how many groups tell it.

    For the classes of one school that is how the district's schools differ: the classes' own
    spread would take in what the school as a whole does well or badly.
    """
    if found.of_classes:
        return _between_schools(key, asking)
    shares, pupils = [c.value.value for c in cells], [c.value.pupils for c in cells]
    return spread_about(shares, pupils, [cell.district for cell in cells]), len(cells)


def _between_schools(key: str, asking: Asking) -> tuple[Spread, int]:
    answer = asking.answer(key, ("school",), **dict.fromkeys(OF_SCHOOLS, ()))
    there = [row for row in answer.rows if row.value is not None and row.pupils]
    if answer.together is None:
        return CHANCE_ALONE, 0
    shares, pupils = [row.value for row in there], [row.pupils for row in there]
    return usual_spread(shares, pupils, answer.together), len(there)


def sides(cells: list[Beside], usual: Spread) -> tuple[list[Beside], list[Beside]]:
    """Below and above the 99.8 % limits, the largest gaps in pupils first."""
    all_sides = [
        (cell, apart(cell.value.value, limits(cell.district, cell.value.pupils, Z_ACTION, usual)))
        for cell in cells
    ]
    lower = sorted((cell for cell, side in all_sides if side < 0), key=lambda cell: cell.gap)
    higher = sorted((cell for cell, side in all_sides if side > 0), key=lambda cell: -cell.gap)
    return lower, higher
