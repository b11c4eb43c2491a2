"""Networks, events and the methodical work: for any number of schools, and never in the future."""

from collections import Counter
from datetime import date
from statistics import mean, quantiles

import pytest

from dashboard.sample.networks import members
from dashboard.sample.staff import by_school
from dashboard.sample.training import certified
from dashboard.sample.writing import make_records, office_of

TODAY = "2026-11-09"
DAYS = ["дүйшөмбү", "шейшемби", "шаршемби", "бейшемби", "жума"]
KINDS = {
    *("open_day", "seminar", "round_table", "debate"),
    *("hearing", "lesson_visit", "webinar", "master_class"),
}


@pytest.fixture(scope="module")
def office():
    return _office(45, 2, 1)


@pytest.mark.parametrize("seed", [2, 3])
def test_the_figures_of_the_seeds_hold_for_every_seed(seed):
    office = _office(45, 1, seed)
    of, network = by_school(office.teachers), members(office.networks, TODAY)["L01"]
    holders = certified(office.completions, TODAY)
    teachers = [each for school in network for each in of[school]]
    assert (len(network), len(teachers), sum(t.code in holders for t in teachers)) == (11, 280, 87)


@pytest.mark.parametrize("schools", [3, 14, 20, 90])
def test_every_lead_network_has_one_member_where_nobody_is_certified(schools):
    office = _office(schools, 1, 1)
    of, holders = by_school(office.teachers), certified(office.completions, TODAY)
    networks = members(office.networks, TODAY)
    leads = {each.network for each in office.networks if each.kind == "lead"}
    assert len(leads) == max(1, schools // 45)
    for lead in leads:
        certified_of = [sum(t.code in holders for t in of[school]) for school in networks[lead]]
        assert certified_of.count(0) == 1
        assert len(certified_of) > 1


def test_base_schools_have_the_schools_of_their_aimak_and_each_school_one(office):
    base = [each for each in office.networks if each.kind == "base"]
    aimak = {code: school.aimak for code, school in office.schools.items()}
    assert all(aimak[each.lead] == aimak[each.school] for each in base)
    assert len({each.school for each in base}) == len(base) > 0


def test_a_school_that_has_left_its_network_is_still_listed(office):
    listed = {each.school for each in office.networks if each.kind == "lead"}
    assert len(listed - members(office.networks, TODAY)["L01"]) == 1


@pytest.mark.parametrize("schools", [1, 3, 45])
def test_events_are_of_all_kinds_and_the_latest_is_of_today(schools):
    listed = _office(schools, 1, 1).events
    assert listed[-1].date == TODAY
    assert listed[0].date >= "2025-09-09"
    assert {each.kind for each in listed} <= KINDS
    assert schools < 45 or {each.kind for each in listed} == KINDS


def test_events_lie_within_the_terms_of_their_mentors(office):
    for event in office.events:
        terms = [each for each in office.mentors if each.code == event.mentor]
        assert any(each.start <= event.date <= each.end for each in terms)


def test_open_days_are_held_on_the_weekday_of_the_mentor(office):
    day = {each.code: each.open_day for each in office.mentors}
    held = [each for each in office.events if each.kind == "open_day"]
    assert held
    assert all(DAYS[date.fromisoformat(e.date).weekday()] == day[e.mentor] for e in held)


def test_no_event_stands_twice(office):
    grains = [(e.date, e.kind, e.mentor, e.school, e.subject) for e in office.events]
    assert len(grains) == len(set(grains))


def test_every_school_has_two_to_four_associations_each_year(office):
    number = Counter((each.school, each.first_year) for each in office.associations)
    assert {school for school, _ in number} == office.schools.keys()
    assert set(number.values()) == {2, 3, 4}
    assert {each.chosen_by for each in office.associations} == {"members", "deputy"}


def test_one_school_has_held_no_meeting_and_some_minutes_have_no_number(office):
    met = {each.of.school for each in office.meetings}
    assert len(office.schools.keys() - met) == 1
    assert any(each.minutes_no is None for each in office.meetings)
    assert any(each.minutes_no for each in office.meetings)


def test_meetings_lie_in_the_school_year_of_their_association(office):
    for each in office.meetings:
        year = each.of.first_year
        assert f"{year}-09-01" <= each.date <= min(f"{year + 1}-08-31", TODAY)


def test_of_the_year_that_has_begun_no_later_month_is_told(office):
    assert {each.month for each in office.work if each.first_year == 2026} == {9, 10, 11}


def test_work_is_mostly_done_and_sometimes_more_than_planned(office):
    assert any(each.done > each.planned for each in office.work)
    done, planned = (sum(getattr(each, n) for each in office.work) for n in ("done", "planned"))
    assert 0.8 < done / planned < 1


def test_a_few_schools_are_behind_with_the_programme(office):
    given, planned = Counter(), Counter()
    for each in office.programme:
        given[each.school] += each.hours_given
        planned[each.school] += each.hours_planned
    shares = {school: given[school] / planned[school] for school in planned}
    assert sum(share < 0.9 for share in shares.values()) == 4
    assert sum(share > 0.95 for share in shares.values()) == 41
    assert all(each.hours_given <= each.hours_planned for each in office.programme)


def test_two_schools_share_their_lessons_out_unfairly(office):
    spread = {}
    for school, teachers in by_school(office.teachers).items():
        hours = [each.hours for each in teachers if each.hours is not None]
        if len(hours) >= 10:
            low, _, high = quantiles(hours)
            spread[school] = (high - low) / mean(hours)
    assert sorted(spread, key=spread.get)[-2:] in (["S12", "S28"], ["S28", "S12"])


def test_support_is_for_pupils_who_are_there(office):
    assert all(0 <= e.with_plan <= e.pupils and e.pupils > 0 for e in office.support)
    assert all(e.improved is None or e.improved <= e.with_plan for e in office.support)
    assert {each.kind for each in office.support} == {"gifted", "low_attaining"}


def _office(schools, years, seed):
    return office_of(make_records(schools, years, seed), range(2027 - years, 2027), seed)
