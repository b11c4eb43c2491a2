"""Funnel limits: how far a group of so many pupils may be from the whole for ordinary reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import asin, pi, sin, sqrt
from statistics import NormalDist, quantiles

Z_ATTENTION = 1.959963984540054  # 95 %
Z_ACTION = 3.090232306167813  # 99.8 %
WINSORISED = 0.1  # share of groups at each end that do not count by their full distance
LEAST_GROUPS = 10  # fewer groups tell nothing of a usual spread
NORMAL_FROM = 15  # pupils; below this the normal limits are poor


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

    As in `overdispersion`, with Y = asin√p, s = 1/(2√n), z = (Y − Y₀)/s.
    """
    weights = [4.0 * count for count in pupils]
    distances = [(_arc(share) - _arc(centre)) * sqrt(w) for share, w in zip(shares, weights)]
    return overdispersion(distances, weights)


def overdispersion(distances: Sequence[float], weights: Sequence[float]) -> Spread:
    """What distances z, in standard errors s, hold beyond chance; `weights` w are 1/s².

    z winsorised at 10 %: φ = Σz²/K and τ² = max(0, (Kφ − (K − 1)) / (Σw − Σw²/Σw)), in the
    units of s². Fewer than ten groups tell nothing of a usual spread.
    Source: Spiegelhalter 2005, Statistics in Medicine 24:1185; FunnelPlotR.
    """
    groups, total = len(distances), sum(weights)
    if groups < LEAST_GROUPS:
        return CHANCE_ALONE
    squares = sum(distance**2 for distance in _winsorised(distances))
    beyond = total - sum(weight**2 for weight in weights) / total
    variance = max(0.0, (squares - (groups - 1)) / beyond) if beyond > 0 else 0.0
    return Spread(squares / groups, variance)


def limits(
    centre: float, pupils: int, z: float, spread: Spread = CHANCE_ALONE
) -> tuple[float, float]:
    """Between these (0-1) a group of so many pupils (> 0) is not told from the whole.

    By chance alone the exact limits below 15 pupils, else the normal ones; with a spread
    sin²(asin√p₀ ± z√(s² + τ²)), s = 1/(2√n). Source: as in `overdispersion`.
    """
    if spread.variance > 0:
        reach = z * sqrt(1 / (4 * pupils) + spread.variance)
        low, high = max(0.0, _arc(centre) - reach), min(pi / 2, _arc(centre) + reach)
        return sin(low) ** 2, sin(high) ** 2
    few = pupils < NORMAL_FROM
    return exact_limits(centre, pupils, z) if few else normal_limits(centre, pupils, z)


def normal_limits(centre: float, pupils: int, z: float) -> tuple[float, float]:
    """p₀ ± z√(p₀(1 − p₀)/n), kept within 0-1; pupils > 0.

    Outside them are just the shares whose Wilson interval at the same z leaves p₀ out.
    Source: Spiegelhalter 2005, Statistics in Medicine 24:1185.
    """
    reach = z * sqrt(centre * (1 - centre) / pupils)
    return max(0.0, centre - reach), min(1.0, centre + reach)


@lru_cache(maxsize=4096)
def exact_limits(centre: float, pupils: int, z: float) -> tuple[float, float]:
    """Limits (0-1) by the binomial distribution itself, for few pupils (> 0).

    A number x of pupils is below them just when P(X ≤ x) < α and above them just when
    P(X ≥ x) < α, with α = Φ(−z), the tail of z on one side. Shares of marks also lie between
    such numbers: low = (r − (F(r) − α)/(F(r) − F(r − 1)))/n, r the smallest with F(r) ≥ α.
    Source: Spiegelhalter 2005, Statistics in Medicine 24:1185, appendix A.1.
    """
    tail = NormalDist().cdf(-z)
    return _exact_low(centre, pupils, tail), 1 - _exact_low(1 - centre, pupils, tail)


def _exact_low(centre: float, pupils: int, tail: float) -> float:
    from scipy.special import bdtr  # where it is used: it costs a worker 26 MB

    below = 0.0
    for good, up_to in enumerate(bdtr(range(pupils + 1), pupils, centre)):
        if up_to >= tail:
            return float(max(0.0, good - (up_to - tail) / (up_to - below)) / pupils)
        below = up_to
    return 1.0  # not reached: the chances add up to 1


def apart(share: float, within: tuple[float, float]) -> int:
    """−1 below the limits, 1 above them, 0 between."""
    low, high = within
    return (share > high) - (share < low)


def _arc(share: float) -> float:
    return asin(sqrt(min(1.0, max(0.0, share))))


def _winsorised(values: Sequence[float]) -> list[float]:
    tenths = quantiles(values, n=round(1 / WINSORISED), method="inclusive")
    return [min(max(value, tenths[0]), tenths[-1]) for value in values]
