"""The national test: every leaver counted once, scores on the scale, tests akin to marks."""

from statistics import correlation, mean

import openpyxl
import pytest

from dashboard.sample.exams import summed
from dashboard.sample.writing import make_records

HIGHEST = {True: 245, False: 150}
THRESHOLD = {True: 110, False: 60}


@pytest.fixture(scope="module")
def district():
    return make_records(45, 2, 1)


@pytest.fixture(scope="module")
def every_exam(district):
    return [result for of_school in district for result in of_school.exams]


def test_parts_are_never_larger_than_their_wholes(every_exam):
    assert all(0 <= r.passed <= r.takers <= r.graduates for r in every_exam)


def test_scores_stay_on_the_scale(every_exam):
    for result in (r for r in every_exam if r.takers):
        main = not result.subject
        assert 20 <= result.score_max <= HIGHEST[main]
        assert result.score_max <= result.score_sum <= result.takers * result.score_max
        assert (result.score_max >= THRESHOLD[main]) == (result.passed > 0)


@pytest.mark.parametrize(("subject", "limit"), [("", 110), ("physics", 60)])
def test_who_reaches_the_threshold_has_passed(subject, limit):
    assert summed(subject, [limit - 1, limit, limit + 1]) == (3, 2, 3 * limit, limit + 1)


def test_without_takers_there_is_no_best_score(every_exam):
    nobody = [r for r in every_exam if not r.takers]
    assert nobody
    assert {(r.passed, r.score_sum, r.score_max) for r in nobody} == {(0, 0, None)}


def test_only_years_that_are_over_have_leavers(every_exam):
    assert {r.first_year for r in every_exam} == {2025}


def test_schools_without_a_last_grade_have_no_rows(district):
    for of_school in district:
        assert bool(of_school.exams) == (11 in of_school.school.grades)


def test_graduates_are_the_pupils_of_the_last_grade(district):
    for of_school in district:
        rosters = {s.letter: s.roster for s in of_school.standings if _leaves(s)}
        told = {result.graduates for result in of_school.exams}
        assert told == ({sum(rosters.values())} if rosters else set())


def test_a_subject_is_taken_only_by_those_who_took_the_main_test(district):
    for of_school in district:
        takers = {r.subject: r.takers for r in of_school.exams}
        assert all(number <= takers[""] for number in takers.values())


def test_tests_agree_with_marks_except_where_marking_is_lenient(district):
    schools = [each for each in district if _main(each) and _main(each).takers >= 10]
    strict = [each for each in schools if not each.school.has_flaw("lenient")]
    lenient = [each for each in schools if each.school.has_flaw("lenient")]
    assert correlation(list(map(_quality, strict)), list(map(_mean_score, strict))) > 0.4
    assert len(lenient) == 3
    assert mean(map(_mean_score, lenient)) < mean(map(_mean_score, strict)) - 15


def test_the_office_sends_one_workbook_a_year(sample, records):
    head, *rows = openpyxl.load_workbook(sample / "2025-2026/exams.xlsx").worksheets[0].values
    takers = head.index("Тапшыргандар")
    assert [row[takers] for row in rows] == [r.takers for s in records for r in s.exams]
    assert not (sample / "2026-2027/exams.xlsx").exists()


def _leaves(standing):
    return standing.grade == 11 and standing.first_year == 2025


def _main(of_school):
    return next((r for r in of_school.exams if not r.subject), None)


def _mean_score(of_school):
    return _main(of_school).score_sum / _main(of_school).takers


def _quality(of_school):
    tallies = [r.tally for r in of_school.results if r.first_year == 2025 and r.grade > 9]
    return sum(t.n5 + t.n4 for t in tallies) / sum(t.asked for t in tallies)
