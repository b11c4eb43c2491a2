"""The blocks of cells that are hidden in one kind of facts, made once for a snapshot."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import chain, combinations, product
from operator import itemgetter
from typing import NamedTuple

from dashboard.metrics.axes import ASIDE, CLASS, TIMES, Units, unit_of
from dashboard.metrics.cards import Metric
from dashboard.metrics.counts import Counts, counts, takes
from dashboard.statistics.suppression import Axis, Block, Table, blocks, guards
from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept

Axes = tuple[str, ...]


class Facts(NamedTuple):
    """What is counted: a view at one time."""

    view: str
    pupils: str  # the count of the view that says how many children there are
    at: tuple[tuple[str, tuple], ...]  # the one year, period, round
    limit: int

    def axes(self) -> Axes:
        """The axes of the whole."""
        units = {unit_of(name, self.own) for name in takes(self.view)}
        return tuple(sorted(units - ASIDE - {"letter"}))

    @property
    def own(self) -> frozenset[str]:
        """The dimensions that stand for themselves (`own_axes` on the view's card)."""
        return frozenset(sql.load(f"views/{self.view}").card.get("own_axes", ()))

    @property
    def alone(self) -> bool:
        """Whether its axes are never crossed: teachers of a subject in a school are always few, so
        that crossed they would hide the schools too (`axes_alone` on the view's card)."""
        return sql.load(f"views/{self.view}").card.get("axes_alone", False)

    def crosses(self, axes: frozenset[str]) -> bool:
        """Whether these axes are never crossed: girls of a class are often few, and blocks of them
        would hide classes and schools of which nothing is few (`apart_axes` on the view's card).
        Where nobody is too few to be shown they may be."""
        apart = frozenset(sql.load(f"views/{self.view}").card.get("apart_axes", ()))
        few = self.limit > 1 and len(apart & axes) > 1
        return few or (self.alone and len(axes) > 1)


class Hidden(NamedTuple):
    axes: Axes
    block: Block

    def moving(self) -> frozenset[str]:
        return frozenset(a for a, group in zip(self.axes, self.block) if len(group) > 1)


def facts_of(card: Metric, narrow: Iterable[tuple], limit: int) -> Facts:
    """Whom a register counts is the same on every day, so what is hidden must be the same too; and
    in a view that counts the children of another (`hidden_as` on its card) it is as in that one."""
    at = tuple(sorted((name, values) for name, values in narrow if name in TIMES))
    view = sql.load(f"views/{card.view}").card.get("hidden_as", card.view)
    return Facts(view, card.pupils, at, limit)


def at_time(facts: Facts, times: tuple[str, ...], time: tuple) -> Facts:
    """The facts at one of the times grouped by; each time is hidden for itself."""
    known = {name: values for name, values in facts.at if name not in times}
    at = known | {name: (value,) for name, value in zip(times, time)}
    return facts._replace(at=tuple(sorted(at.items())))


def present(view: str, pupils: str, counted: Counts) -> Callable[[tuple], bool]:
    """Whether a row says anything of anybody, whichever metric is asked: what all metrics of the
    same children are hidden by must be the same, or one would open the other."""
    places = [counted.places[name] for name in sql.load(f"views/{view}").card["present"][pupils]]
    if len(places) == 1:
        return itemgetter(*places)
    return lambda row: any(row[place] for place in places)


def hidden_along(snapshot: Snapshot, facts: Facts, axes: frozenset[str]) -> tuple[Hidden, ...]:
    """The blocks that sums along some of these axes may cut."""
    if not axes:
        return _total(snapshot, facts)
    of_all = _whole(snapshot, facts)
    return tuple(chain.from_iterable(of_all[m] for m in of_all if m <= axes))


def _make_whole(snapshot: Snapshot, facts: Facts) -> dict[frozenset[str], list[Hidden]]:
    """All blocks, by the axes that they move along."""
    every = facts.axes()
    made: list[Hidden] = []
    for axes in chain.from_iterable(combinations(every, n) for n in range(len(every) + 1)):
        if not facts.crosses(frozenset(axes)):
            made += _level(snapshot, facts, axes, made)
    found: dict[frozenset[str], list[Hidden]] = defaultdict(list)
    for each in made:
        found[each.moving()].append(each)
    return dict(found)


def _level(snapshot: Snapshot, facts: Facts, axes: Axes, made: list[Hidden]) -> list[Hidden]:
    """Blocks on the table of these axes, of cells that none of `made` guards."""
    table = Table(_cells(snapshot, facts, axes), _axes(snapshot, facts, axes), facts.limit)
    if not table.few():
        return []
    return [Hidden(axes, block) for block in blocks(table, _guard(made, axes, table))]


def _axes(snapshot: Snapshot, facts: Facts, axes: Axes) -> tuple[Axis, ...]:
    """The subjects of a class are of the same children, those of a test or an olympiad are not:
    the view's card says so."""
    same = sql.load(f"views/{facts.view}").card.get("same_children", ())
    units = Units.of(snapshot)
    of_members = {"school": units.members()} if "network" in takes(facts.view) else {}
    return tuple(of_members.get(axis) or units.axis(axis, axis in same) for axis in axes)


def _guard(made: list[Hidden], axes: Axes, table: Table) -> Callable[[tuple], bool]:
    """Whether a block of fewer axes hides a cell, and has its partners at this cell too."""
    index: dict[Axes, dict[tuple, list[Block]]] = defaultdict(lambda: defaultdict(list))
    for each in made:
        if {*each.axes} <= {*axes}:
            for cell in product(*each.block):
                index[each.axes][cell].append(each.block)

    def guarded(cell: tuple) -> bool:
        at = dict(zip(axes, cell))
        return any(
            guards(_spread(block, fewer, at), cell, table)
            for fewer, by_cell in index.items()
            for block in by_cell.get(tuple([at[axis] for axis in fewer]), ())
        )

    return guarded


def _spread(block: Block, fewer: Axes, at: Mapping) -> Block:
    """The block as it stands at a cell of more axes."""
    groups = dict(zip(fewer, block))
    return tuple(groups.get(axis, frozenset([unit])) for axis, unit in at.items())


def _cells(snapshot: Snapshot, facts: Facts, axes: Axes) -> dict[tuple, int]:
    """Pupils in each cell of the table without filters."""
    counted = counts(snapshot, facts.view, axes, facts.at)
    units = [counted.places[axis] for axis in axes]
    there, pupils = present(facts.view, facts.pupils, counted), counted.places[facts.pupils]
    return {
        tuple([row[place] for place in units]): row[pupils] for row in counted.rows if there(row)
    }


def _make_classes(snapshot: Snapshot, facts: Facts, axes: Axes) -> list[Hidden]:
    """Blocks between the classes of one grade of one school, on the axes beside those three."""
    made: list[Hidden] = []
    of_axes = _axes(snapshot, facts, ("letter", *axes))
    for place, cells in _of_grades(snapshot, facts, axes).items():
        if len({cell[0] for cell in cells}) > 1:
            fixed = tuple(frozenset([unit]) for unit in place)
            table = Table(cells, of_axes, facts.limit)
            made += [Hidden((*CLASS, *axes), (*fixed, *block)) for block in blocks(table)]
    return made


def _of_grades(snapshot: Snapshot, facts: Facts, axes: Axes) -> dict[tuple, dict]:
    """For each school and grade: pupils by letter and the other axes."""
    found: dict[tuple, dict] = defaultdict(dict)
    for (school, grade, *cell), pupils in _cells(snapshot, facts, (*CLASS, *axes)).items():
        found[school, grade][tuple(cell)] = pupils
    return found


def hidden_classes(snapshot: Snapshot, facts: Facts, axes: frozenset[str]) -> tuple[Hidden, ...]:
    """The blocks between classes that sums along these axes may cut."""
    beside = tuple(sorted(axes - {*CLASS}))
    found = [*_classes(snapshot, facts, ())]
    if beside:
        found += _classes(snapshot, facts, beside)
    return tuple(found)


def _make_total(snapshot: Snapshot, facts: Facts) -> tuple[Hidden, ...]:
    return tuple(_level(snapshot, facts, (), []))


_total = Kept(_make_total, size=256)
_whole = Kept(_make_whole, size=256)
_classes = Kept(_make_classes, size=256)
