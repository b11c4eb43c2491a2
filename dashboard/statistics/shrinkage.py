"""What a small group's share is worth: drawn towards the whole by how little it tells."""

from collections.abc import Sequence


def between_variance(shares: Sequence[float], pupils: Sequence[int], centre: float) -> float:
    """τ² ≥ 0, how groups truly differ, in squared shares; 0 where chance alone explains them.

    Moments: (Σn(p − p₀)² − (K − 1)·p₀(1 − p₀)) / (Σn − Σn²/Σn) for shares (0-1) of K groups of n
    pupils (> 0). Source: DerSimonian & Laird 1986, Controlled Clinical Trials 7:177.
    """
    if len(shares) < 2:
        return 0.0
    squares = sum(count * (share - centre) ** 2 for share, count in zip(shares, pupils))
    by_chance = (len(shares) - 1) * centre * (1 - centre)
    total = sum(pupils)
    return max(0.0, (squares - by_chance) / (total - sum(n * n for n in pupils) / total))


def shrunk(share: float, pupils: int, centre: float, variance: float) -> float:
    """p* = p₀ + B(p − p₀), 0-1, with B = τ²/(τ² + p₀(1 − p₀)/n) and τ² = `variance`.

    Nearer the truth on average than the share itself, so for asking whom to visit first; it
    draws a small good school to the middle, so always beside the raw figure.
    Source: empirical Bayes, as in Kane & Staiger 2001, NBER working paper 8156.
    """
    return centre + trust(pupils, centre, variance) * (share - centre)


def trust(pupils: int, centre: float, variance: float) -> float:
    """B, 0-1: the part of a group's distance from the whole that is not its chance."""
    chance = centre * (1 - centre) / pupils
    return variance / (variance + chance) if variance > 0 else 0.0
