"""The best and the worst fifth of groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.fifths import LEAST_GROUPS, fifths

groups = st.lists(
    st.integers(1, 500).flatmap(
        lambda below: st.integers(0, below).map(lambda above: (above, below, below))
    ),
    min_size=LEAST_GROUPS,
    max_size=60,
)


@given(groups)
def test_counts_are_added_and_no_group_is_in_both(found):
    both = fifths(found)
    size = len(found) // 5
    ordered = sorted(found, key=lambda group: (group[0] / group[1], group))
    assert both.best.groups == both.worst.groups == size
    assert both.worst.numerator == sum(group[0] for group in ordered[:size])
    assert both.best.denominator == sum(group[1] for group in ordered[-size:])


@given(groups)
def test_best_is_never_below_worst(found):
    both = fifths(found)
    assert 0 <= both.worst.share <= both.best.share <= 1
    assert both.gap == both.best.share - both.worst.share


@given(groups, st.randoms())
def test_order_of_the_groups_does_not_matter(found, dice):
    assert fifths(sorted(found, key=lambda _: dice.random())) == fifths(found)


def test_large_group_weighs_more():
    found = [(10 * n, 100, 100) for n in range(1, 10)] + [(1000, 1000, 1000)]
    assert fifths(found).best.share == pytest.approx(1090 / 1100)


def test_nine_groups_have_no_fifths():
    assert fifths([(1, 2, 2)] * (LEAST_GROUPS - 1)) is None
