"""No hidden cell can be worked out from any number of sums that are shown."""

from collections import Counter
from itertools import chain, combinations, product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dashboard.statistics.suppression import Axis, Table, blocks, guards

LIMIT = 5
ROWS, COLUMNS = range(4), range(3)
FULL = st.fixed_dictionaries({key: st.integers(1, 12) for key in product(ROWS, COLUMNS)})


def table(cells: dict, *axes: Axis) -> Table:
    return Table(cells, axes or tuple(Axis() for _ in next(iter(cells))), LIMIT)


def line(*pupils: int) -> Table:
    return table({(place,): count for place, count in enumerate(pupils)})


def test_a_lone_small_group_takes_the_next_smallest_with_it():
    assert blocks(line(30, 3, 8, 40)) == [(frozenset({1, 2}),)]


def test_small_groups_that_hide_each_other_take_nobody_with_them():
    assert blocks(line(30, 3, 4, 40)) == [(frozenset({1, 2}),)]
    assert blocks(line(30, 1, 2, 9)) == [(frozenset({1, 2, 3}),)]


def test_nothing_is_hidden_where_nobody_is_few():
    assert blocks(line(30, 5, 8)) == []


def test_partners_are_sought_among_kin_first():
    kin = Axis(kin={0: "far", 1: "near", 2: "near", 3: "far"})
    made = table({(0,): 6, (1,): 3, (2,): 40, (3,): 7}, kin)
    assert blocks(made) == [(frozenset({1, 2}),)]


def test_kin_that_are_too_few_are_joined_with_the_smallest_of_all():
    kin = Axis(kin={0: "a", 1: "b", 2: "c", 3: "c"})
    made = table({(0,): 3, (1,): 50, (2,): 9, (3,): 60}, kin)
    assert blocks(made) == [(frozenset({0, 2}),)]


def test_the_same_children_are_not_added():
    """Two subjects of three pupils each hide three pupils, not six."""
    made = table({(0,): 3, (1,): 3, (2,): 20, (3,): 30}, Axis(same=True))
    assert blocks(made) == [(frozenset({0, 1, 2}),)]


def test_a_whole_with_few_pupils_is_hidden():
    assert blocks(Table({(): 4}, (), LIMIT)) == [()]
    assert blocks(Table({(): 5}, (), LIMIT)) == []


@given(FULL.filter(lambda cells: max(cells.values()) >= LIMIT))
def test_every_cell_with_few_pupils_is_in_a_block(cells):
    found = _every_block(cells)
    hidden = {c for c in cells if not _safe(((c[0],), (c[1],)), found)}
    assert {cell for cell, pupils in cells.items() if pupils < LIMIT} <= hidden


def _subsets(units: range) -> list[tuple]:
    return list(chain.from_iterable(combinations(units, n) for n in range(1, len(units) + 1)))


def _cut(group: frozenset, units: tuple) -> bool:
    """A lone unit is where a block stays: there it is cut by whatever takes it in."""
    inside = len(group & {*units})
    return inside == 1 if len(group) == 1 else 0 < inside < len(group)


def _every_block(cells: dict) -> list[tuple]:
    """Of the rows' and the columns' own tables, then of the cells, as for a whole snapshot."""
    rows, columns = {}, {}
    for (row, column), pupils in cells.items():
        rows[(row,)] = rows.get((row,), 0) + pupils
        columns[(column,)] = columns.get((column,), 0) + pupils
    found = [(block[0], None) for block in blocks(table(rows))]
    found += [(None, block[0]) for block in blocks(table(columns))]

    def guarded(cell: tuple) -> bool:
        spread = [(row or {cell[0]}, column or {cell[1]}) for row, column in found]
        return any(
            cell[0] in block[0] and cell[1] in block[1] and guards(block, cell, table(cells))
            for block in [tuple(map(frozenset, pair)) for pair in spread]
        )

    return found + blocks(table(cells), guarded)


def _safe(box: tuple, found: list) -> bool:
    """As metrics/hiding.py judges."""
    return not any(
        all(group is None or _cut(group, units) for group, units in zip(block, box))
        for block in found
    )


def _unknown(cells: dict) -> set[tuple]:
    """Linear algebra: a cell is known when its unit vector lies in the span of the shown sums."""
    found, keys = _every_block(cells), list(cells)
    shown = [
        [float(r in box[0] and c in box[1]) for r, c in keys]
        for box in product(_subsets(ROWS), _subsets(COLUMNS))
        if _safe(box, found)
    ]
    rank = np.linalg.matrix_rank(np.array(shown)) if shown else 0
    units = {key: [float(other == key) for other in keys] for key in keys}
    return {key for key in keys if np.linalg.matrix_rank(np.array([*shown, units[key]])) > rank}


def _enough_in_all(cells: dict) -> bool:
    return sum(cells.values()) >= 2 * LIMIT


@given(FULL.filter(_enough_in_all))
@settings(max_examples=60, deadline=None)
def test_no_hidden_cell_follows_from_all_that_is_shown_together(cells):
    assert {cell for cell, pupils in cells.items() if pupils < LIMIT} <= _unknown(cells)


@given(
    st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 2)), st.integers(1, 12), min_size=7)
)
@settings(max_examples=100, deadline=None)
def test_nor_where_the_table_has_holes(cells):
    """A school that does not teach the subject is no partner for one that does."""
    lines = [Counter(), Counter()]
    for cell, pupils in cells.items():
        for axis in (0, 1):
            lines[axis][cell[axis]] += pupils
    assume(all(pupils >= LIMIT for line in lines for pupils in line.values()))
    assume(len(lines[0]) > 1 and len(lines[1]) > 1)
    assert {cell for cell, pupils in cells.items() if pupils < LIMIT} <= _unknown(cells)


def test_a_cell_with_a_hole_beside_it_stays_on_one_axis():
    cells = {(0, 0): 3, (1, 0): 20, (1, 1): 30, (2, 1): 40}
    assert blocks(table(cells)) == [(frozenset({0, 1}), frozenset({0}))]


def test_partners_of_the_same_kind_come_first():
    kin = Axis(kin=dict.fromkeys(range(4), "near"), like={0: "ky", 1: "ru", 2: "ky", 3: "ky"})
    made = table({(0,): 3, (1,): 6, (2,): 9, (3,): 40}, kin)
    assert blocks(made) == [(frozenset({0, 2}),)]


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_the_cells_does_not_matter(order):
    cells = {(r, c): 3 if (r, c) == (1, 1) else 8 + r + c for r in ROWS for c in COLUMNS}
    same = dict(list(cells.items())[::order])
    assert blocks(table(same)) == blocks(table(cells))
