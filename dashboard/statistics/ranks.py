"""Places: between which two a group lies, since one figure never tells its place."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from dashboard.statistics.shrinkage import shrunk, trust

if TYPE_CHECKING:
    from numpy import ndarray
    from numpy.random import Generator

DRAWS = 4_000
SEED = 2005
TAIL = 0.025  # on each side of 95 %
HARDLY = 1e-9  # groups that are told apart by nothing take any order


def rank_intervals(
    shares: Sequence[float],
    pupils: Sequence[int],
    spread_variance: float | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
) -> list[tuple[int, int]]:
    """For each group its best and its worst place (1 = highest share), 95 %, in the given order.

    So many times a true share is drawn for every group and the groups are put in order; the
    places between 2.5 and 97.5 % of the draws are told. Equal questions get equal answers.
    Raw, each share by itself: Beta(x + ½, n − x + ½) with x = share · n, the binomial error with
    Jeffreys' prior, which has a width where all pupils or none are good. Pooled, where the true
    variance between groups τ² is given (`shrinkage.between_variance`): normal, about
    p₀ + B(p − p₀) with variance (1 − B)·τ², p₀ of all pupils together; p₀ and τ² count as known.
    `shares` 0-1, `pupils` > 0. Source: Goldstein & Spiegelhalter 1996, Journal of the Royal
    Statistical Society A 159:385.
    """
    return list(_places(tuple(shares), tuple(pupils), spread_variance, draws, seed))


@lru_cache(maxsize=64)
def _places(
    shares: tuple[float, ...],
    pupils: tuple[int, ...],
    variance: float | None,
    draws: int,
    seed: int,
) -> tuple[tuple[int, int], ...]:
    import numpy as np  # here: a worker that never asks for places does without

    if not shares:
        return ()
    dice = np.random.default_rng(seed)
    if variance is None:
        truth = _raw(shares, pupils, draws, dice)
    else:
        truth = _pooled(shares, pupils, variance, dice.standard_normal((draws, len(shares))))
    places = np.empty(truth.shape, dtype=np.int32)
    in_order = np.arange(1, len(shares) + 1, dtype=np.int32)[None, :]
    np.put_along_axis(places, np.argsort(-truth, axis=1), in_order, axis=1)
    best = np.quantile(places, TAIL, axis=0, method="lower")
    worst = np.quantile(places, 1 - TAIL, axis=0, method="higher")
    return tuple(zip(best.tolist(), worst.tolist()))


def _raw(
    shares: tuple[float, ...], pupils: tuple[int, ...], draws: int, dice: "Generator"
) -> "ndarray":
    """Draws × groups: what each true share may be, judged by the group alone."""
    good = [share * count + 0.5 for share, count in zip(shares, pupils)]
    others = [(1 - share) * count + 0.5 for share, count in zip(shares, pupils)]
    return dice.beta(good, others, (draws, len(shares)))


def _pooled(
    shares: tuple[float, ...], pupils: tuple[int, ...], variance: float, noise: "ndarray"
) -> "ndarray":
    """Draws × groups: what each true share may be, given how groups truly differ."""
    import numpy as np

    centre = sum(share * count for share, count in zip(shares, pupils)) / sum(pupils)
    middle = [shrunk(share, count, centre, variance) for share, count in zip(shares, pupils)]
    left = [(1 - trust(count, centre, variance)) * variance for count in pupils]
    return np.array(middle) + noise * (np.sqrt(left) + HARDLY)
