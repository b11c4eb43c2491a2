"""Groups at two times: which moved by more than chance and the usual ups and downs explain."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from dashboard.statistics.comparison import difference
from dashboard.statistics.funnel import Z_ACTION, overdispersion


@dataclass(frozen=True, slots=True)
class Move:
    """Shares (0-1) of one group before and after, and the pupils (> 0) behind each."""

    before: float
    before_pupils: int
    after: float
    after_pupils: int
    usual: float  # what changed for everyone, −1…1

    @property
    def change(self) -> float:
        return self.after - self.before

    @property
    def pupils(self) -> int:
        """The fewer of the two: a change tells of no more."""
        return min(self.before_pupils, self.after_pupils)

    @property
    def variance(self) -> float:
        """Of the change, by chance alone: p̃(1 − p̃)/n of both times, p̃ = (np + 2)/(n + 4).

        The two and the four keep a group where all or none are good from having none.
        Source: Agresti & Coull 1998, The American Statistician 52:119.
        """
        return _variance(self.before, self.before_pupils) + _variance(self.after, self.after_pupils)

    def told_apart(self, z: float = Z_ACTION) -> bool:
        """Whether it moved at all: the interval of the change leaves 0 out."""
        _, low, high = difference(self.after, self.after_pupils, self.before, self.before_pupils, z)
        return low > 0 or high < 0


def beyond(moves: Sequence[Move], z: float = Z_ACTION) -> list[float]:
    """By how much (−1…1) each change is beyond the limits about what changed for everyone; 0
    within them.

    Limits: usual ± z√(v + τ²), v the variance by chance, τ² that of the usual differences between
    the changes of the groups, as in `overdispersion`; fewer than ten groups: τ² = 0.
    """
    if not moves:
        return []
    variances = [move.variance for move in moves]
    weights = [1 / variance for variance in variances]
    distances = [(move.change - move.usual) * sqrt(w) for move, w in zip(moves, weights)]
    found = overdispersion(distances, weights)
    more = found.variance if found.ratio > 1 else 0.0
    return [_outside(m.change - m.usual, z * sqrt(v + more)) for m, v in zip(moves, variances)]


def _outside(apart: float, reach: float) -> float:
    return max(0.0, apart - reach) + min(0.0, apart + reach)


def _variance(share: float, pupils: int) -> float:
    drawn_in = (pupils * share + 2) / (pupils + 4)
    return drawn_in * (1 - drawn_in) / pupils
