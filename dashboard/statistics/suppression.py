"""Which groups must not be shown, so that no few children can be told from any sum that is.

A table of pupils has one or more axes (schools, subjects, grades); a figure that is shown is the
sum over a box: some units of each axis. A cell with few pupils is put into a block: with another
unit beside its own on each axis that it moves along, all of whose corners have pupils. A box is
safe from a block if it takes in both units or none on at least one of those axes; other boxes are
hidden. Then every sum that is shown is blind to moving a count round the block (+1, −1 along each
axis), so the cell follows from no number of shown sums, whatever the filters.
Source: complementary suppression (NCES 2011-603), here as cell blocks: "hypercube" suppression.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from math import inf

Cell = tuple  # one unit on each axis
Block = tuple[
    frozenset, ...
]  # a group on each axis; one unit: the block stays there, does not move


@dataclass(frozen=True, slots=True)
class Axis:
    """`kin` says which units stand together (schools of an aimak): partners are sought there
    first, so that the sum of the whole kin may be shown; among them those that are `like` (the
    same language). `same` units are of the same children: their pupils are not added."""

    kin: Mapping = field(default_factory=dict)
    like: Mapping = field(default_factory=dict)
    same: bool = False

    def pupils(self, counts: Sequence[int]) -> int:
        return max(counts, default=0) if self.same else sum(counts)

    def distance(self, unit: object, other: object) -> tuple[bool, bool]:
        return self.kin.get(unit) != self.kin.get(other), self.like.get(unit) != self.like.get(
            other
        )


@dataclass(frozen=True, slots=True)
class Table:
    """Children in each cell; a cell without data is not there. `limit`: fewer are hidden."""

    cells: Mapping[Cell, int]
    axes: tuple[Axis, ...]
    limit: int

    def few(self) -> list[Cell]:
        """The fewest first, so that larger ones find them hidden already."""
        found = [cell for cell, pupils in self.cells.items() if pupils < self.limit]
        return sorted(found, key=lambda cell: (self.cells[cell], _text(cell)))


def blocks(table: Table, guarded: Callable[[Cell], bool] = lambda _: False) -> list[Block]:
    """Blocks that hide every cell with few pupils but those that others guard already."""
    few = [cell for cell in table.few() if not guarded(cell)]
    if not table.axes:
        return [()] if few else []
    if len(table.axes) == 1:
        return [(group,) for group in _groups(table, [cell[0] for cell in few])]
    return _boxes(table, few)


def guards(block: Block, cell: Cell, table: Table) -> bool:
    """Whether the block hides this cell of the table: some partners have all their corners, and
    along each axis that it moves there are enough pupils with it. (Of the same children there are
    as many in each; how many is hidden with the coarser cell.)"""
    return _has_corners(block, cell, table.cells.__contains__) and all(
        len(group) == 1 or axis.same or _enough_beside(table, cell, place, group)
        for place, (axis, group) in enumerate(zip(table.axes, block))
    )


def _enough_beside(table: Table, cell: Cell, place: int, group: frozenset) -> bool:
    beside = (table.cells.get(_moved(cell, place, unit), 0) for unit in group)
    return table.axes[place].pupils([*beside]) >= table.limit


def _has_corners(block: Block, cell: Cell, there: Callable[[Cell], bool]) -> bool:
    choices = [group - {own} if len(group) > 1 else {own} for own, group in zip(cell, block)]
    return any(
        all(there(corner) for corner in product(*map(_pair, cell, partners)))
        for partners in product(*choices)
    )


def _pair(own: object, partner: object) -> tuple:
    return (own,) if own == partner else (own, partner)


def _groups(table: Table, few: list) -> list[frozenset]:
    """On one axis: the few of each kin together, with the smallest others of the kin that make
    them enough; where a kin has not enough, with the smallest of all."""
    kin, groups, left = table.axes[0].kin, [], []
    by_kin: dict = defaultdict(list)
    for unit in few:
        by_kin[kin.get(unit)].append(unit)
    for name, units in by_kin.items():
        near = [unit for (unit,) in table.cells if kin.get(unit) == name]
        group = _filled(table, units, near)
        if _enough(table, group):
            groups.append(frozenset(group))
        else:
            left += group
    if left:
        groups.append(_rest(table, left, groups))
    return groups


def _rest(table: Table, left: list, groups: list[frozenset]) -> frozenset:
    taken = frozenset().union(*groups)
    group = _filled(table, left, [unit for (unit,) in table.cells if unit not in taken])
    while not _enough(table, group) and groups:
        group = [*group, *groups.pop()]
    return frozenset(group)


def _filled(table: Table, units: list, others: list) -> list:
    like = {table.axes[0].like.get(unit) for unit in units}

    def loss(unit: object) -> tuple:
        return table.axes[0].like.get(unit) not in like, table.cells[(unit,)], _text(unit)

    group = list(units)
    for unit in sorted(others, key=loss):
        if _enough(table, group):
            break
        if unit not in group:
            group.append(unit)
    return group


def _enough(table: Table, group: list) -> bool:
    pupils = table.axes[0].pupils([table.cells[(unit,)] for unit in group])
    return len(group) > 1 and pupils >= table.limit


@dataclass(frozen=True, slots=True)
class _Search:
    table: Table
    beside: Mapping[tuple, list]  # for an axis and a cell without it: the units that have a cell
    hidden: set[Cell]  # what is hidden already is no loss
    lines: dict[int, list] = field(default_factory=dict)  # of the cell that is looked at

    @classmethod
    def of(cls, table: Table, few: list[Cell]) -> "_Search":
        beside: dict[tuple, list] = defaultdict(list)
        for cell in table.cells:
            for axis in range(len(cell)):
                beside[(axis, *cell[:axis], *cell[axis + 1 :])].append(cell[axis])
        return cls(table, beside, set(few))

    def candidates(self, cell: Cell, axis: int) -> Iterator[tuple]:
        """Others on the axis that make enough with the cell, the least loss first: one unit, or
        as many more as it takes; of the same children only who is enough alone."""
        if axis not in self.lines:
            self.lines[axis] = self._line(cell, axis)
        line, limit = self.lines[axis], self.table.limit
        if self.table.axes[axis].same:
            yield from ((unit,) for unit, pupils in line if pupils >= limit)
            return
        for place in range(len(line)):
            units, pupils = [], self.table.cells[cell]
            for unit, more in line[place:]:
                units.append(unit)
                pupils += more
                if pupils >= limit:
                    yield tuple(units)
                    break
            else:
                return

    def _line(self, cell: Cell, axis: int) -> list[tuple[object, int]]:
        """The other units that have a cell here, with its pupils."""
        pupils = self.table.cells

        def loss(unit: object) -> tuple:
            other = _moved(cell, axis, unit)
            apart = self.table.axes[axis].distance(unit, cell[axis])
            return apart, other not in self.hidden, pupils[other], _text(unit)

        line = self.beside[(axis, *cell[:axis], *cell[axis + 1 :])]
        there = sorted((unit for unit in line if unit != cell[axis]), key=loss)
        return [(unit, pupils[_moved(cell, axis, unit)]) for unit in there]


def _moved(cell: Cell, axis: int, unit: object) -> Cell:
    return (*cell[:axis], unit, *cell[axis + 1 :])


def _boxes(table: Table, few: list[Cell]) -> list[Block]:
    """On several axes: units beside the cell's own on as many of them as can be."""
    found: list[Block] = []
    search, covered = _Search.of(table, few), set()
    for cell in few:
        if cell not in covered and (block := _box(search, cell)):
            found.append(block)
            covered |= {*product(*block)}
            search.hidden.update(product(*block))
    return found


def _box(search: _Search, cell: Cell) -> Block | None:
    """None for a cell with no neighbour on any axis: it is its row and its column, and they are
    hidden for themselves."""
    search.lines.clear()
    for size in range(len(cell), 0, -1):
        for moving in combinations(range(len(cell)), size):
            groups = next(_groupings(search, cell, moving), None)
            if groups:
                return tuple(frozenset(group) for group in groups)
    return None


def _groupings(
    search: _Search, cell: Cell, moving: tuple[int, ...], chosen: tuple[tuple, ...] = ()
) -> Iterator[tuple[tuple, ...]]:
    """Every choice of units beside the cell's own on the moving axes whose corners are all there,
    the least loss first."""
    axis = len(chosen)
    if axis == len(cell):
        if _hides_enough(search.table, chosen):
            yield chosen
        return
    for units in search.candidates(cell, axis) if axis in moving else [()]:
        groups = (*chosen, (cell[axis], *units))
        rest = [(own,) for own in cell[axis + 1 :]]
        if all(corner in search.table.cells for corner in product(*groups, *rest)):
            yield from _groupings(search, cell, moving, groups)


def _hides_enough(table: Table, groups: tuple[tuple, ...]) -> bool:
    """Along every side of the block there are as many pupils as the limit asks."""
    for place, axis in enumerate(table.axes):
        if len(groups[place]) > 1:
            for corner in product(*groups[:place], *groups[place + 1 :]):
                side = ((*corner[:place], unit, *corner[place:]) for unit in groups[place])
                if axis.pupils([table.cells[cell] for cell in side]) < table.limit:
                    return False
    return True


def _text(key: object) -> tuple:
    """An order for keys of any kind, the missing one first."""
    parts = key if isinstance(key, tuple) else (key,)
    return tuple((-inf if part is None else 0, str(part)) for part in parts)
