"""data/marks_expected.csv: each grade of each year has just one answer."""

import csv
from pathlib import Path

import pytest

from dashboard.spec.core import tables

FILE = Path(__file__).parents[2] / "data" / "marks_expected.csv"
COUNTRIES = ("KG", "KZ")


def rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = rows()


def answers(country: str, grade: int, first: int) -> list[str]:
    """Whether marks are given, by each row that covers the school year beginning in `first`."""
    year = f"{first}-{first + 1}"
    return [
        row["marks"]
        for row in ROWS
        if (row["country"], row["grade"]) == (country, str(grade))
        and row["from_year"] <= year
        and (not row["to_year"] or year <= row["to_year"])
    ]


def test_columns_are_those_of_the_table():
    assert list(ROWS[0]) == list(tables()["marks_expected"].columns)


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("grade", range(13))
def test_every_year_has_one_answer(country, grade):
    unclear = [year for year in range(1991, 2101) if len(answers(country, grade, year)) != 1]
    assert unclear == []


@pytest.mark.parametrize("row", ROWS)
def test_every_rule_names_its_source(row):
    assert row["source"].strip()


@pytest.mark.parametrize("row", ROWS)
def test_marks_are_true_or_false(row):
    assert row["marks"] in ("true", "false")


@pytest.mark.parametrize(
    ("country", "first", "without"),
    [
        ("KG", 2024, [0, 1]),
        ("KG", 2025, [0, 1, 2, 3]),
        ("KG", 2030, [0, 1, 2, 3]),
        ("KZ", 2024, [0]),
        ("KZ", 2025, [0]),
    ],
)
def test_grades_without_marks(country, first, without):
    found = [grade for grade in range(13) if answers(country, grade, first) == ["false"]]
    assert found == without
