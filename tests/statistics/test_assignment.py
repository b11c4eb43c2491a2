"""The assignment of mentors is the best there is, and never gives what is not allowed."""

from collections import Counter
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.statistics.assignment import LOAD_KM, Mentor, Need, allowed, assign, fit

SCHOOLS = ("A", "B", "C")
AREA = {"algebra": "exact", "physics": "exact", "geometry": "exact", "history": "humanities"}
SUBJECTS = tuple(AREA)
# unlike the ways there and back, so that no two schools lie alike
KM = {pair: 3.0 + 7 * place for place, pair in enumerate(product(SCHOOLS, SCHOOLS))}

keys = st.tuples(st.sampled_from(SCHOOLS), st.sampled_from(SUBJECTS))
needs_of = st.lists(
    st.builds(lambda key, pupils: Need(*key, AREA[key[1]], pupils), keys, st.integers(0, 4)),
    max_size=4,
    unique_by=lambda need: (need.school, need.subject),
)
mentor_of = st.builds(
    lambda school, subject, of_subject, load, most: Mentor(
        "", school, subject if of_subject else None, AREA[subject], load, most
    ),
    st.sampled_from((*SCHOOLS, None)),
    st.sampled_from(SUBJECTS),
    st.booleans(),
    st.integers(0, 2),
    st.integers(1, 3),
)
mentors_of = st.lists(mentor_of, max_size=3).map(
    lambda found: [
        Mentor(f"M{place}", m.school, m.subject, m.direction, m.load, m.most)
        for place, m in enumerate(found)
    ]
)
taken_of = st.frozensets(st.tuples(st.sampled_from(("M0", "M1")), st.sampled_from(SCHOOLS)))


def km(one, other):
    return KM.get((one, other))


def is_allowed(needs, mentors, chosen, taken):
    pairs = [(need, mentor) for need, mentor in zip(needs, chosen) if mentor is not None]
    given = Counter(mentor.id for _, mentor in pairs)
    schools = Counter((mentor.id, need.school) for need, mentor in pairs)
    return (
        all(allowed(need, mentor, taken) for need, mentor in pairs)
        and all(given[mentor.id] <= mentor.free for mentor in mentors)
        and max(schools.values(), default=0) <= 1
    )


def worth(needs, mentors, chosen, taken=frozenset()):
    """Met, pupils, of the very subject, and (below 0) km with the weight of the load."""
    pairs = [(need, mentor) for need, mentor in zip(needs, chosen) if mentor is not None]
    known = [
        km(need.school, mentor.school) or 0.0
        for need in needs
        for mentor in mentors
        if allowed(need, mentor, taken)
    ]
    unknown = max(known, default=0.0) + 0.1
    far = sum(km(need.school, m.school) or unknown for need, m in pairs)
    given = Counter(mentor.id for _, mentor in pairs)
    load = sum(m.load * given[m.id] + sum(range(given[m.id])) for m in mentors)
    return (
        len(pairs),
        sum(max(1, need.pupils) for need, _ in pairs),
        sum(fit(need, mentor) == "subject" for need, mentor in pairs),
        -far - LOAD_KM * load,
    )


@given(needs_of, mentors_of, taken_of)
@settings(max_examples=300, deadline=None)
def test_it_is_as_good_as_the_best_of_all_possible(needs, mentors, taken):
    every = product((None, *mentors), repeat=len(needs))
    best = max(
        worth(needs, mentors, chosen, taken)
        for chosen in every
        if is_allowed(needs, mentors, chosen, taken)
    )
    found = assign(needs, mentors, km, taken)
    assert is_allowed(needs, mentors, found, taken)
    assert worth(needs, mentors, found, taken) == pytest.approx(best)


@given(st.randoms(use_true_random=False))
@settings(max_examples=20, deadline=None)
def test_large_districts_give_only_what_is_allowed(dice):
    places = [f"S{n}" for n in range(40)]
    needs = [
        Need(school, subject, AREA[subject], dice.randint(1, 30))
        for school in places
        for subject in dice.sample(SUBJECTS, 2)
    ]
    mentors = [
        Mentor(f"M{n}", dice.choice(places), dice.choice((*SUBJECTS, None)), "exact", n % 3, 3)
        for n in range(30)
    ]
    found = assign(needs, mentors, lambda one, other: float(abs(int(one[1:]) - int(other[1:]))))
    assert is_allowed(needs, mentors, found, frozenset())
    assert any(found)


def mentor(name, school="B", subject="algebra", load=0, most=1):
    return Mentor(name, school, subject, "exact", load, most)


def test_it_is_not_greedy():
    """The nearest for the first would leave the second with nobody."""
    first, second = Need("A", "algebra", "exact", 5), Need("B", "physics", "exact", 5)
    near, far = mentor("near", "C"), mentor("far", "B")
    found = assign([first, second], [near, far], lambda one, other: 1.0 if other == "C" else 50.0)
    assert [m.id for m in found] == ["far", "near"]


def test_most_pupils_are_helped_where_not_all_can_be():
    few, many = Need("A", "algebra", "exact", 3), Need("C", "algebra", "exact", 4)
    found = assign([few, many], [mentor("M")], lambda one, other: 1.0 if one == "A" else 90.0)
    assert [m and m.id for m in found] == [None, "M"]


def test_a_mentor_of_the_subject_comes_before_a_nearer_one_of_the_direction():
    need = Need("A", "algebra", "exact", 3)
    near, far = mentor("near", "B", "physics"), mentor("far", "C")
    found = assign([need], [near, far], lambda one, other: 1.0 if other == "B" else 90.0)
    assert found[0].id == "far"


def test_load_spreads_over_mentors_of_one_school():
    needs = [Need(school, "algebra", "exact", 3) for school in "AC"]
    found = assign(needs, [mentor("M1", most=3), mentor("M2", most=3)], lambda *_: 5.0)
    assert {m.id for m in found} == {"M1", "M2"}


def test_a_mentor_does_not_help_two_subjects_of_one_school():
    needs = [Need("A", subject, "exact", 3) for subject in ("algebra", "physics")]
    found = assign(needs, [mentor("M", most=3)], lambda *_: 5.0)
    assert Counter(found)[None] == 1


def test_an_unknown_place_is_the_farthest():
    need = Need("A", "algebra", "exact", 3)
    found = assign([need], [mentor("lost", None), mentor("near")], lambda _, other: other and 5.0)
    assert found[0].id == "near"
    assert assign([need], [mentor("lost", None)], lambda *_: None)[0].id == "lost"


def test_nobody_is_given_where_nobody_can_be():
    need = Need("A", "algebra", "exact", 3)
    for one in (mentor("own", "A"), mentor("full", load=1), mentor("other", subject=None)):
        humanities = Mentor(one.id, one.school, one.subject, "humanities", one.load, one.most)
        found = assign([need], [humanities if one.id == "other" else one], lambda *_: 1.0)
        assert found == (None,)
    assert assign([], [], lambda *_: None) == ()
