"""Grades without marks, by the country of the schools."""

from dashboard.metrics.unmarked import unmarked_grades
from tests.conftest import CLASS_OF_28, SCHOOLS


def test_grades_one_to_three_carry_no_marks_since_2025(snapshot_of):
    snapshot = snapshot_of({"marks": [CLASS_OF_28]})
    assert unmarked_grades(snapshot, "2026-2027") == (0, 1, 2, 3)
    assert unmarked_grades(snapshot, "2024-2025") == (0, 1)


def test_a_grade_that_carries_marks_in_one_country_is_not_unmarked(snapshot_of):
    schools = [SCHOOLS[0], SCHOOLS[1] | {"country": "KZ"}]
    snapshot = snapshot_of({"schools": schools, "marks": [CLASS_OF_28]})
    assert unmarked_grades(snapshot, "2026-2027") == (0,)
