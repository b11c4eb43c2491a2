"""Dots that would cover each other are moved apart, as little as it takes. Pixels."""

from collections.abc import Sequence
from math import cos, hypot, sin

Disc = tuple[float, float, float]  # x, y, half across
ROUNDS = 80
GAP = 2.0  # pixels between two dots


def apart(discs: Sequence[Disc], wide: float, high: float) -> list[Disc]:
    """The same dots in the same order, inside the frame; those that touched pushed off each other
    until none does, or as far as there is room."""
    places = [[x, y] for x, y, _ in discs]
    reach = [half for _, _, half in discs]
    for turn in range(ROUNDS):
        if not _push(places, reach, turn):
            break
        for place, half in zip(places, reach):
            place[0] = min(max(place[0], half), max(half, wide - half))
            place[1] = min(max(place[1], half), max(half, high - half))
    return [(x, y, half) for (x, y), half in zip(places, reach)]


def _push(places: list[list[float]], reach: Sequence[float], turn: int) -> bool:
    """Every two that touch, half of the way each; False when none did."""
    most = 2 * max(reach, default=0.0) + GAP
    order = sorted(range(len(places)), key=lambda number: places[number][0])
    moved = False
    for rank, one in enumerate(order):
        for other in order[rank + 1 :]:
            if places[other][0] - places[one][0] >= most:
                break
            moved |= _part(places[one], places[other], reach[one] + reach[other] + GAP, turn + one)
    return moved


def _part(one: list[float], other: list[float], least: float, seed: int) -> bool:
    across, up = other[0] - one[0], other[1] - one[1]
    away = hypot(across, up)
    if away >= least - 1e-6:
        return False
    if away < 1e-6:  # one upon the other: which way is free, but always the same
        across, up, away = cos(seed * 2.4), sin(seed * 2.4), 1.0
        step = least / 2
    else:
        step = (least - away) / 2 + 0.01
    for place, sign in ((one, -1), (other, 1)):
        place[0] += sign * across / away * step
        place[1] += sign * up / away * step
    return True
