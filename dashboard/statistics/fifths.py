"""The best and the worst fifth of groups, each taken together."""

from collections.abc import Sequence
from dataclasses import dataclass

LEAST_GROUPS = 10  # fewer: a fifth would be one group


@dataclass(frozen=True, slots=True)
class Part:
    """Groups taken together: counts added, then divided."""

    groups: int
    numerator: float
    denominator: float
    pupils: int

    @property
    def share(self) -> float:
        return self.numerator / self.denominator


@dataclass(frozen=True, slots=True)
class Fifths:
    best: Part
    worst: Part

    @property
    def gap(self) -> float:
        """Best minus worst, 0-1: the ratio known from the distribution of incomes as S80/S20,
        here as a distance."""
        return self.best.share - self.worst.share


def fifths(counts: Sequence[tuple[float, float, int]]) -> Fifths | None:
    """Of groups as (numerator, denominator > 0, pupils), ordered by their shares; None below ten.

    A fifth is a whole number of groups, rounded down. Rates are not averaged: counts are added.
    """
    if len(counts) < LEAST_GROUPS:
        return None
    ordered = sorted(counts, key=lambda group: (group[0] / group[1], group))
    size = len(ordered) // 5
    return Fifths(_together(ordered[-size:]), _together(ordered[:size]))


def _together(groups: Sequence[tuple[float, float, int]]) -> Part:
    above, below, pupils = (sum(column) for column in zip(*groups))
    return Part(len(groups), above, below, pupils)
