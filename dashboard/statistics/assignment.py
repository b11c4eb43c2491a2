"""Who helps whom: the best pairing of needs and mentors taken together, not one after another."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

LOAD_KM = 2.0  # each mentee that a mentor already has weighs as so many km more
TENTHS = 10  # distances are compared to 100 m, in whole numbers

Far = Callable[[str, str | None], float | None]  # two schools → km; None: not known
Taken = frozenset[tuple[str, str]]  # (mentor, school) that are paired already
Costs = dict[tuple[int, int], int]  # (need, mentor) → cost of each allowed combination
Gate = tuple[int, str]  # a mentor and a school of which it may have one need


@dataclass(frozen=True, slots=True)
class Need:
    """A subject of a school that should be helped. `pupils` are concerned; below 1 counts as 1."""

    school: str
    subject: str
    area: str  # of the subject: a direction of mentors
    pupils: int


@dataclass(frozen=True, slots=True)
class Mentor:
    """Someone whose term is live; `load` mentees already, at most `most`."""

    id: str
    school: str | None
    subject: str | None
    direction: str
    load: int
    most: int

    @property
    def free(self) -> int:
        return max(0, self.most - self.load)


def fit(need: Need, mentor: Mentor) -> str:
    """ "subject" (the very one), "direction" (only that), or "" for neither."""
    if mentor.subject == need.subject:
        return "subject"
    return "direction" if mentor.direction == need.area else ""


def allowed(need: Need, mentor: Mentor, taken: Taken = frozenset()) -> bool:
    """The subject or direction fits, it is another school, there is free load, and the mentor
    is not yet paired with the school."""
    elsewhere = mentor.school != need.school and (mentor.id, need.school) not in taken
    return bool(mentor.free and elsewhere and fit(need, mentor))


def assign(
    needs: Sequence[Need], mentors: Sequence[Mentor], far: Far, taken: Taken = frozenset()
) -> tuple[Mentor | None, ...]:
    """For each need its mentor, or None. Only allowed combinations; at most one mentor for a
    need, `free` needs for a mentor, one need of the same school for a mentor.

    The best of all such by, in this order: (a) as many needs met as possible, and of such the
    most pupils; (b) the most mentors of the very subject; (c) the least km, where a mentor's
    each further mentee weighs 2 km more than the one before. An unknown distance weighs more
    than any known one. The sum of pupils says all of (a): the sets of needs that can be met
    are a matroid, so the heaviest of them is also one of the largest.
    Exact while needs² · pupils · km < 2⁵³ / 10: any district or oblast.
    Source: linear assignment (Crouse 2016, IEEE TAES 52:1679); matroid: Edmonds, Fulkerson 1965.
    """
    costs = _costs(needs, mentors, far, taken)
    found: list[Mentor | None] = [None] * len(needs)
    for rows, columns in _groups(costs):
        own = _inside(costs, rows, columns)
        best = _best([needs[row] for row in rows], [mentors[column] for column in columns], own)
        for row, mentor in zip(rows, best):
            found[row] = mentor
    return tuple(found)


def _best(needs: Sequence[Need], mentors: Sequence[Mentor], costs: Costs) -> list[Mentor | None]:
    """A mentor is kept to one need of a school just where the best without that would not be."""
    once: list[Gate] = []
    while True:
        found = _solved(needs, mentors, costs, once)
        twice = _twice(needs, found)
        if not twice:
            return [None if place is None else mentors[place] for place in found]
        once += twice


def _groups(costs: Costs) -> list[tuple[list[int], list[int]]]:
    """Needs and mentors that have nothing to do with the others: each solved by itself."""
    groups: list[tuple[set[int], set[int]]] = []
    helping: dict[int, set[int]] = {}
    for row, column in costs:
        helping.setdefault(column, set()).add(row)
    for column, rows in helping.items():
        near = [group for group in groups if group[0] & rows]
        groups = [group for group in groups if not group[0] & rows]
        joined = (rows.union(*(g[0] for g in near)), {column}.union(*(g[1] for g in near)))
        groups.append(joined)
    return [(sorted(rows), sorted(columns)) for rows, columns in groups]


def _inside(costs: Costs, rows: list[int], columns: list[int]) -> Costs:
    """The same of one group, by the places in it."""
    places = {row: place for place, row in enumerate(rows)}
    others = {column: place for place, column in enumerate(columns)}
    return {(places[r], others[c]): cost for (r, c), cost in costs.items() if r in places}


def _costs(needs: Sequence[Need], mentors: Sequence[Mentor], far: Far, taken: Taken) -> Costs:
    """Whole numbers below 0: a pupil outweighs all mentors of the very subject together, and one
    of those all kilometres together."""
    lengths = {
        (row, column): far(need.school, mentor.school)
        for row, need in enumerate(needs)
        for column, mentor in enumerate(mentors)
        if allowed(need, mentor, taken)
    }
    tenths = _tenths(lengths)
    heaviest = max((mentor.most for mentor in mentors), default=0) * TENTHS * LOAD_KM
    pairs = min(len(needs), sum(mentor.free for mentor in mentors))
    subject = round(max(tenths.values(), default=0) + heaviest) * pairs + 1
    pupil = subject * (pairs + 1)
    return {
        (row, column): length
        - subject * (fit(needs[row], mentors[column]) == "subject")
        - pupil * max(1, needs[row].pupils)
        for (row, column), length in tenths.items()
    }


def _tenths(lengths: dict[tuple[int, int], float | None]) -> Costs:
    longest = max((length for length in lengths.values() if length is not None), default=0.0)
    unknown = round(TENTHS * longest) + 1
    return {
        pair: unknown if length is None else round(TENTHS * length)
        for pair, length in lengths.items()
    }


def _solved(
    needs: Sequence[Need], mentors: Sequence[Mentor], costs: Costs, once: Sequence[Gate]
) -> list[int | None]:
    """The mentor's place for each need, where just the combinations in `once` are kept to one."""
    from scipy.optimize import linear_sum_assignment  # a worker never asked for pairs does without

    owners, weights = _slots(mentors)
    table = _table(needs, _base(len(needs), len(mentors), costs), (owners, weights), once)
    _, columns = linear_sum_assignment(table)
    owner = [*owners, *(mentor for mentor, _ in once), *[None] * len(needs)]
    return [owner[column] for column in columns[: len(needs)].tolist()]


def _slots(mentors: Sequence[Mentor]) -> tuple[list[int], list[float]]:
    """Each place that is free: whose it is, and what the load there already weighs."""
    slots = [
        (place, TENTHS * LOAD_KM * load)
        for place, mentor in enumerate(mentors)
        for load in range(mentor.load, mentor.most)
    ]
    return [place for place, _ in slots], [weight for _, weight in slots]


def _base(needs: int, mentors: int, costs: Costs) -> "np.ndarray":
    import numpy as np

    base = np.full((needs, mentors), np.inf)
    base[tuple(np.array(list(costs)).T)] = list(costs.values())
    return base


def _table(
    needs: Sequence[Need],
    base: "np.ndarray",
    slots: tuple[list[int], list[float]],
    once: Sequence[Gate],
) -> "np.ndarray":
    """Rows are needs and gates; columns free places, gates and "nobody" for each need.

    A gate is a column that one need of its school can take, and a row that must then take a place
    of its mentor: left alone, the two take each other at no cost.
    """
    import numpy as np

    owners, weights = np.array(slots[0]), np.array(slots[1])
    rows, places, gates = len(needs), len(owners), len(once)
    table = np.full((rows + gates, places + gates + rows), np.inf)
    table[:rows, :places] = base[:, owners] + weights
    table[:rows, places + gates :] = 0.0
    for number, (mentor, school) in enumerate(once):
        own = np.flatnonzero(owners == mentor)
        there = [row for row, need in enumerate(needs) if need.school == school]
        table[np.ix_(there, own)] = np.inf
        table[there, places + number] = base[there, mentor]
        table[rows + number, own] = weights[own]
        table[rows + number, places + number] = 0.0
    return table


def _twice(needs: Sequence[Need], found: Sequence[int | None]) -> list[Gate]:
    """Mentors given more than one need of a school."""
    pairs = Counter((place, n.school) for n, place in zip(needs, found) if place is not None)
    return sorted(pair for pair, count in pairs.items() if count > 1)
