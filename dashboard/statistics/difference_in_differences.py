"""Did one side change more than the other? Two sides of schools, each school's own change."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, variance

FEWEST = 10  # schools on each side; of fewer nothing is told


@dataclass(frozen=True, slots=True)
class Effect:
    """Mean changes of both sides, and theirs minus the others' with its 95 % interval; −2…2."""

    change: float
    other_change: float
    low: float
    high: float

    @property
    def apart(self) -> float:
        return self.change - self.other_change

    @property
    def told_apart(self) -> bool:
        """Whether chance alone is a poor explanation: the interval leaves 0 out."""
        return self.low > 0 or self.high < 0


def effect(changes: Sequence[float], others: Sequence[float]) -> Effect | None:
    """(after − before) of the one side minus that of the other; None if either side is too few.

    A school is sent, not a pupil, and pupils of one school share what happens to it. So schools
    are the units: each counts once whatever its size, and the interval comes from how far their
    changes lie apart. Weights by pupils would let three large schools decide.
    Sources: Angrist & Pischke 2009, Mostly Harmless Econometrics, ch. 5.2 and 8.2 (difference in
    differences on group means); Hayes & Moulton 2017, Cluster Randomised Trials, ch. 10 (the
    unweighted t test of cluster summaries); Welch 1947, Biometrika 34:28 (unequal spreads).
    """
    if min(len(changes), len(others)) < FEWEST:
        return None
    change, other_change = fmean(changes), fmean(others)
    reach = _reach(_error(changes), len(changes), _error(others), len(others))
    apart = change - other_change
    return Effect(change, other_change, apart - reach, apart + reach)


def _error(changes: Sequence[float]) -> float:
    """The squared standard error of their mean."""
    return variance(changes) / len(changes)


def _reach(error: float, schools: int, other_error: float, other_schools: int) -> float:
    """t · √(e₁ + e₂), the degrees of freedom by Welch and Satterthwaite."""
    from scipy.special import stdtrit  # where it is used: it costs a worker 26 MB

    together = error + other_error
    if not together:
        return 0.0
    share = error / together
    freedom = 1 / (share**2 / (schools - 1) + (1 - share) ** 2 / (other_schools - 1))
    return float(stdtrit(freedom, 0.975)) * sqrt(together)
