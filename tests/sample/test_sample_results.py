"""The records obey the rules that every export of marks obeys."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.sample.markbook import PLAIN
from dashboard.sample.marks import Lessons, marks_by_period
from dashboard.sample.pupils import Pupil
from dashboard.sample.terms import carries_marks
from dashboard.sample.writing import make_records


def test_the_counts_of_a_row_make_up_its_roster(every_result):
    assert all(result.tally.roster == result.roster > 0 for result in every_result)


def test_no_two_rows_have_the_same_grain(every_result):
    grains = [
        (r.school, r.first_year, r.period, r.grade, r.letter, r.group, r.subject)
        for r in every_result
    ]
    assert len(grains) == len(set(grains))


@pytest.mark.parametrize(
    ("grade", "first_year", "expected"),
    [(1, 2024, False), (2, 2024, True), (3, 2025, False), (4, 2025, True)],
)
def test_the_youngest_carry_no_marks(grade, first_year, expected):
    assert carries_marks(grade, first_year) is expected


def test_grades_without_marks_have_no_rows(every_result):
    assert all(carries_marks(r.grade, r.first_year) for r in every_result)


def test_half_year_subjects_have_rows_only_twice_a_year_and_at_its_end(every_result):
    periods = {r.period for r in every_result if r.subject in ("music", "art", "technology")}
    assert periods == {"Q2", "Q4", "Y"}


def test_every_school_reports_the_latest_quarter():
    latest = [
        {r.period for r in school.results if r.first_year == 2026}
        for school in make_records(45, 1, 1)
    ]
    assert latest == [{"Q1"}] * 45


def test_some_schools_miss_a_period_of_an_earlier_year():
    periods = {
        (school.school.code, r.period)
        for school in make_records(45, 2, 1)
        for r in school.results
        if r.first_year == 2025
    }
    assert 45 * 4 < len(periods) < 45 * 5


def test_layouts_of_four_counts_hold_marks_alone(records):
    plain = [
        result
        for of_school in records
        for result in of_school.results
        if of_school.school.layout(result.first_year == 2026).startswith(PLAIN)
    ]
    assert plain
    assert all(result.roster == result.tally.assessed for result in plain)


def test_the_rarer_outcomes_occur(every_result):
    seen = {
        name
        for result in every_result
        for name in ("not_assessed", "exempt", "credited", "not_credited", "no_mark")
        if getattr(result.tally, name)
    }
    assert len(seen) == 5


def test_big_classes_are_divided_for_english(every_result):
    assert {r.group for r in every_result if r.subject == "english"} == {"", "1", "2"}


def test_a_class_moves_up_with_nearly_all_its_pupils(results_of):
    before = {r.letter: r.roster for r in results_of("S05", 2025) if r.grade == 5}
    after = {r.letter: r.roster for r in results_of("S05", 2026) if r.grade == 6}
    assert before.keys() == after.keys()
    assert all(abs(before[letter] - after[letter]) <= 6 for letter in before)


def test_marks_fall_on_the_way_from_primary_school():
    results = [r for school in make_records(20, 3, 1) for r in school.results]
    assert _quality(results, 4) > _quality(results, 5) > _quality(results, 8)


def _quality(results, grade):
    tallies = [r.tally for r in results if r.grade == grade and r.subject == "kyrgyz_language"]
    return sum(t.n5 + t.n4 for t in tallies) / sum(t.asked for t in tallies)


@given(
    level=st.floats(-6, 6),
    plain=st.booleans(),
    credited=st.booleans(),
    chance=st.randoms(use_true_random=False),
)
@settings(max_examples=60)
def test_each_pupil_gets_one_mark_in_each_period(level, plain, credited, chance):
    pupils = [Pupil(0.0, exempt=False), Pupil(1.5, exempt=True)]
    lessons = Lessons(level, plain, credited, physical=True)
    marks = marks_by_period(pupils, lessons, ["Q1", "Q2", "Y"], chance)
    assert {period: len(given) for period, given in marks.items()} == {"Q1": 2, "Q2": 2, "Y": 2}
