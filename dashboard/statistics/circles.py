"""Circles among arrows: A to B and B back to A, or a longer way round."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping

Ways = Mapping[str, list[str]]


def circles(arrows: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """One circle, a shortest, of each knot (all that can reach each other), its first name first.

    An arrow to oneself is a circle of one. In the order of their first names.
    """
    ways: dict[str, list[str]] = defaultdict(list)
    for start, end in sorted(set(arrows)):
        ways[start].append(end)
    found: list[tuple[str, ...]] = []
    told: set[str] = set()
    for start in sorted(ways):
        round_trip = () if start in told else _back_to(start, ways)
        if round_trip:
            found.append(round_trip)
            told |= _knot(start, ways)
    return found


def _back_to(start: str, ways: Ways) -> tuple[str, ...]:
    """The shortest way from here to here; empty where there is none."""
    came: dict[str, str] = {}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for there in ways.get(here, ()):
            if there == start:
                return _walked(here, start, came)
            if there not in came:
                came[there] = here
                queue.append(there)
    return ()


def _walked(last: str, start: str, came: Mapping[str, str]) -> tuple[str, ...]:
    path = [last]
    while path[-1] != start:
        path.append(came[path[-1]])
    return tuple(reversed(path))


def _knot(start: str, ways: Ways) -> set[str]:
    """All that this one reaches and that reach it."""
    back: dict[str, list[str]] = defaultdict(list)
    for here, ends in ways.items():
        for there in ends:
            back[there].append(here)
    return _reached(start, ways) & _reached(start, back)


def _reached(start: str, ways: Ways) -> set[str]:
    seen, queue = {start}, deque([start])
    while queue:
        new = [there for there in ways.get(queue.popleft(), ()) if there not in seen]
        seen.update(new)
        queue.extend(new)
    return seen
