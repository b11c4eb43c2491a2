"""Which findings are told, and in which order."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.panels.attention.finding import TONES, Finding
from dashboard.panels.attention.ranking import MOST, OF_A_KIND, ranked


def finding(kind, weight, about="", tone="low"):
    return Finding((kind, about, str(weight)), weight, tone, "so", "because", "", about)


found = st.lists(
    st.builds(
        finding,
        st.sampled_from(["below", "fell", "rose", "not_sent"]),
        st.integers(0, 99),
        st.sampled_from(["", "S01", "S02", "S03"]),
        st.sampled_from(list(TONES)),
    ),
    unique_by=lambda finding: finding.key,
)


@given(found)
def test_at_most_seven_and_at_most_three_of_a_kind(findings):
    told = ranked(findings)
    kinds = [each.kind for each in told]
    assert len(told) <= MOST == 7
    assert all(kinds.count(kind) <= OF_A_KIND == 3 for kind in kinds)
    assert {each.key for each in told} <= {each.key for each in findings}


@given(found)
def test_every_kind_is_told_before_any_is_told_twice(findings):
    assert {each.kind for each in ranked(findings)} == {each.kind for each in findings}


@given(found, st.randoms())
def test_the_order_they_come_in_does_not_matter(findings, dice):
    shuffled = sorted(findings, key=lambda _: dice.random())
    assert ranked(shuffled) == ranked(findings)


@given(found)
def test_worse_stands_before_better_and_heavy_before_light(findings):
    order = [(list(TONES).index(each.tone), -each.weight) for each in ranked(findings)]
    assert order == sorted(order)


def test_the_heaviest_of_a_kind_are_told():
    told = ranked(finding("below", weight, f"S{weight}") for weight in range(9))
    assert [each.weight for each in told] == [8, 7, 6]


def test_each_school_is_told_once_before_one_is_told_twice():
    mine = [finding("below", weight, "S01") for weight in (90, 80, 70)]
    others = [finding("below", 10, "S02"), finding("below", 5, "S03")]
    told = ranked([*mine, *others])
    assert [each.about for each in told] == ["S01", "S02", "S03"]
