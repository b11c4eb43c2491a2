"""Two shares beside each other: how far apart, and is it more than chance."""

from math import hypot

from dashboard.statistics.intervals import Z95, wilson


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
