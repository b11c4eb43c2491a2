"""Surveys of the sample and plans of courses: for every school that has them, as the text tells."""

from collections import Counter, defaultdict
from math import sqrt

import pytest

from dashboard.sample.expected_courses import expected_courses
from dashboard.sample.staff import by_school
from dashboard.sample.writing import make_records, office_of

UNTRAINED = {"S18", "S25", "S34"}


@pytest.fixture(scope="module")
def office():
    return office_of(make_records(45, 2, 1), range(2025, 2027), 1)


@pytest.fixture(scope="module")
def truth(office):
    return expected_courses(office)


@pytest.fixture(scope="module")
def seventy(office):
    (found,) = [code for code, of in by_school(office.teachers).items() if len(of) == 70]
    return found


def test_a_survey_was_answered_by_fifty_of_fifty_six(truth, office, seventy):
    (row,) = [r for r in truth["survey_response"] if r["survey"] == "K-56" and "school" in r]
    assert (row["numerator"], row["denominator"]) == (50, 56)
    assert row["school"] == seventy
    assert [round(100 * limit, 1) for limit in _wilson(50, 56)] == [78.5, 95.0]


def test_what_a_network_is_for_was_answered_in_nine_ways(office):
    question = next(a.question for a in office.surveys if a.sheet.survey == "told")
    told = [a for a in office.surveys if a.question == question]
    shares = [100 * a.chosen / a.sheet.answered for a in told]
    text = [64, 42, 37, 37, 27, 25, 22, 22, 18]
    assert len(shares) == len(text)
    assert all(abs(share - said) <= 1 for share, said in zip(shares, text))


def test_the_district_asks_every_year_and_most_schools_answer(office):
    teachers = Counter(each.school for each in office.teachers)
    sheets = {each.sheet for each in office.surveys if each.sheet.survey == "yearly"}
    asked = Counter(sheet.first_year for sheet in sheets)
    assert asked.keys() == {2025, 2026}
    assert 12 <= asked[2025] < asked[2026] < len(office.schools)
    for sheet in sheets:
        assert sheet.invited == teachers[sheet.school]
        assert round(0.6 * sheet.invited) <= sheet.answered <= sheet.invited


def test_no_option_is_chosen_by_more_than_answered(office):
    chosen = defaultdict(int)
    for each in office.surveys:
        chosen[each.sheet, each.question, each.option] += each.chosen
    assert all(number <= sheet.answered for (sheet, *_), number in chosen.items())
    assert {each.effect for each in office.surveys} == {None, "none", "small", "moderate", "large"}


def test_most_schools_have_a_plan_of_courses(office):
    planned = {each.school for each in office.plan}
    assert 30 < len(planned) < len(office.schools)
    assert not planned & UNTRAINED
    grains = [(each.school, each.first_year, each.kind) for each in office.plan]
    assert len(grains) == len(set(grains))
    assert all(each.planned > 0 for each in office.plan)


def _wilson(part, whole):
    share, z = part / whole, 1.959964
    middle = share + z * z / (2 * whole)
    wide = z * sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole))
    return [(middle + sign * wide) / (1 + z * z / whole) for sign in (-1, 1)]
