"""No hidden cell can be worked out from any number of sums that are shown."""

from itertools import chain, combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.statistics.suppression import Axis, Table, blocks, cells_of

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


@given(FULL)
def test_every_cell_with_few_pupils_is_in_a_block(cells):
    hidden = cells_of(blocks(table(cells)))
    assert {cell for cell, pupils in cells.items() if pupils < LIMIT} <= hidden


def _subsets(units: range) -> list[tuple]:
    return list(chain.from_iterable(combinations(units, n) for n in range(1, len(units) + 1)))


def _safe(box: tuple, found: list, sizes: tuple) -> bool:
    """As metrics/hiding.py judges: blocks of one axis and of both."""
    for axes, block in found:
        cut = all(0 < len(group & {*box[axis]}) < len(group) for axis, group in zip(axes, block))
        if cut:
            return False
    return bool(sizes)


def _every_block(cells: dict) -> list:
    """Of the rows' and columns' own tables, then of the cells, as for a whole snapshot."""
    rows = {(r,): sum(cells[r, c] for c in COLUMNS) for r in ROWS}
    columns = {(c,): sum(cells[r, c] for r in ROWS) for c in COLUMNS}
    of_rows, of_columns = blocks(table(rows)), blocks(table(columns))
    done = {
        cell
        for cell in cells
        if any(cell[0] in group for (group,) in of_rows)
        or any(cell[1] in group for (group,) in of_columns)
    }
    both = blocks(table(cells), frozenset(done))
    return (
        [((0,), b) for b in of_rows] + [((1,), b) for b in of_columns] + [((0, 1), b) for b in both]
    )


@given(FULL)
@settings(max_examples=60, deadline=None)
def test_no_hidden_cell_follows_from_all_that_is_shown_together(cells):
    """Linear algebra: a cell is known when its unit vector lies in the span of the shown sums."""
    if sum(cells.values()) < 2 * LIMIT:
        return
    found = _every_block(cells)
    keys = list(cells)
    shown = [
        [float(r in box[0] and c in box[1]) for r, c in keys]
        for box in product(_subsets(ROWS), _subsets(COLUMNS))
        if _safe(box, found, (4, 3))
    ]
    rank = np.linalg.matrix_rank(np.array(shown)) if shown else 0
    for place, cell in enumerate(keys):
        if cells[cell] < LIMIT:
            unit = [float(other == place) for other in range(len(keys))]
            assert np.linalg.matrix_rank(np.array([*shown, unit])) > rank


@given(
    st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(0, 9), min_size=1)
)
def test_a_table_with_holes_hides_its_small_cells_too(cells):
    hidden = cells_of(blocks(table(cells)))
    alone = {c for c in cells if sum(o != c and (o[0] == c[0] or o[1] == c[1]) for o in cells) == 0}
    assert {cell for cell in cells if cells[cell] < LIMIT} - alone <= hidden


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_the_cells_does_not_matter(order):
    cells = {(r, c): 3 if (r, c) == (1, 1) else 8 + r + c for r in ROWS for c in COLUMNS}
    same = dict(list(cells.items())[::order])
    assert blocks(table(same)) == blocks(table(cells))
