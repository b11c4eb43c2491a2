"""Which groups of an answer are hidden: the one place between the counts and all that shows them.

What is hidden is settled for the whole snapshot, not for one view: blocks are made on the tables
without any filter, the whole first, then along one axis, along two … Where the finer table shows
that a coarser block has no partner there, it gets one of its own. So two views agree, whatever
their filters, and one gives nothing away of the other.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, product

from dashboard.metrics.axes import ASIDE, CLASS, TIMES, Units
from dashboard.metrics.blocks import Facts, Hidden, at_time, hidden_along, hidden_classes
from dashboard.metrics.counts import counts
from dashboard.statistics.suppression import Block
from dashboard.store.current import Snapshot

Where = Mapping[str, tuple]


def hidden_keys(
    snapshot: Snapshot, facts: Facts, by: tuple[str, ...], where: Where, keys: Iterable[tuple]
) -> frozenset[tuple]:
    """Of the keys of an answer those that must not be shown. `where` may hold the day on which a
    register stands; no other time."""
    on = next(iter(where.get("on", ())), None)
    question = _Question(Units.of(snapshot, on, facts.own), by, where)
    crossed = facts.crosses(question.axes())
    if crossed or ("letter" in by and not _of_classes(snapshot, facts, question)):
        return frozenset(keys)
    times = tuple(name for name in by if name in TIMES)
    found: set[tuple] = set()
    for time, of_time in _by_time(keys, [by.index(name) for name in times]).items():
        at = at_time(facts, times, time)
        hidden = hidden_along(snapshot, at, question.axes())
        if "letter" in by:
            hidden = (*hidden, *hidden_classes(snapshot, at, question.axes()))
        found |= _hidden(hidden, question, of_time)
    return frozenset(found)


def _by_time(keys: Iterable[tuple], places: list[int]) -> dict[tuple, list[tuple]]:
    found: dict[tuple, list[tuple]] = defaultdict(list)
    for key in keys:
        found[tuple([key[place] for place in places])].append(key)
    return found


def _hidden(hidden: Iterable[Hidden], question: "_Question", keys: Iterable[tuple]) -> set[tuple]:
    found: set[tuple] = set()
    for axes, of_axes in _by_axes(hidden).items():
        if shut := _shut(of_axes, axes, question):
            places = [question.by.index(name) for name in question.dimensions(axes)]
            found |= {key for key in keys if tuple([key[place] for place in places]) in shut}
    return found


@dataclass(frozen=True, slots=True)
class _Question:
    units: Units
    by: tuple[str, ...]
    where: Where

    def axes(self) -> frozenset[str]:
        """Those that the question touches: grouped by or narrowed."""
        names = (*self.by, *(name for name, values in self.where.items() if values))
        return frozenset(self.units.unit_of(name) for name in names if name not in ASIDE)

    def dimensions(self, axes: Iterable[str]) -> list[str]:
        """The dimensions grouped by along these axes."""
        return [name for axis in axes for name in self.along(axis)]

    def along(self, axis: str) -> list[str]:
        return [name for name in self.by if name not in ASIDE and self.units.unit_of(name) == axis]

    def keys_along(self, axis: str) -> Callable[[object], tuple[tuple, ...]]:
        """For a unit of the axis the groups of the answer that take it in, by their key."""
        names, filters, parts = self.along(axis), self._filters(axis), self.units.parts
        if not names and not filters:
            return lambda _: ((),)

        def keys(unit: object) -> tuple[tuple, ...]:
            for name, values in filters:
                if values.isdisjoint(parts(name, unit)):
                    return ()
            return tuple(product(*[parts(name, unit) for name in names]))

        return cache(keys)

    def _filters(self, axis: str) -> list[tuple[str, frozenset]]:
        return [
            (name, frozenset(values))
            for name, values in self.where.items()
            if values and name not in ASIDE and self.units.unit_of(name) == axis
        ]


def _of_classes(snapshot: Snapshot, facts: Facts, question: _Question) -> bool:
    """Whether each group is of one school and one grade, asked for or the only one there."""
    narrow = tuple(sorted((*facts.at, *question.where.items())))
    return all(
        name in question.by or len(counts(snapshot, facts.view, (name,), narrow).rows) < 2
        for name in CLASS
        if name != "letter"
    )


def _by_axes(hidden: Iterable[Hidden]) -> dict[tuple[str, ...], list[Block]]:
    found: dict[tuple[str, ...], list[Block]] = defaultdict(list)
    for each in hidden:
        found[each.axes].append(each.block)
    return found


def _shut(hidden: list[Block], axes: tuple[str, ...], question: _Question) -> set[tuple]:
    """Keys of the answer, by the dimensions along the axes, that a block shuts: those that cut it
    on all of its axes."""
    cuts = [_cutting(question.keys_along(axis)) for axis in axes]
    return {
        tuple(chain.from_iterable(parts))
        for block in hidden
        for parts in product(*[cut(group) for cut, group in zip(cuts, block)])
    }


def _cutting(keys: Callable[[object], tuple[tuple, ...]]) -> Callable[[frozenset], tuple]:
    """Along one axis: the groups of the answer that take in some units of a block's group and leave
    others out; of a lone unit those that take it in. Many blocks share units, and whole groups."""

    @cache
    def cut(group: frozenset) -> tuple[tuple, ...]:
        if len(group) == 1:
            return keys(*group)
        inside = Counter(chain.from_iterable(map(keys, group)))
        return tuple(key for key, count in inside.items() if count < len(group))

    return cut
