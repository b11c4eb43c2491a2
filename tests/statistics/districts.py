"""Made-up districts whose truth is known: 45 schools about 48 %, many small ones, some large."""

from dataclasses import dataclass

import numpy as np

CENTRE, SCHOOLS = 0.48, 45


@dataclass(frozen=True, slots=True)
class District:
    """Shares as seen, the pupils behind them, and the true shares."""

    shares: list[float]
    pupils: list[int]
    truth: list[float]

    @property
    def centre(self) -> float:
        return sum(s * n for s, n in zip(self.shares, self.pupils)) / sum(self.pupils)


def district(seed: int, spread: float, fewest: int, most: int) -> District:
    """Schools that truly differ by `spread` (SD); sizes even on the scale of their logarithm."""
    dice = np.random.default_rng(seed)
    pupils = np.exp(dice.uniform(np.log(fewest), np.log(most), SCHOOLS)).astype(int)
    truth = np.clip(dice.normal(CENTRE, spread, SCHOOLS), 0.02, 0.98)
    good = dice.binomial(pupils, truth)
    return District((good / pupils).tolist(), pupils.tolist(), truth.tolist())
