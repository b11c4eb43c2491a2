"""Every knot of arrows is told once, by a shortest way round it; what is no circle is not told."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.circles import circles

arrows_of = st.lists(st.tuples(*[st.sampled_from("ABCDEFG")] * 2), max_size=14)


def _reach(arrows) -> set[tuple[str, str]]:
    """Who can come to whom, worked out the slow way."""
    known = set(arrows)
    while True:
        more = {(a, d) for a, b in known for c, d in known if b == c} | known
        if more == known:
            return known
        known = more


def test_two_who_help_each_other_are_a_circle():
    assert circles([("A", "B"), ("B", "A"), ("B", "C")]) == [("A", "B")]


def test_a_longer_way_round_is_found_and_begins_at_its_first_name():
    assert circles([("C", "A"), ("B", "C"), ("A", "B")]) == [("A", "B", "C")]


def test_helping_oneself_is_a_circle_of_one():
    assert circles([("A", "A")]) == [("A",)]


def test_a_line_is_no_circle():
    assert circles([("A", "B"), ("A", "C"), ("B", "C")]) == []


@given(arrows_of)
def test_a_circle_follows_arrows_all_the_way(arrows):
    for circle in circles(arrows):
        ways = zip(circle, (*circle[1:], circle[0]))
        assert set(ways) <= set(arrows)
        assert len(set(circle)) == len(circle)


@given(arrows_of)
def test_every_knot_is_told_just_once(arrows):
    reach = _reach(arrows)
    knots = {
        frozenset(b for b in "ABCDEFG" if (a, b) in reach and (b, a) in reach)
        for a in "ABCDEFG"
        if (a, a) in reach
    }
    told = [{knot for knot in knots if set(circle) <= knot} for circle in circles(arrows)]
    assert all(len(found) == 1 for found in told)
    assert len(told) == len(knots)
    assert set().union(*told) == knots
