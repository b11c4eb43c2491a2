"""Olympiads: whoever stands at a stage has come from the stage before."""

from collections import Counter

import pytest

from dashboard.sample.olympiads import STAGES
from dashboard.sample.writing import make_olympiads, make_records


@pytest.fixture(scope="module")
def every_row():
    return make_olympiads(make_records(45, 3, 1), seed=1)


def test_no_two_rows_have_the_same_grain(every_row):
    grains = [(r.first_year, r.stage, r.subject, r.school, r.grade) for r in every_row]
    assert len(grains) == len(set(grains))


def test_who_goes_on_takes_part_in_the_next_stage(every_row):
    sent, came = Counter(), Counter()
    for row in every_row:
        key = (row.first_year, row.subject, row.school, row.grade)
        came[STAGES.index(row.stage), key] += row.participants
        if row.advanced is not None:
            sent[STAGES.index(row.stage) + 1, key] += row.advanced
    first_stage = {key: number for key, number in came.items() if key[0] == 0}
    assert Counter(came) - Counter(first_stage) == +sent


def test_the_last_stage_leads_nowhere(every_row):
    assert {row.advanced is None for row in every_row if row.stage == "republic"} == {True}
    assert all(row.advanced is not None for row in every_row if row.stage != "republic")


def test_there_are_no_more_places_than_participants(every_row):
    assert all(_places(row) <= row.participants for row in every_row)


def test_places_and_participants_fall_from_stage_to_stage(every_row):
    for count in (_places, lambda row: row.participants):
        totals = [sum(count(row) for row in every_row if row.stage == s) for s in STAGES]
        assert totals == sorted(totals, reverse=True)
        assert len(set(totals)) == 4


def test_a_school_sends_two_to_a_contest_of_the_district(every_row):
    assert {row.advanced for row in every_row if row.stage == "school"} <= {0, 1, 2}


def test_a_district_has_one_first_place_in_a_contest(every_row):
    first = Counter()
    for row in every_row:
        if row.stage == "district":
            first[row.first_year, row.subject, row.grade] += row.place1
    assert set(first.values()) == {1}


def test_only_some_protocols_name_the_grade(every_row):
    named = {row.subject for row in every_row if row.grade is not None}
    assert named == {"mathematics", "physics"}
    assert {row.grade for row in every_row if row.subject in named} == {9, 10, 11}


@pytest.mark.parametrize("schools", [1, 2, 6])
def test_a_small_district_holds_them_too(schools):
    rows = make_olympiads(make_records(schools, 2, 3), seed=3)
    assert {"school", "district"} <= {row.stage for row in rows}


def test_a_year_that_has_begun_has_held_none():
    assert make_olympiads(make_records(3, 1, 1), seed=1) == []


def _places(row):
    return row.place1 + row.place2 + row.place3
