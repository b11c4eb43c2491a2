"""Methodical work: no association is no 0, an association that never met is; years stay apart."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dashboard.filters import MONTHS
from dashboard.metrics import ask
from dashboard.metrics.school_year import Reached, months_over, reached
from dashboard.spec.answer import Question

YEAR = "2026-2027"
MATHS = {
    "association_id": "S01-N",
    "school_id": "S01",
    "area": "natural_exact",
    "chosen_by": "members",
    "year": YEAR,
}
LETTERS = {"association_id": "S01-H", "area": "humanities", "chosen_by": "deputy"}
OTHER = {"association_id": "S02-N", "school_id": "S02"}


def meeting(association="S01-N", on="2026-10-05", minutes="1"):
    return {
        "association_id": association,
        "date": date.fromisoformat(on),
        "minutes_no": minutes,
    }


def work(**changes):
    row = {"school_id": "S01", "year": YEAR, "association_id": None, "month": "9"}
    return row | {"kind": "open_lesson", "planned": 4, "done": 3, "subject_id": None} | changes


def hours(**changes):
    row = {"school_id": "S01", "year": YEAR, "period": "Q1", "grade": 7, "letter": "А"}
    return row | {"subject_id": "physics", "hours_planned": 18.0, "hours_given": 17.0} | changes


def support(**changes):
    row = {"school_id": "S01", "year": YEAR, "period": "Q1", "grade": 7, "kind": "gifted"}
    return row | {"pupils": 12, "with_plan": 9, "improved": 6} | changes


def teachers(*loads, school="S01"):
    return [
        {"teacher_id": f"{school}-T{n}", "school_id": school, "hours_per_week": load}
        for n, load in enumerate(loads)
    ]


@pytest.fixture
def answer(snapshot_of, settings):
    def of(tables, metric, by=(), **where):
        return ask(Question.of(metric, by, where), snapshot_of(tables), settings)

    return of


@pytest.fixture
def one(answer):
    return lambda tables, metric, **where: answer(tables, metric, **where).rows[0]


def associations(*changes):
    return [MATHS | change for change in changes]


def test_meetings_are_out_of_seven_for_each_association(one):
    tables = {"associations": associations({}, LETTERS), "meetings": [meeting()]}
    value = one(tables, "meetings_held")
    assert (value.numerator, value.denominator, value.pupils) == (1, 14, None)
    assert value.value == pytest.approx(1 / 14)


def test_how_many_a_year_asks_for_is_a_setting(snapshot_of, settings):
    snapshot = snapshot_of({"associations": [MATHS], "meetings": [meeting()]})
    value = ask(Question.of("meetings_held"), snapshot, replace(settings, meetings_a_year=4)).rows[
        0
    ]
    assert value.denominator == 4


def test_an_association_without_a_meeting_is_at_zero_a_school_without_one_has_no_data(answer):
    tables = {"associations": associations({}, OTHER), "meetings": [meeting()]}
    found = answer(tables, "meetings_held", ("school",)).by_key()
    assert (found["S02",].value, found["S02",].flag) == (0, "")
    assert (found["S03",].value, found["S03",].flag) == (None, "x")


def test_a_meeting_counts_in_the_school_year_of_its_day(one):
    days = ("2026-08-31", "2026-09-01", "2027-08-31", "2027-09-01")
    tables = {"associations": [MATHS], "meetings": [meeting(on=day) for day in days]}
    assert one(tables, "meetings_held").numerator == 2


def test_meetings_of_one_year_are_not_counted_in_another(answer):
    two = associations({}, {"year": "2025-2026"})
    tables = {"associations": two, "meetings": [meeting(), meeting(on="2026-02-01")]}
    found = answer(tables, "meetings_held", ("year",)).by_key()
    assert [found[year,].numerator for year in ("2025-2026", YEAR)] == [1, 1]


def test_few_associations_are_nobodys_secret(answer):
    found = answer({"associations": [MATHS]}, "meetings_held", ("area", "chosen_by"))
    assert [(row.key, row.flag) for row in found.rows] == [(("natural_exact", "members"), "")]


def test_minutes_are_of_the_meetings_held(answer):
    held = [
        meeting(),
        meeting(on="2026-11-05", minutes=" "),
        meeting(on="2026-12-05", minutes=None),
    ]
    tables = {"associations": associations({}, LETTERS), "meetings": held}
    found = answer(tables, "minutes_kept", ("area",)).by_key()
    assert (found["natural_exact",].numerator, found["natural_exact",].denominator) == (1, 3)
    assert found["humanities",].flag == "x"


def test_work_has_the_area_of_its_association_else_of_its_subject(answer):
    rows = [
        work(association_id="S01-H", subject_id="physics"),
        work(subject_id="physics", month="10"),
        work(month="11"),
    ]
    tables = {"associations": associations({}, LETTERS), "planned_work": rows}
    found = answer(tables, "work_done", ("area",)).by_key()
    assert {key: row.denominator for key, row in found.items()} == {
        ("humanities",): 4,
        ("natural_exact",): 4,
        (None,): 4,
    }
    assert answer(tables, "work_done", area=("humanities",)).rows[0].denominator == 4


def test_more_than_planned_is_over_the_whole(one):
    assert one({"planned_work": [work(done=6)]}, "work_done").value == pytest.approx(1.5)


def test_work_without_a_plan_has_no_share(one):
    assert one({"planned_work": [work(planned=0)]}, "work_done").flag == "x"


def test_work_by_month_and_kind(answer):
    rows = [work(), work(month="10", kind="seminar", planned=1, done=0)]
    found = answer({"planned_work": rows}, "work_done", ("month", "work_kind")).by_key()
    assert {key: row.value for key, row in found.items()} == {
        ("9", "open_lesson"): 0.75,
        ("10", "seminar"): 0,
    }


def test_hours_are_added_within_one_period_alone(one):
    rows = [hours(), hours(letter="Б", hours_given=18.0), hours(period="Q2", hours_planned=14.0)]
    value = one({"programme": rows}, "programme_done", period=("Q1",))
    assert (value.numerator, value.denominator) == (35, 36)


def test_the_median_is_of_the_teachers_and_not_of_the_schools(answer):
    rows = [*teachers(10, 12, 14, 16, 18), *teachers(*[30] * 7, school="S02")]
    found = answer({"teachers": rows}, "load_hours", ("school",))
    assert [found.by_key()[code,].value for code in ("S01", "S02")] == [14, 30]
    assert found.together == 30


def test_teachers_whose_hours_nobody_told_are_no_zeros(one):
    value = one({"teachers": teachers(20, 20, 20, 20, 20, None)}, "load_hours")
    assert (value.value, value.pupils) == (20, 5)


def test_the_load_of_four_teachers_is_hidden(answer):
    rows = [*teachers(10, 12, 14, 16), *teachers(*[18] * 12, school="S02")]
    rows += teachers(*[20] * 12, school="S03")
    found = answer({"teachers": rows}, "load_hours", ("school",)).by_key()
    assert (found["S01",].flag, found["S01",].value) == ("c", None)


def test_four_children_are_hidden_in_their_support(one):
    assert one({"support": [support(pupils=4, with_plan=1)]}, "support_plan").flag == "c"


def test_a_row_of_the_whole_school_is_not_added_to_its_grades(one):
    rows = [support(), support(grade=8), support(grade=None, pupils=24, with_plan=18)]
    assert one({"support": rows}, "support_plan").denominator == 24
    assert one({"support": rows[2:]}, "support_plan").denominator == 24


def test_improvement_is_of_those_of_whom_it_was_told(one):
    rows = [support(), support(grade=8, improved=None)]
    value = one({"support": rows}, "support_improved")
    assert (value.numerator, value.denominator, value.pupils) == (6, 12, 12)


@pytest.mark.parametrize(
    ("day", "over"),
    [
        (None, 0),
        ("2026-09-29", 0),
        ("2026-09-30", 1),
        ("2026-11-18", 2),
        ("2027-02-28", 6),
        ("2027-05-31", 9),
        ("2027-08-31", 12),
    ],
)
def test_a_month_is_over_on_its_last_day(day, over):
    known = date.fromisoformat(day) if day else None
    assert months_over(YEAR, known) == MONTHS[:over]


@pytest.mark.parametrize(("months", "due"), [(0, 0), (1, 0), (2, 1), (3, 2), (8, 6), (9, 7)])
def test_seven_meetings_are_spread_over_nine_months(months, due):
    assert Reached(YEAR, None, MONTHS[:months]).due(7) == due


@given(some.integers(0, 12), some.integers(1, 40))
def test_what_is_due_only_grows_and_never_exceeds_the_year(months, a_year):
    before, now = (
        Reached(YEAR, None, MONTHS[:n]).due(a_year) for n in (max(months - 1, 0), months)
    )
    assert 0 <= before <= now <= a_year


def test_the_latest_day_is_of_meetings_and_of_work_done(snapshot_of):
    tables = {"associations": [MATHS], "meetings": [meeting(on="2026-10-05")]}
    rows = [work(month="12", done=1), work(month="1", done=0)]
    found = reached(snapshot_of(tables | {"planned_work": rows}), YEAR)
    assert (found.day, found.over) == (date(2026, 12, 1), ("9", "10", "11"))


def test_a_year_that_is_followed_by_another_is_over(snapshot_of):
    tables = {"associations": associations({}, {"year": "2025-2026"}), "meetings": [meeting()]}
    snapshot = snapshot_of(tables)
    assert reached(snapshot, "2025-2026").over == MONTHS
    assert reached(snapshot, YEAR).over == ("9",)
