"""Intervals for shares."""

from math import sqrt

Z95 = 1.959963984540054


def wilson(share: float, pupils: int, z: float = Z95) -> tuple[float, float]:
    """Wilson's score interval of a share (0-1) seen in so many pupils (> 0); both ends 0-1.

    With x = share · n: (2x + z² ∓ z·√(z² + 4x(1 − x/n))) / (2(n + z²)).
    Source: E. B. Wilson, JASA 22 (1927) 209; the form of PHEindicatormethods.
    """
    good = share * pupils
    middle = 2 * good + z * z
    spread = z * sqrt(z * z + 4 * good * max(0.0, 1 - share))
    whole = 2 * (pupils + z * z)
    return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)
