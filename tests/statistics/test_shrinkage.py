"""Shrinkage: nearer the truth than the raw share, and between it and the whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.shrinkage import between_variance, shrunk, trust
from tests.statistics.districts import district

DISTRICTS = [district(seed, 0.08, 8, 80) for seed in range(30)]
shares, pupils = st.floats(0, 1), st.integers(1, 2_000)


def _error(guesses, truths) -> float:
    squares = [(guess - truth) ** 2 for guess, truth in zip(guesses, truths)]
    return (sum(squares) / len(squares)) ** 0.5


def test_small_cells_come_nearer_the_truth_as_published():
    """Root mean squared error 0.112 raw, 0.065 shrunk, at a true spread of eight points."""
    raw, drawn, truth = [], [], []
    for found in DISTRICTS:
        variance = between_variance(found.shares, found.pupils, found.centre)
        raw += found.shares
        truth += found.truth
        drawn += [shrunk(s, n, found.centre, variance) for s, n in zip(found.shares, found.pupils)]
    assert _error(raw, truth) == pytest.approx(0.112, abs=0.008)
    assert _error(drawn, truth) == pytest.approx(0.065, abs=0.008)


def test_the_true_spread_is_found_and_none_where_there_is_none():
    found = [between_variance(each.shares, each.pupils, each.centre) for each in DISTRICTS]
    assert (sum(found) / len(found)) ** 0.5 == pytest.approx(0.08, abs=0.015)
    same = [district(seed, 0.0, 8, 80) for seed in range(30)]
    none = [between_variance(each.shares, each.pupils, each.centre) for each in same]
    assert sorted(none)[len(none) // 2] < 0.02**2


@given(shares, pupils, shares, st.floats(0, 0.2))
def test_it_lies_between_the_share_and_the_whole(share, count, centre, variance):
    drawn = shrunk(share, count, centre, variance)
    assert min(share, centre) - 1e-12 <= drawn <= max(share, centre) + 1e-12


@given(pupils, st.floats(0.05, 0.95), st.floats(0.0001, 0.2))
def test_more_pupils_are_trusted_more(count, centre, variance):
    assert 0 < trust(count, centre, variance) < trust(count + 1, centre, variance) < 1


def test_where_groups_do_not_differ_all_are_as_the_whole():
    assert shrunk(0.9, 20, 0.48, 0.0) == 0.48


@given(st.lists(st.tuples(shares, pupils), max_size=20), shares)
def test_the_variance_is_never_below_0(table, centre):
    found = between_variance([s for s, _ in table], [n for _, n in table], centre)
    assert found >= 0
