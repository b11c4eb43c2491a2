"""The made-up schools keep the shape of the real district."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from dashboard.sample.district import make_district
from dashboard.sample.writing import make_records


def test_forty_five_schools_lie_in_the_aimaks_as_they_do():
    in_aimak = Counter(school.aimak for school in make_district(45, 1))
    assert sorted(in_aimak.values(), reverse=True) == [11, 7, 5, 5, 5, 5, 4, 3]


@given(schools=st.integers(1, 200), seed=st.integers(0, 1000))
def test_no_two_schools_share_a_name_or_an_alias(schools, seed):
    district = make_district(schools, seed)
    names = [name for school in district for name in (school.name, *school.aliases)]
    assert len(names) == len(set(names))


def test_more_schools_leave_the_first_ones_as_they_were():
    few, many = make_records(3, 1, 1), make_records(6, 1, 1)
    assert [school.results for school in few] == [school.results for school in many[:3]]


def test_one_school_has_four_pupils():
    assert 4 in [school.pupils for school in make_records(6, 1, 1)]
