"""Few children are hidden, and cannot be worked out from what is shown."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.suppression import hidden

LIMIT = 5
tables = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.none() | st.integers(0, 40), max_size=25
)


def _hide(table):
    keys = list(table)
    places = hidden(keys, [table[key] for key in keys], LIMIT, (0, 1))
    return {keys[place] for place in places}


@given(tables)
def test_small_groups_are_hidden(table):
    few = {key for key, pupils in table.items() if pupils is not None and pupils < LIMIT}
    assert few <= _hide(table)


@given(tables)
def test_a_hidden_group_is_never_alone_in_its_line(table):
    hide = _hide(table)
    for part in (0, 1):
        for value in range(5):
            line = [k for k in table if k[part] == value and table[k] is not None]
            inside = [key for key in line if key in hide]
            enough = len(inside) > 1 and sum(table[key] for key in inside) >= LIMIT
            assert not inside or enough or inside == line


@given(tables)
def test_groups_without_data_hide_nothing(table):
    assert all(table[key] is not None for key in _hide(table))


def test_nothing_is_hidden_without_need():
    assert _hide({(0, 0): 5, (0, 1): 30, (1, 0): 12}) == set()


def test_the_smallest_partner_is_chosen():
    assert _hide({(0, 0): 3, (1, 0): 90, (2, 0): 7, (3, 0): 40}) == {(0, 0), (2, 0)}


def test_years_are_not_summed_so_they_hide_nothing_of_each_other():
    keys = [("S01", "2024-2025"), ("S01", "2025-2026")]
    assert hidden(keys, [3, 60], LIMIT, (0,)) == {0}
