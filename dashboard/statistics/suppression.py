"""Which groups must not be shown, so that no few children can be told from any sum that is.

A table of pupils has one or more axes (schools, subjects, grades); a figure that is shown is the
sum over a box: some units of each axis. Cells with few pupils are put into blocks, each a set of
at least two units on every axis. A box is safe from a block if on at least one of the block's axes
it takes in all of the block's units or none; other boxes are hidden. Then every sum that is shown
is blind to moving a count round the block (+1, −1 along each axis), so no hidden cell follows from
any number of shown sums, whatever the filters.
Source: complementary suppression (NCES 2011-603), here as cell blocks: "hypercube" suppression.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import inf

Cell = tuple  # one unit on each axis
Block = tuple[frozenset, ...]  # at least two units on each axis; () hides everything


@dataclass(frozen=True, slots=True)
class Axis:
    """`kin` says which units stand together (schools of an aimak): partners are sought there
    first, so that the sum of the whole kin may be shown. `same` units are of the same children
    (subjects of a class): their pupils are not added."""

    kin: Mapping = field(default_factory=dict)
    same: bool = False

    def pupils(self, counts: Sequence[int]) -> int:
        return max(counts, default=0) if self.same else sum(counts)


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


def blocks(table: Table, done: frozenset[Cell] = frozenset()) -> list[Block]:
    """Blocks that hide every cell with few pupils. `done`: cells that are hidden anyway, by blocks
    of fewer axes."""
    few = [cell for cell in table.few() if cell not in done]
    if not table.axes:
        return [()] if few else []
    if len(table.axes) == 1:
        return [(group,) for group in _groups(table, [cell[0] for cell in few])]
    return _boxes(table, few)


def cells_of(found: Sequence[Block]) -> frozenset[Cell]:
    """Every cell that the blocks hide."""
    return frozenset(cell for block in found for cell in product(*block))


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
    group = list(units)
    for unit in sorted(others, key=lambda unit: (table.cells[(unit,)], _text(unit))):
        if _enough(table, group):
            break
        if unit not in group:
            group.append(unit)
    return group


def _enough(table: Table, group: list) -> bool:
    pupils = table.axes[0].pupils([table.cells[(unit,)] for unit in group])
    return len(group) > 1 and pupils >= table.limit


def _boxes(table: Table, few: list[Cell]) -> list[Block]:
    """On several axes: two units on each, all of whose cells have pupils."""
    found: list[Block] = []
    hidden, covered = set(few), set()
    beside = _beside(table)
    for cell in few:
        if cell not in covered:
            partners = next(_partners(table, cell, beside, hidden), None)
            block = _block(cell, partners) if partners else _loose(table, cell, beside)
            found.append(block)
            covered |= {*product(*block)}
            hidden |= {*product(*block)}
    return found


def _block(cell: Cell, partners: Cell) -> Block:
    return tuple(frozenset(pair) for pair in zip(cell, partners))


def _beside(table: Table) -> dict[tuple, list]:
    """For an axis and a cell without its unit there: the units that have a cell."""
    found: dict[tuple, list] = defaultdict(list)
    for cell in table.cells:
        for axis in range(len(cell)):
            found[(axis, *cell[:axis], *cell[axis + 1 :])].append(cell[axis])
    return found


def _partners(
    table: Table, cell: Cell, beside: Mapping, hidden: set[Cell], chosen: Cell = ()
) -> Iterator[Cell]:
    """Every choice of another unit on each axis, the least loss first, whose corners are there."""
    axis = len(chosen)
    if axis == len(cell):
        if _hides_enough(table, _block(cell, chosen)):
            yield chosen
        return
    for unit in _candidates(table, cell, axis, beside, hidden):
        pairs = [*zip(cell, (*chosen, unit)), *((own,) for own in cell[axis + 1 :])]
        if all(corner in table.cells for corner in product(*pairs)):
            yield from _partners(table, cell, beside, hidden, (*chosen, unit))


def _candidates(table: Table, cell: Cell, axis: int, beside: Mapping, hidden: set[Cell]) -> list:
    kin = table.axes[axis].kin

    def loss(unit: object) -> tuple:
        other = (*cell[:axis], unit, *cell[axis + 1 :])
        far = kin.get(unit) != kin.get(cell[axis])
        return far, other not in hidden, table.cells[other], _text(unit)

    line = beside[(axis, *cell[:axis], *cell[axis + 1 :])]
    return sorted((unit for unit in line if unit != cell[axis]), key=loss)


def _hides_enough(table: Table, block: Block) -> bool:
    """Along every side of the block there are as many pupils as the limit asks."""
    for place, axis in enumerate(table.axes):
        for corner in product(*block[:place], *block[place + 1 :]):
            side = ((*corner[:place], unit, *corner[place:]) for unit in block[place])
            if axis.pupils([table.cells[cell] for cell in side]) < table.limit:
                return False
    return True


def _loose(table: Table, cell: Cell, beside: Mapping) -> Block:
    """Where no whole block can be found (a table with many holes): the largest neighbour on each
    axis. What this leaves open is that a hole is known to be nothing."""
    block = []
    for axis, own in enumerate(cell):
        rest = (*cell[:axis], *cell[axis + 1 :])
        line = [unit for unit in beside[(axis, *rest)] if unit != own]
        units = line or [key[axis] for key in table.cells if key[axis] != own]
        block.append(frozenset([own, *sorted(units, key=_text)[:1]]))
    return tuple(block)


def _text(key: object) -> tuple:
    """An order for keys of any kind, the missing one first."""
    parts = key if isinstance(key, tuple) else (key,)
    return tuple((-inf if part is None else 0, str(part)) for part in parts)
