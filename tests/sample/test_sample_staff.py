"""The registers of the district office: people are codes, and every code is known."""

import csv
from collections import Counter, defaultdict
from datetime import date

import openpyxl
import pytest

from dashboard.sample.expected_office import expected_office
from dashboard.sample.mentoring import mentors
from dashboard.sample.networks import members
from dashboard.sample.pairing import live_pairs, pairs
from dashboard.sample.staff import by_school, staff
from dashboard.sample.training import certified, completions
from dashboard.sample.writing import make_records, office_of

TODAY = "2026-11-09"


@pytest.fixture(scope="module")
def records():
    return make_records(45, 1, 1)


@pytest.fixture(scope="module")
def office(records):
    return office_of(records, range(2026, 2027), 1)


@pytest.fixture(scope="module")
def schools(office):
    return office.schools


@pytest.fixture(scope="module")
def teachers(office):
    return office.teachers


@pytest.fixture(scope="module")
def appointed(office):
    """The latest term of each mentor."""
    return list({each.code: each for each in office.mentors}.values())


@pytest.fixture(scope="module")
def matched(office):
    return office.pairs


@pytest.fixture(scope="module")
def truth(office):
    return expected_office(office)


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


def test_about_a_hundred_and_thirty_pairs_lie_within_their_mentors_terms(office, matched):
    terms = defaultdict(list)
    for each in office.mentors:
        terms[each.code].append(each)
    assert 120 <= len(matched) <= 140
    for pair in matched:
        of = terms[pair.mentor]
        assert any(t.start <= pair.start <= (pair.end or t.end) <= t.end for t in of)
        assert pair.mentee.code != of[0].teacher.code


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
    assert pairs(teachers, appointed, schools, seed=2)


def test_a_mentor_was_approved_again_and_stands_there_twice(office):
    assert len(office.mentors) > len({each.code for each in office.mentors}) == 52


def test_one_mentee_has_two_mentors(office):
    live = live_pairs(office.pairs, office.mentors, TODAY)
    mentors_of = Counter(pair.mentee.code for pair in live)
    assert sorted(mentors_of.values())[-2:] == [1, 2]


def test_seven_schools_neither_give_nor_get(truth):
    left = [row for row in truth["mentor_reach"] if "school" in row and not row["numerator"]]
    assert len(left) == 7


def test_some_mentors_are_idle_and_some_have_too_many(office):
    live = {each.code for each in office.mentors if each.is_live(TODAY)}
    loads = Counter(pair.mentor for pair in live_pairs(office.pairs, office.mentors, TODAY))
    assert live - loads.keys()
    assert max(loads.values()) >= 4


def test_the_lead_network_is_as_its_text_tells(office, teachers, truth):
    """Eleven schools, 280 teachers, 87 of them certified; 18 of 42 in the lead school; one school
    where nobody is."""
    schools = members(office.networks, TODAY)["L01"]
    lead = next(each.lead for each in office.networks if each.network == "L01")
    holders, of = certified(office.completions, TODAY), by_school(teachers)
    counted = {code: len({t.code for t in of[code]} & holders) for code in schools}
    assert (len(schools), sum(len(of[code]) for code in schools)) == (11, 280)
    assert (len(of[lead]), counted[lead], sum(counted.values())) == (42, 18, 87)
    assert sum(not number for number in counted.values()) == 1
    row = next(r for r in truth["network_certified"] if r.get("network") == "L01")
    assert (row["numerator"], row["denominator"]) == (87, 280)


def test_meetings_lie_in_their_school_year_and_not_after_today(office):
    for meeting in office.meetings:
        assert "2026-09-01" <= meeting.date <= TODAY
    held = Counter(meeting.of.code for meeting in office.meetings)
    assert sum(each.code not in held for each in office.associations) > 0
    assert max(held.values()) <= 7


def test_about_fourteen_live_pairs_have_not_met_for_sixty_days(office):
    """Nothing of their mentor's was held at the mentee's school."""
    last = {(event.mentor, event.school): event.date for event in office.events}
    quiet = [
        pair
        for pair in live_pairs(office.pairs, office.mentors, TODAY)
        if pair.start < "2026-09-10"
        and last.get((pair.mentor, pair.mentee.school), "") < "2026-09-10"
    ]
    assert 12 <= len(quiet) <= 16


def test_files_name_people_by_their_codes_alone(sample):
    teachers = _rows(sample / "teachers.xlsx")
    teachers += _rows(sample / "2025-2026" / "teachers.xlsx")
    known = {row["Код учителя"] for row in teachers}
    assert all(code.startswith("T") and code[1:].isdigit() for code in known)
    assert {row["Мугалимдин коду"] for row in _rows(sample / "mentors.xlsx")} <= known
    assert {row["Мугалимдин коду"] for row in _rows(sample / "completions.csv")} <= known
    assert {row["Код наставляемого"] for row in _rows(sample / "pairs.csv")} <= known


def test_nobody_stands_twice_in_a_register(sample):
    for register in ("teachers.xlsx", "2025-2026/teachers.xlsx"):
        codes = [row["Код учителя"] for row in _rows(sample / register)]
        assert len(codes) == len(set(codes))


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
