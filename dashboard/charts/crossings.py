"""Two columns of names with lines between them: in which order do few lines cross?"""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Sequence

Line = tuple[str, str, int]  # from the left, to the right, its weight
Column = tuple[str, ...]

SWEEPS = 12  # more change nothing on networks of a district


def ordered(lines: Sequence[Line], left: Column, right: Column) -> tuple[Column, Column]:
    """The same names, so that few lines cross; never more than in the order given.

    Each side in turn goes by the mean place of what it is joined to; who is level keeps the order
    from before, so the same lines are always drawn the same. Source: the barycentre heuristic,
    K. Sugiyama, S. Tagawa, M. Toda, Methods for visual understanding of hierarchical system
    structures, 1981.
    """
    to_left = _beside([(end, start, weight) for start, end, weight in lines])
    to_right = _beside(lines)
    best, fewest = (left, right), crossings(lines, left, right)
    for _ in range(SWEEPS):
        right = _by_mean(right, to_left, left)
        left = _by_mean(left, to_right, right)
        found = crossings(lines, left, right)
        if found < fewest:
            best, fewest = (left, right), found
    return best


def crossings(lines: Sequence[Line], left: Column, right: Column) -> int:
    """How many pairs of lines cross: those that stand in another order on the right."""
    places = _places(left), _places(right)
    drawn = sorted({(places[0][start], places[1][end]) for start, end, _ in lines})
    found, ends = 0, []
    for _, end in drawn:
        found += len(ends) - bisect_right(ends, end)
        insort(ends, end)
    return found


def _beside(lines: Sequence[Line]) -> dict[str, list[tuple[str, int]]]:
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for start, end, weight in lines:
        found[start].append((end, weight))
    return found


def _by_mean(names: Column, beside: dict[str, list[tuple[str, int]]], others: Column) -> Column:
    places, own = _places(others), _places(names)
    scale = len(others) / max(1, len(names))

    def mean(name: str) -> float:
        joined = beside.get(name)
        if not joined:
            return own[name] * scale
        whole = sum(weight for _, weight in joined)
        return sum(places[other] * weight for other, weight in joined) / whole

    return tuple(sorted(names, key=mean))


def _places(names: Column) -> dict[str, int]:
    return {name: place for place, name in enumerate(names)}
