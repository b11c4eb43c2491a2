"""data/course_cycles.csv: on each day each country has one rule, and every rule its source."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from dashboard.spec.core import tables

FILE = Path(__file__).parents[2] / "data" / "course_cycles.csv"
TABLE = tables()["course_cycles"]
COUNTRIES = tables()["schools"].columns["country"].choices
DAY = timedelta(days=1)


def rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = rows()


def days(row: dict[str, str]) -> tuple[date, date]:
    """The first and the last day of a rule."""
    end = row["end"] or "9999-12-31"
    return date.fromisoformat(row["start"]), date.fromisoformat(end)


def of_country(country: str) -> list[tuple[date, date]]:
    return sorted(days(row) for row in ROWS if row["country"] == country)


def years(country: str, on: str) -> list[str]:
    """The cycle of each rule that holds on the day."""
    day = date.fromisoformat(on)
    return [
        row["years"]
        for row in ROWS
        if row["country"] == country and days(row)[0] <= day <= days(row)[1]
    ]


def test_columns_are_those_of_the_table():
    assert list(ROWS[0]) == list(TABLE.columns)


def test_a_rule_stands_once():
    keys = [tuple(row[name] for name in TABLE.key) for row in ROWS]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("row", ROWS)
def test_every_rule_names_its_source(row):
    assert row["source"].strip()


@pytest.mark.parametrize("row", ROWS)
def test_a_cycle_is_a_number_of_years_or_none(row):
    assert not row["years"] or 1 <= float(row["years"]) <= 10


@pytest.mark.parametrize("row", ROWS)
def test_a_rule_ends_after_it_begins(row):
    start, end = days(row)
    assert start <= end


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_rules_of_a_country_neither_overlap_nor_leave_a_gap(country):
    known = of_country(country)
    assert known
    assert [start for start, _ in known[1:]] == [end + DAY for _, end in known[:-1]]


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_last_rule_of_a_country_lasts(country):
    assert of_country(country)[-1][1] == date.max


@pytest.mark.parametrize(
    ("country", "on", "cycle"),
    [
        ("KG", "2023-08-27", "5"),
        ("KG", "2023-08-28", ""),  # the law in force has none
        ("KZ", "2021-12-31", "5"),
        ("KZ", "2022-01-01", "3"),
        ("KZ", "2040-01-01", "3"),
    ],
)
def test_cycles_by_country_and_day(country, on, cycle):
    assert years(country, on) == [cycle]
