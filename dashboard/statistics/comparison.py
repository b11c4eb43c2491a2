"""Two shares beside each other: how far apart, and is it more than chance."""

from dataclasses import dataclass
from math import hypot

from dashboard.statistics.intervals import Z95, wilson

Z_BESIDE = 1.39  # ≈ 1.96/√2: two such whiskers just touch where the difference is just real


@dataclass(frozen=True, slots=True)
class Pair:
    """One share minus another, with its 95 % interval; all −1…1."""

    apart: float
    low: float
    high: float

    @property
    def told_apart(self) -> bool:
        """Whether chance alone is a poor explanation: the interval leaves 0 out."""
        return self.low > 0 or self.high < 0


def pair(share: float, pupils: int, other: float, other_pupils: int) -> Pair:
    """The direct answer on two groups (> 0 pupils each), as in `difference`."""
    return Pair(*difference(share, pupils, other, other_pupils))


def difference(
    share: float, pupils: int, other: float, other_pupils: int, z: float = Z95
) -> tuple[float, float, float]:
    """`share` − `other` with its interval, all −1…1, for groups that share no pupils' answers.

    Newcombe's hybrid of two Wilson intervals: d − √((p₁−l₁)² + (u₂−p₂)²) …
    d + √((u₁−p₁)² + (p₂−l₂)²). Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873.
    """
    low, high = wilson(share, pupils, z)
    other_low, other_high = wilson(other, other_pupils, z)
    apart = share - other
    down = hypot(share - low, other_high - other)
    up = hypot(high - share, other - other_low)
    return apart, max(-1.0, apart - down), min(1.0, apart + up)


def beside(share: float, pupils: int) -> tuple[float, float]:
    """Ends (0-1) of a whisker for reading two groups by overlap; pupils > 0.

    ±1.39 standard errors: where two whiskers do not overlap, the groups differ at about 5 % for
    an average pair; ±1.96 would ask for too much. In Wilson's form, because p ± 1.39·√(pq/n)
    has no width where all pupils or none are good.
    Source: Goldstein & Healy 1995, Journal of the Royal Statistical Society A 158:175.
    """
    return wilson(share, pupils, Z_BESIDE)
