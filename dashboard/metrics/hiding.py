"""Which groups of an answer are hidden: the one place between the counts and all that shows them.

What is hidden is settled for the whole snapshot, not for one view: blocks are made on the table
without any filter, for the axes that a question touches and for each choice of fewer of them. So
two views agree, whatever their filters, and one gives nothing away of the other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations, product
from typing import NamedTuple

from dashboard.metrics.axes import TIMES, Units, unit_of
from dashboard.metrics.cards import Metric
from dashboard.metrics.counts import counts
from dashboard.metrics.fractions import Fraction
from dashboard.statistics.suppression import Block, Table, blocks, cells_of
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept

Where = Mapping[str, tuple]
Time = tuple  # the times grouped by


@dataclass(frozen=True, slots=True)
class Facts:
    """What is counted: a view at its times, and what makes a group be there (`present`)."""

    view: str
    pupils: str  # the count of the view that says how many children there are
    times: tuple[str, ...]  # grouped by
    at: tuple[tuple[str, tuple], ...]  # the one year, period, round of those not grouped by
    present: tuple[tuple[str, int], ...]  # weights; a group is there if they add up to something
    limit: int


def facts_of(
    card: Metric, by: tuple[str, ...], narrow: Iterable[tuple], present: Fraction, limit: int
) -> Facts:
    at = tuple((name, values) for name, values in narrow if name in TIMES)
    weights = tuple(sorted(present.denominator.items()))
    times = tuple(name for name in by if name in TIMES)
    return Facts(card.view, card.pupils, times, at, weights, limit)


class Found(NamedTuple):
    """What is hidden on just some axes at one time."""

    blocks: tuple[Block, ...]
    cells: frozenset[tuple]


def hidden_keys(
    snapshot: Snapshot, facts: Facts, by: tuple[str, ...], where: Where, keys: Iterable[tuple]
) -> frozenset[tuple]:
    """Of the keys of an answer those that must not be shown."""
    question = _Question(Units.of(snapshot), by, where)
    found = set()
    for axes in _choices(question.axes()):
        shut = _shut(_kept(snapshot, facts, axes), axes, question)
        if shut:
            places = [by.index(name) for name in (*facts.times, *question.dimensions(axes))]
            found |= {key for key in keys if tuple([key[place] for place in places]) in shut}
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Question:
    units: Units
    by: tuple[str, ...]
    where: Where

    def axes(self) -> tuple[str, ...]:
        """Those that the question touches: grouped by or narrowed."""
        names = (*self.by, *(name for name, values in self.where.items() if values))
        return tuple(sorted({unit_of(name) for name in names if name not in TIMES}))

    def dimensions(self, axes: Iterable[str]) -> list[str]:
        """The dimensions grouped by along these axes."""
        return [name for axis in axes for name in self.along(axis)]

    def along(self, axis: str) -> list[str]:
        return [name for name in self.by if name not in TIMES and unit_of(name) == axis]

    def taken(self, axis: str, unit: object) -> bool:
        """Whether the filters take the unit in."""
        return all(
            self.units.part(name, unit) in values
            for name, values in self.where.items()
            if values and name not in TIMES and unit_of(name) == axis
        )

    def cut(self, axis: str, group: frozenset) -> tuple[tuple, ...]:
        """The groups of the answer, by their key along the axis, that take in some units of the
        group and leave others out."""
        names = self.along(axis)
        inside = Counter(
            tuple([self.units.part(name, unit) for name in names])
            for unit in group
            if self.taken(axis, unit)
        )
        return tuple(key for key, count in inside.items() if count < len(group))


def _choices(axes: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every choice of axes, the fewest first."""
    return chain.from_iterable(combinations(axes, size) for size in range(len(axes) + 1))


def _shut(found: Mapping[Time, Found], axes: tuple[str, ...], question: _Question) -> set[tuple]:
    """Keys of the answer (times, then the dimensions along the axes) that a block shuts: those
    that cut it on all of its axes."""
    cut = cache(question.cut)  # many blocks share a group
    return {
        (*time, *chain.from_iterable(parts))
        for time, of_time in found.items()
        for block in of_time.blocks
        for parts in product(*(cut(axis, group) for axis, group in zip(axes, block)))
    }


def _find(snapshot: Snapshot, facts: Facts, axes: tuple[str, ...]) -> dict[Time, Found]:
    """The blocks on just these axes, at each time; cells that fewer axes hide are left to them."""
    units = Units.of(snapshot)
    of_axes = tuple(units.axis(axis) for axis in axes)
    found = {}
    for time, cells in _cells(snapshot, facts, axes).items():
        table = Table(cells, of_axes, facts.limit)
        if few := table.few():
            made = blocks(table, _done(snapshot, facts, axes, time, few))
            found[time] = Found(tuple(made), cells_of(made))
    return found


def _done(
    snapshot: Snapshot, facts: Facts, axes: tuple[str, ...], time: Time, few: list[tuple]
) -> frozenset[tuple]:
    """Those of the cells that blocks on fewer of the axes hide already."""
    done = set()
    for fewer in list(_choices(axes))[:-1]:
        if of_time := _kept(snapshot, facts, fewer).get(time):
            places = [axes.index(axis) for axis in fewer]
            done |= {c for c in few if tuple([c[place] for place in places]) in of_time.cells}
    return frozenset(done)


def _cells(snapshot: Snapshot, facts: Facts, axes: tuple[str, ...]) -> dict[Time, dict]:
    """Pupils in each cell of the table without filters, at each time."""
    counted = counts(snapshot, facts.view, (*facts.times, *axes), facts.at)
    times = [counted.places[name] for name in facts.times]
    units = [counted.places[axis] for axis in axes]
    there = [(counted.places[name], weight) for name, weight in facts.present]
    pupils = counted.places[facts.pupils]
    found: dict[Time, dict] = defaultdict(dict)
    for row in counted.rows:
        if sum([weight * row[place] for place, weight in there]):
            cell = tuple([row[place] for place in units])
            found[tuple([row[place] for place in times])][cell] = row[pupils]
    return found


_kept = Kept(_find, size=2048)
