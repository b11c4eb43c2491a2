"""Which schools sent teachers to a course between two periods, and which never did."""

from datetime import date

import pytest

from dashboard.metrics.course_effect import Span, Trained, ended, spans, trained
from tests.conftest import marks
from tests.metrics.courses_made_up import done, staff, tables, teacher

Q1 = Span("2025-2026", "2026-2027", "Q1")
YEAR_ON = Span("2024-2025", "2026-2027", "Y")


def _marks(*times):
    return {"marks": [marks(n5=10, n3=10, year=year, period=period) for year, period in times]}


def _of_school(snapshot_of, people, completions, kind="level", span=Q1):
    return trained(snapshot_of(tables(people, completions)), kind, span)[None]["S01"]


def test_courses_are_finished_after_the_earlier_period_and_before_the_later_one():
    assert (Q1.first, Q1.last, Q1.until) == (
        date(2025, 11, 1),
        date(2026, 8, 31),
        date(2026, 10, 31),
    )
    assert (YEAR_ON.first, YEAR_ON.last) == (date(2025, 6, 1), date(2026, 8, 31))


@pytest.mark.parametrize("period", ["Q1", "Q2", "Q3", "Q4", "H1", "H2", "Y"])
def test_a_period_is_over_before_the_same_one_of_the_next_year_begins(period):
    span = Span("2025-2026", "2026-2027", period)
    assert span.first <= span.last < span.until
    assert ended("2025-2026", period) < span.first


def test_the_year_before_is_as_long_before():
    assert (Q1.earlier, YEAR_ON.earlier) == ("2024-2025", "2022-2023")


def test_like_is_compared_with_like_and_the_nearest_year_comes_first(snapshot_of):
    times = [("2024-2025", "Q1"), ("2025-2026", "Q1"), ("2025-2026", "Q4"), ("2026-2027", "Q1")]
    found = spans(snapshot_of(_marks(*times)))
    assert found == (Q1, Span("2024-2025", "2026-2027", "Q1"))


def test_of_one_year_there_is_nothing_to_compare(snapshot_of):
    assert spans(snapshot_of(_marks(("2025-2026", "Q4"), ("2026-2027", "Q1")))) == ()
    assert spans(snapshot_of({})) == ()


def test_on_an_earlier_day_only_periods_that_had_ended_are_there(snapshot_of):
    times = [("2024-2025", "Q1"), ("2025-2026", "Q1"), ("2026-2027", "Q1")]
    snapshot = snapshot_of(_marks(*times))
    assert spans(snapshot, "2026-10-31")[0] == Q1
    assert spans(snapshot, "2026-10-30") == (Span("2024-2025", "2025-2026", "Q1"),)


@pytest.mark.parametrize(
    ("finished", "side"),
    [
        (date(2025, 10, 31), "other"),  # in the earlier period: its marks would be half trained
        (date(2025, 11, 1), "with"),
        (date(2026, 8, 31), "with"),
        (date(2026, 9, 1), "other"),  # in the later period
        (date(2026, 10, 31), "other"),
        (date(2026, 11, 1), "without"),  # after all marks
    ],
)
def test_the_side_of_a_school_goes_by_the_day_of_the_course(finished, side, snapshot_of):
    found = _of_school(snapshot_of, staff(S01=6), [done("S01-0", finished=finished)])
    assert found.side == side


def test_courses_of_other_kinds_and_unknown_ones_make_no_side(snapshot_of):
    told = [done("S01-0", "ICT"), done("S01-1", "UNKNOWN")]
    assert _of_school(snapshot_of, staff(S01=6), told) == Trained(6, 0, 0)


def test_a_teacher_of_two_courses_is_one(snapshot_of):
    told = [done("S01-0"), done("S01-0", "LEVEL2"), done("S01-0", finished=date(2020, 1, 1))]
    assert _of_school(snapshot_of, staff(S01=6), told) == Trained(6, 1, 1)


def test_a_school_whose_trained_teacher_left_is_on_neither_side(snapshot_of):
    people = [*staff(S01=6), teacher("gone", until=date(2026, 9, 30))]
    found = _of_school(snapshot_of, people, [done("gone")])
    assert (found, found.side) == (Trained(6, 0, 1), "other")


def test_a_school_where_nobody_is_in_post_is_on_neither_side(snapshot_of):
    people = [row | {"until": date(2026, 1, 1)} for row in staff(S01=6)]
    assert _of_school(snapshot_of, people, []).side == "nobody"


def test_of_a_subject_its_own_teachers_count(snapshot_of):
    people = [teacher("A", subject_ids="algebra;geometry"), teacher("B", subject_ids="music")]
    found = trained(snapshot_of(tables(people, [done("A")])), "level", Q1, True)
    assert {subject: of["S01"].side for subject, of in found.items()} == {
        "algebra": "with",
        "geometry": "with",
        "music": "without",
    }
