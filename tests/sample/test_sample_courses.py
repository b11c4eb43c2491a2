"""Courses of the sample: the figures of the reports, and the truth of them."""

import csv

import pytest

from dashboard.sample.expected_courses import expected_courses, in_post
from dashboard.sample.staff import by_school
from dashboard.sample.terms import first_years
from dashboard.sample.training import is_valid
from dashboard.sample.writing import make_records, office_of

TODAY = "2026-11-09"
COURSES = {"C01": 191, "C02": 155}
KINDS = {"level": {"C03", "C04"}, "updated_curriculum": {"C05"}}
UNTRAINED = {"S18", "S25", "S34"}


@pytest.fixture(scope="module")
def office():
    return office_of(make_records(45, 2, 1), range(2025, 2027), 1)


@pytest.fixture(scope="module")
def nine(asked):
    """The office of the small sample."""
    records = make_records(**asked)
    return office_of(records, first_years(asked["years"]), asked["seed"])


@pytest.fixture(scope="module")
def latest(office):
    """The day that counts where nobody asks for one."""
    return max(each.finished for each in office.completions)


@pytest.fixture(scope="module", params=["latest", "today"])
def day(request, latest):
    return latest if request.param == "latest" else TODAY


@pytest.fixture(scope="module")
def truth(office):
    return expected_courses(office)


@pytest.fixture(scope="module")
def school_of(office):
    """Of those in post."""
    return {teacher.code: teacher.school for teacher in office.teachers}


@pytest.fixture(scope="module")
def seventy(office):
    (found,) = [code for code, of in by_school(office.teachers).items() if len(of) == 70]
    return found


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize(("course", "persons"), COURSES.items())
def test_as_many_hold_a_certificate_as_the_reports_say(course, persons, seed, day):
    """Each valid; of a course that somebody took twice the person counts once."""
    office = office_of(make_records(45, 1, seed), range(2026, 2027), seed)
    there = {teacher.code for teacher in office.teachers}
    assert len(_holders(office, {course}, day) & there) == persons


def test_interactive_boards_came_to_five_schools(office, school_of):
    trained = {each.teacher for each in office.completions if each.course == "C02"}
    assert len({school_of[teacher] for teacher in trained}) == 5


def test_some_schools_have_trained_nobody_who_is_there(office, school_of):
    trained = {school_of.get(each.teacher) for each in office.completions}
    assert office.schools.keys() - trained == UNTRAINED


def test_a_certificate_of_one_who_left_a_school_that_trains_nobody_counts_no_more(office, truth):
    gone = {each.teacher.school for each in office.left}
    assert gone & UNTRAINED
    for school in gone & UNTRAINED:
        rows = [r for r in truth["course_coverage"] if r.get("school") == school]
        now = [
            r for r in rows if (r["on"], r["valid"]) == (TODAY, "own") and "course_kind" not in r
        ]
        assert [(r["numerator"], r["denominator"]) for r in now] == [(0, _teachers(office, school))]


def test_no_certificate_stands_twice_and_some_teachers_have_two(office):
    grains = [(each.teacher, each.course, each.finished) for each in office.completions]
    assert len(grains) == len(set(grains))
    assert len({grain[:2] for grain in grains}) < len(grains)
    numbers = [each.certificate for each in office.completions if each.certificate]
    assert len(numbers) == len(set(numbers))


def test_some_certificates_are_over_and_some_end_within_half_a_year(office):
    ends_later = {c for c in office.completions if is_valid(c.course, c.finished, "2027-05-09")}
    valid = {c for c in office.completions if is_valid(c.course, c.finished, TODAY)}
    assert len(office.completions) > len(valid) > len(ends_later) > 0
    assert {each.course for each in valid - ends_later} >= {"C01", "C02", "C08"}


def test_some_hold_a_certificate_from_before_they_came(office):
    began = {each.code for each in office.teachers if each.experience == 0}
    assert any(c.teacher in began and c.finished < "2025-11-09" for c in office.completions)


def test_a_school_of_seventy_is_trained_as_its_text_tells(office, school_of, seventy, day):
    """All of 70 on the updated curriculum, 41 of them on level courses."""
    there = {code for code, school in school_of.items() if school == seventy}
    found = {kind: len(_holders(office, of, day) & there) for kind, of in KINDS.items()}
    assert found == {"level": 41, "updated_curriculum": 70}


def test_who_left_is_of_two_kinds_and_has_certificates(office):
    assert {each.told for each in office.left} == {True, False}
    trained = {each.teacher for each in office.completions}
    assert {each.teacher.code for each in office.left} <= trained
    assert all(each.last_day < TODAY for each in office.left)
    codes = [teacher.code for teacher in office.teachers]
    assert not {each.teacher.code for each in office.left} & set(codes)


def test_who_is_named_no_more_stands_in_the_register_of_the_year_before_alone(office):
    now, before = (
        {each.code for each in of} for of in (office.registered, office.registered_before)
    )
    gone = {each.teacher.code for each in office.left if not each.told}
    assert before - now == gone
    assert len(now & before) > 10 * len(gone) > 0  # and their colleagues in both


@pytest.mark.parametrize(("on", "more"), [("2026-05-15", 10), ("2026-09-30", 5), (TODAY, 0)])
def test_who_left_was_there_until_the_last_day(office, on, more):
    assert len(list(in_post(office, on))) == len(office.teachers) + more


def test_coverage_is_of_persons_by_day_and_rule(office, truth):
    """Counted once more, the slow way."""
    for row in truth["course_coverage"][:40]:
        years = {"own": None, "3y": 3, "5y": 5}[row["valid"]]
        there = {t.code for t in in_post(office, row["on"]) if _is_in(office, t, row)}
        held = {
            c.teacher
            for c in office.completions
            if is_valid(c.course, c.finished, row["on"], years)
        }
        assert (row["numerator"], row["denominator"]) == (len(held & there), len(there))


def test_the_shorter_a_course_counts_the_fewer_are_trained(truth, latest):
    whole = {
        (row["on"], row["valid"]): row["numerator"]
        for row in truth["course_coverage"]
        if set(row) == {"on", "valid", "numerator", "denominator", "pupils"}
    }
    for on in (latest, TODAY):
        assert whole[on, "3y"] < whole[on, "5y"]
        assert whole[on, "own"] != whole[on, "5y"]


def test_lists_tell_of_courses_what_the_register_does_and_of_one_alone(office):
    told = {(c.teacher, c.course): c for c in office.completions}
    cells = {
        (each.teacher.code, course): text
        for each in office.lists
        for course, text in each.cells.items()
    }
    assert cells.keys() <= told.keys()
    assert {each.teacher.school for each in office.lists} == {"S08", "S09", "S13"}
    alone = {key for key in cells if told[key].told == "list"}
    assert {course for _, course in alone} == {"C09"}
    assert alone == {(c.teacher, c.course) for c in office.completions if c.told == "list"}
    assert {text[0] for text in cells.values()} >= {"+", "№"}
    assert any("." in text for text in cells.values())


def test_whoever_missed_a_day_has_not_finished(office):
    finished = {c.teacher for c in office.completions if c.told == "attendance"}
    assert finished == {each.teacher.code for each in office.attended if all(each.came)}
    assert 0 < len(finished) < len(office.attended)


def test_the_register_of_courses_finished_leaves_out_what_is_told_elsewhere(sample, nine):
    with (sample / "completions.csv").open(encoding="utf-8-sig", newline="") as file:
        listed = [
            (row["Мугалимдин коду"], row["Курстун коду"])
            for row in csv.DictReader(file, delimiter=";")
        ]
    told = [(c.teacher, c.course) for c in nine.completions if c.told == "register"]
    assert listed == told
    assert len(told) < len(nine.completions)


def _holders(office, courses, on) -> set[str]:
    return {
        each.teacher
        for each in office.completions
        if each.course in courses and is_valid(each.course, each.finished, on)
    }


def _teachers(office, school) -> int:
    return sum(teacher.school == school for teacher in office.teachers)


def _is_in(office, teacher, row) -> bool:
    place = {"school": teacher.school, "aimak": office.schools[teacher.school].aimak}
    return all(row.get(name, value) == value for name, value in place.items())
