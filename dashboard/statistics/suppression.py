"""Which groups must not be shown, so that no few children can be told from the numbers."""

from collections import defaultdict
from collections.abc import Sequence

Line = list[int]


def hidden(
    keys: Sequence[tuple], pupils: Sequence[int | None], limit: int, parts: Sequence[int]
) -> frozenset[int]:
    """Places of the groups to hide: fewer pupils than `limit`, and what would give them away.

    `pupils` None is a group without data: it hides nothing. Along each of `parts` (places in the
    key) groups add up to a total that may be shown. In such a line a lone hidden group could be
    worked out from the total, so where a line hides anything it hides at least two groups and
    `limit` pupils, the smallest next ones first.
    Source: complementary suppression, NCES 2011-603.
    """
    hide = {place for place, count in enumerate(pupils) if count is not None and count < limit}
    lines = _lines(keys, parts)
    while more := _partners(lines, pupils, hide, limit):
        hide |= more
    return frozenset(hide)


def _lines(keys: Sequence[tuple], parts: Sequence[int]) -> list[Line]:
    """All groups whose keys are equal but in one part."""
    found: dict[tuple, Line] = defaultdict(list)
    for place, key in enumerate(keys):
        for part in parts:
            found[(part, *key[:part], *key[part + 1 :])].append(place)
    return [line for line in found.values() if len(line) > 1]


def _partners(
    lines: list[Line], pupils: Sequence[int | None], hide: set[int], limit: int
) -> set[int]:
    return {
        partner for line in lines if (partner := _partner(line, pupils, hide, limit)) is not None
    }


def _partner(line: Line, pupils: Sequence[int | None], hide: set[int], limit: int) -> int | None:
    """The next group to hide in this line, if what it hides can be worked out."""
    inside = [place for place in line if place in hide]
    if not inside or (len(inside) > 1 and sum(pupils[place] for place in inside) >= limit):
        return None
    open_places = [place for place in line if place not in hide and pupils[place] is not None]
    return min(open_places, key=lambda place: (pupils[place], place), default=None)
