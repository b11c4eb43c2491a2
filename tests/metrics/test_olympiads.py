"""Olympiads: places out of participants, by stage; a child at two stages is one child."""

import pytest

from dashboard.metrics import ask, listing
from dashboard.spec.answer import Question

ROW = {
    "year": "2025-2026",
    "stage": "district",
    "subject_id": "chemistry",
    "school_id": "S01",
    "grade": None,
    "participants": 12,
    "place1": 1,
    "place2": 0,
    "place3": 2,
}
SCHOOL_STAGE = {"stage": "school", "participants": 40, "place1": 2, "place2": 2, "place3": 2}


@pytest.fixture
def answer(snapshot_of, settings):
    def of(rows, metric="olympiad_places", by=(), pupils=None, **where):
        made = {"olympiads": [ROW | row for row in rows]}
        if pupils is not None:
            made["schools"] = [{"school_id": "S01", "name": "№ 1", "pupils": pupils}]
        return ask(Question.of(metric, by, where), snapshot_of(made), settings)

    return of


def test_the_value_is_the_number_of_places(answer):
    value = answer([{}]).rows[0]
    assert (value.value, value.numerator, value.denominator, value.pupils) == (3, 3, 12, 12)
    assert value.low is None


def test_by_stage(answer):
    found = answer([{}, SCHOOL_STAGE], by=("stage",)).by_key()
    assert {k: (v.value, v.pupils) for k, v in found.items()} == {
        ("district",): (3, 12),
        ("school",): (6, 40),
    }


def test_stages_are_never_added(answer):
    """Who goes on to the next stage would count twice."""
    found = answer([{}, SCHOOL_STAGE])
    assert (found.rows[0].value, found.taken.stage) == (3, "district")
    assert answer([{}, SCHOOL_STAGE], stage=("school",)).rows[0].pupils == 40


def test_the_stage_that_most_schools_reported_is_taken_and_named(answer):
    found = answer([{}, SCHOOL_STAGE, {**SCHOOL_STAGE, "school_id": "S02"}])
    assert found.taken.stage == "school"
    assert {row["stage"] for row in listing.rows(found)} == {"school"}


def test_there_are_never_more_children_than_the_school_has(answer):
    rows = [{"subject_id": subject, "participants": 3} for subject in ("physics", "chemistry")]
    assert answer(rows, pupils=4).rows[0].flag == "c"
    assert answer(rows, pupils=60).rows[0].flag == "u"


def test_a_row_without_participants_has_at_least_its_places(answer):
    value = answer([{"participants": None, "place1": 6}]).rows[0]
    assert (value.value, value.denominator, value.pupils) == (8, 8, 8)


def test_the_rate_is_of_those_whose_participants_were_told(answer):
    rows = [{}, {"subject_id": "physics", "participants": None, "place1": 6}]
    value = answer(rows, "olympiad_rate").rows[0]
    assert (value.numerator, value.denominator) == (3, 12)


def test_nothing_told_is_no_zero(answer):
    untold = dict.fromkeys(("participants", "place1", "place2", "place3"))
    value = answer([{}, untold | {"subject_id": "physics"}], by=("subject",)).by_key()[("physics",)]
    assert (value.value, value.flag) == (None, "x")


def test_grades_and_subjects_are_told_apart_when_asked(answer):
    rows = [{"grade": 9}, {"grade": 10}, {"grade": 10, "subject_id": "physics"}]
    assert {v.key: v.value for v in answer(rows, by=("grade",)).rows} == {(9,): 3, (10,): 6}
    assert answer(rows, subject=("physics",)).rows[0].value == 3
