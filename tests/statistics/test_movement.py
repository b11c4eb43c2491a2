"""What moved by more than chance and the usual ups and downs."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.movement import Move, beyond

shares = st.floats(0, 1)
pupils = st.integers(5, 2000)
moves = st.builds(Move, shares, pupils, shares, pupils, st.floats(-0.3, 0.3))


@given(moves)
def test_excess_is_less_than_the_change_and_on_its_side(move):
    (excess,) = beyond([move])
    apart = move.change - move.usual
    assert abs(excess) <= abs(apart)
    assert excess == 0 or (excess > 0) == (apart > 0)


@given(moves, st.integers(2, 50))
def test_more_pupils_never_hide_a_change(move, times):
    larger = Move(
        move.before, move.before_pupils * times, move.after, move.after_pupils * times, move.usual
    )
    (few,), (many,) = beyond([move]), beyond([larger])
    assert abs(many) >= abs(few) - 1e-9


def test_what_happens_to_everyone_is_not_beyond():
    assert beyond([Move(0.5, 500, 0.2, 500, -0.3)]) == [0.0]


def test_groups_that_swing_have_wide_limits():
    calm = [Move(0.5, 400, 0.5 + 0.01 * (-1) ** n, 400, 0.0) for n in range(20)]
    wild = [Move(0.5, 400, 0.5 + 0.2 * (-1) ** n, 400, 0.0) for n in range(20)]
    one = Move(0.5, 400, 0.7, 400, 0.0)
    assert beyond([*calm, one])[-1] > 0
    assert beyond([*wild, one])[-1] == 0


def test_all_good_before_and_after_still_has_a_width():
    assert Move(1.0, 20, 1.0, 20, 0.0).variance > 0


def test_nobody_moves_where_there_is_nobody():
    assert beyond([]) == []
