"""Many groups, each beside a whole of its own: by how much they usually differ from theirs."""

from collections.abc import Sequence
from math import asin, sqrt

from dashboard.statistics.funnel import Spread, overdispersion


def spread_about(
    shares: Sequence[float], pupils: Sequence[int], centres: Sequence[float]
) -> Spread:
    """The over-dispersion of shares (0-1) of so many pupils (> 0), each about its own centre (0-1).

    As `funnel.usual_spread`, but z = (asin√p − asin√p₀ᵢ)/s, s = 1/(2√n), with a centre for each
    group: the cells of a heat map beside the whole of their column.
    Source: as in `funnel.overdispersion`.
    """
    weights = [4.0 * count for count in pupils]
    distances = [
        (asin(sqrt(share)) - asin(sqrt(centre))) * sqrt(weight)
        for share, centre, weight in zip(shares, centres, weights)
    ]
    return overdispersion(distances, weights)
