"""Places on a course go by the rule that the page shows, and nobody is sent twice."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dashboard.statistics.course_next import Candidate, chosen, most_of_a_school, queue

DAYS = st.one_of(st.none(), st.dates(date(2015, 1, 1), date(2026, 12, 31)))
SCHOOLS = ("S1", "S2", "S3")
FACTS = st.tuples(st.sampled_from(SCHOOLS), st.booleans(), st.booleans(), st.booleans(), DAYS)
PLACES = st.integers(1, 30)


@st.composite
def people(draw):
    """Whether anybody at a school holds the course is one and the same for all of it."""
    nobody = dict(zip(SCHOOLS, draw(st.tuples(*[st.booleans()] * 3))))
    return [
        Candidate(f"T{n}", school, nobody[school], young, ("x",) if low else (), last, (school,))
        for n, (school, _, young, low, last) in enumerate(draw(st.lists(FACTS, max_size=40)))
    ]


@given(people(), PLACES)
def test_there_are_never_more_than_places_and_none_is_left_empty(waiting, places):
    found = chosen(waiting, places)
    assert len(found) == min(places, len(waiting))
    assert len({each.teacher for each in found}) == len(found)
    assert {*found} <= {*waiting}


@given(people())
def test_the_queue_goes_by_the_reasons_in_their_order(waiting):
    ranks = [(each.nobody, each.young, bool(each.low)) for each in queue(waiting)]
    assert ranks == sorted(ranks, reverse=True)


@given(people())
def test_of_a_school_whoever_waited_longest_is_first(waiting):
    for school in SCHOOLS:
        of_school = [each for each in queue(waiting) if each.school == school]
        for one, other in pairwise(of_school):
            if one.rank == other.rank:
                assert (one.last or date.min) <= (other.last or date.min)


@given(people())
def test_schools_of_equal_right_take_turns(waiting):
    """Nobody's second comes before another's first."""
    found = queue(waiting)
    for rank in {each.rank for each in found}:
        schools = [each.school for each in found if each.rank == rank]
        turns = [schools[: place + 1].count(school) for place, school in enumerate(schools)]
        assert turns == sorted(turns)


@given(people(), PLACES)
def test_a_school_gets_more_than_its_share_only_of_places_left_over(waiting, places):
    most, found = most_of_a_school(places), chosen(waiting, places)
    sent = {school: sum(each.school == school for each in found) for school in SCHOOLS}
    left = {each.school for each in {*waiting} - {*found}}
    for school, count in sent.items():
        if count > most:
            assert all(sent[other] >= most for other in left - {school})


@given(people(), PLACES, st.randoms())
def test_the_list_does_not_depend_on_how_the_rows_came(waiting, places, dice):
    shuffled = [*waiting]
    dice.shuffle(shuffled)
    assert chosen(shuffled, places) == chosen(waiting, places)
