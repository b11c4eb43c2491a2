"""What is counted of courses beside the metrics: providers, plans, months."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from dashboard.metrics.course_plans import Finished, Planned, by_kind, school_year, year_of
from dashboard.metrics.course_providers import Held, provided
from dashboard.metrics.course_uptake import First, by_month, months

LEAST = 5
HELD = some.lists(
    some.tuples(some.integers(1, 30), some.sampled_from(["A", "B", "C", "D", None])), unique=True
).map(lambda pairs: [Held(f"T{teacher}", provider, 8) for teacher, provider in pairs])


@given(HELD)
def test_no_provider_of_few_teachers_is_told_alone(held):
    rows = provided(held, LEAST)
    assert all(row.teachers >= LEAST for row in rows[:-1])
    assert len(rows) == 1 or not rows or rows[-1].teachers >= LEAST


@given(HELD)
def test_every_provider_and_every_hour_is_told_once(held):
    rows = provided(held, LEAST)
    names = [name for row in rows for name in row.names]
    assert len(names) == len({*names})
    assert {*names} == {each.provider for each in held}
    assert sum(row.hours for row in rows) == 8 * len(held)


def test_few_teachers_of_two_providers_count_once():
    held = [Held("T1", name, 8) for name in "AB"] + [Held(f"T{n}", "A", 8) for n in range(2, 5)]
    (row,) = provided(held, LEAST)
    assert row.teachers == 4


@given(
    some.lists(some.tuples(some.dates(date(2015, 1, 1), date(2026, 10, 1)), some.integers(1, 9)))
)
def test_uptake_never_falls_and_ends_with_all(found):
    firsts = [First(None, day.replace(day=1), count) for day, count in found]
    counts = by_month(firsts, None, months(date(2026, 10, 23)))
    assert counts == sorted(counts)
    assert counts[-1] == sum(count for _, count in found)


def test_three_years_of_months_end_with_the_month_of_the_day():
    found = months(date(2026, 1, 31))
    assert (len(found), found[0], found[-1]) == (36, date(2023, 2, 1), date(2026, 1, 1))


def test_a_school_year_begins_in_september():
    assert school_year(date(2026, 8, 31)) == "2025-2026"
    assert school_year(date(2026, 9, 1)) == "2026-2027"


def test_the_year_of_the_plan_is_that_of_the_day_or_the_latest():
    plan = [Planned(year, "S01", "ict", 1) for year in ("2024-2025", "2025-2026")]
    assert year_of(plan, date(2025, 3, 1)) == "2024-2025"
    assert year_of(plan, date(2026, 11, 1)) == "2025-2026"
    assert year_of([], date(2026, 11, 1)) is None


def test_what_was_done_beside_the_plan_does_not_fulfil_it():
    plan = [Planned("2026-2027", "S01", "ict", 4), Planned("2026-2027", "S02", "level", 2)]
    done = [Finished("S01", "ict", 1), Finished("S01", "level", 3), Finished("S02", "level", 2)]
    assert by_kind(plan, done, {"S01", "S02"}) == {"ict": (4, 1), "level": (2, 2)}
    assert by_kind(plan, done, {"S01"}) == {"ict": (4, 1)}
