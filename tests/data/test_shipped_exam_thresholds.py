"""data/exam_thresholds.csv: one threshold for each test and year, each with its source."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from dashboard.metrics.thresholds import threshold, thresholds
from dashboard.spec.core import tables

DATA = Path(__file__).parents[2] / "data"
ROWS = thresholds()
with (DATA / "subjects.csv").open(encoding="utf-8", newline="") as file:
    SUBJECTS = {row["subject_id"] for row in csv.DictReader(file)}


@pytest.mark.parametrize("row", ROWS)
def test_every_row_names_its_source(row):
    assert row.source.strip()


@pytest.mark.parametrize("row", ROWS)
def test_a_threshold_can_be_reached(row):
    assert 0 < row.points <= row.most


@pytest.mark.parametrize("row", ROWS)
def test_tests_and_subjects_are_known(row):
    assert row.exam in tables()["exams"].columns["exam"].choices
    assert row.subject is None or row.subject in SUBJECTS


@pytest.mark.parametrize("first", range(2000, 2040))
def test_years_do_not_overlap(first):
    year = f"{first}-{first + 1}"
    of_year = Counter((row.exam, row.subject) for row in ROWS if row.holds(year))
    assert not [test for test, count in of_year.items() if count > 1]


def test_the_thresholds_of_the_national_tests():
    assert threshold("ort", None, "2025-2026").points == 110
    assert threshold("ort", "chemistry", "2025-2026").points == 60
    assert threshold("ubt", None, "2025-2026").points == 50


def test_a_year_that_no_source_tells_of_has_none():
    assert threshold("ort", None, "1999-2000") is None
