"""Funnel limits: how far a group of so many pupils may be from the whole for ordinary reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, pi, sin, sqrt
from statistics import quantiles

Z_ATTENTION = 1.959963984540054  # 95 %
Z_ACTION = 3.090232306167813  # 99.8 %
WINSORISED = 0.1  # share of groups at each end that do not count by their full distance


@dataclass(frozen=True, slots=True)
class Spread:
    """How groups differ beyond chance: `ratio` φ is 1 where chance alone explains them.

    `variance` τ² is that of the usual differences between groups, on the scale asin√share.
    """

    ratio: float
    variance: float


CHANCE_ALONE = Spread(1.0, 0.0)


def usual_spread(shares: Sequence[float], pupils: Sequence[int], centre: float) -> Spread:
    """The over-dispersion of shares (0-1) of groups of so many pupils (> 0) about `centre`.

    With Y = asin√p, s = 1/(2√n), z = (Y − Y₀)/s, winsorised at 10 %: φ = Σz²/K and
    τ² = max(0, (Kφ − (K − 1)) / (Σw − Σw²/Σw)), w = 1/s². Fewer than ten groups tell nothing of
    a usual spread. Source: Spiegelhalter 2005, Statistics in Medicine 24:1185; FunnelPlotR.
    """
    if len(shares) < 10:
        return CHANCE_ALONE
    weights = [4.0 * count for count in pupils]
    distances = _winsorised(
        [(_arc(share) - _arc(centre)) * sqrt(w) for share, w in zip(shares, weights)]
    )
    groups, total = len(shares), sum(weights)
    squares = sum(distance**2 for distance in distances)
    beyond = total - sum(weight**2 for weight in weights) / total
    variance = max(0.0, (squares - (groups - 1)) / beyond) if beyond > 0 else 0.0
    return Spread(squares / groups, variance)


def limits(
    centre: float, pupils: int, z: float, spread: Spread = CHANCE_ALONE
) -> tuple[float, float]:
    """Between these (0-1) a group of so many pupils (> 0) is not told from the whole.

    By chance alone p₀ ± z√(p₀(1 − p₀)/n); with a spread sin²(asin√p₀ ± z√(s² + τ²)).
    Source: as in `usual_spread`.
    """
    if spread.variance == 0:
        reach = z * sqrt(centre * (1 - centre) / pupils)
        return max(0.0, centre - reach), min(1.0, centre + reach)
    reach = z * sqrt(1 / (4 * pupils) + spread.variance)
    low, high = max(0.0, _arc(centre) - reach), min(pi / 2, _arc(centre) + reach)
    return sin(low) ** 2, sin(high) ** 2


def apart(share: float, within: tuple[float, float]) -> int:
    """−1 below the limits, 1 above them, 0 between."""
    low, high = within
    return (share > high) - (share < low)


def _arc(share: float) -> float:
    return asin(sqrt(min(1.0, max(0.0, share))))


def _winsorised(values: list[float]) -> list[float]:
    tenths = quantiles(values, n=round(1 / WINSORISED), method="inclusive")
    return [min(max(value, tenths[0]), tenths[-1]) for value in values]
