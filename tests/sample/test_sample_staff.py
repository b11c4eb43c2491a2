"""The registers of the district office: people are codes, and every code is known."""

import csv
from collections import Counter
from datetime import date

import openpyxl
import pytest

from dashboard.sample.district import make_district
from dashboard.sample.mentoring import mentors, pairs
from dashboard.sample.staff import by_school, staff
from dashboard.sample.training import completions
from dashboard.sample.writing import make_records

COURSE_KINDS = {"C01": 191, "C02": 155}


@pytest.fixture(scope="module")
def schools():
    return {school.code: school for school in make_district(45, 1)}


@pytest.fixture(scope="module")
def teachers():
    return staff([(each.school, each.pupils) for each in make_records(45, 1, 1)], seed=1)


@pytest.fixture(scope="module")
def finished(teachers, schools):
    return completions(teachers, schools, seed=1)


@pytest.fixture(scope="module")
def appointed(teachers, schools):
    return mentors(teachers, schools, seed=1)


@pytest.fixture(scope="module")
def matched(teachers, appointed):
    return pairs(teachers, appointed, seed=1)


def test_a_district_has_about_fourteen_hundred_teachers_each_with_a_code(teachers):
    assert 1300 < len(teachers) < 1500
    assert len({teacher.code for teacher in teachers}) == len(teachers)


def test_every_school_has_teachers(teachers, schools):
    assert by_school(teachers).keys() == schools.keys()
    assert min(map(len, by_school(teachers).values())) >= 3


def test_young_specialists_have_just_begun(teachers):
    assert all((teacher.experience <= 2) == teacher.young for teacher in teachers)
    assert 0.05 < sum(teacher.young for teacher in teachers) / len(teachers) < 0.15


def test_more_schools_leave_the_first_teachers_as_they_were(teachers):
    few = staff([(each.school, each.pupils) for each in make_records(5, 1, 1)], seed=1)
    assert few == teachers[: len(few)]


@pytest.mark.parametrize(("course", "persons"), COURSE_KINDS.items())
def test_as_many_persons_were_trained_as_the_reports_say(finished, course, persons):
    assert len({each.teacher for each in finished if each.course == course}) == persons


def test_interactive_boards_came_to_five_schools(finished, teachers):
    school_of = {teacher.code: teacher.school for teacher in teachers}
    assert len({school_of[each.teacher] for each in finished if each.course == "C02"}) == 5


def test_some_schools_have_trained_nobody(finished, teachers, schools):
    school_of = {teacher.code: teacher.school for teacher in teachers}
    nobody = schools.keys() - {school_of[each.teacher] for each in finished}
    assert nobody == {"S18", "S25", "S34"}


def test_no_certificate_stands_twice_and_some_teachers_have_two(finished):
    grains = [(each.teacher, each.course, each.finished) for each in finished]
    assert len(grains) == len(set(grains))
    assert len({grain[:2] for grain in grains}) < len(grains)


def test_there_are_fifty_two_mentors_over_four_directions(appointed):
    assert Counter(each.direction for each in appointed) == {
        "humanities": 18,
        "natural_exact": 17,
        "technology_primary": 12,
        "preschool": 5,
    }
    assert len({each.code for each in appointed}) == len({m.teacher for m in appointed}) == 52


def test_terms_last_two_years_some_are_over_and_some_end_soon(appointed):
    today, ends = date(2026, 11, 9), [date.fromisoformat(each.end) for each in appointed]
    for each, end in zip(appointed, ends):
        assert 729 <= (end - date.fromisoformat(each.start)).days <= 730
    over = sum(end < today for end in ends)
    soon = sum(0 <= (end - today).days <= 90 for end in ends)
    assert 5 <= over <= 15
    assert soon >= 10
    assert len(ends) - over - soon >= 10


def test_about_a_hundred_and_thirty_pairs_lie_within_their_mentors_terms(matched, appointed):
    term = {each.code: each for each in appointed}
    assert 120 <= len(matched) <= 130
    for pair in matched:
        mentor = term[pair.mentor]
        assert mentor.start <= pair.start <= (pair.end or mentor.end) <= mentor.end
        assert pair.mentee.code != mentor.teacher.code


def test_nobody_is_paired_twice_with_the_same_mentor(matched):
    couples = [(pair.mentor, pair.mentee.code) for pair in matched]
    assert len(couples) == len(set(couples))


@pytest.mark.parametrize("number", [1, 2, 6])
def test_a_small_district_has_all_of_it(number):
    records = make_records(number, 1, 2)
    schools = {each.school.code: each.school for each in records}
    teachers = staff([(each.school, each.pupils) for each in records], seed=2)
    appointed = mentors(teachers, schools, seed=2)
    assert completions(teachers, schools, seed=2)
    assert appointed
    assert pairs(teachers, appointed, seed=2)


def test_files_name_people_by_their_codes_alone(sample):
    teachers = _rows(sample / "teachers.xlsx")
    known = {row["Код учителя"] for row in teachers}
    assert all(code.startswith("T") and code[1:].isdigit() for code in known)
    assert {row["Мугалимдин коду"] for row in _rows(sample / "mentors.xlsx")} <= known
    assert {row["Мугалимдин коду"] for row in _rows(sample / "completions.csv")} <= known
    assert {row["Код наставляемого"] for row in _rows(sample / "pairs.csv")} <= known


def test_courses_taken_are_courses_listed(sample):
    listed = {row["Курс коды"] for row in _rows(sample / "courses.xlsx")}
    assert {row["Курстун коду"] for row in _rows(sample / "completions.csv")} <= listed


def test_pairs_name_the_mentors_of_the_register(sample):
    listed = {row["Насаатчынын коду"] for row in _rows(sample / "mentors.xlsx")}
    assert {row["Код наставника"] for row in _rows(sample / "pairs.csv")} <= listed


def _rows(path):
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, delimiter=";"))
    head, *rows = openpyxl.load_workbook(path).worksheets[0].values
    return [dict(zip(head, row)) for row in rows]
