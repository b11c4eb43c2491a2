"""Pupils by their lowest mark: by the denominator rules, and who is one «3» away."""

import pytest

from dashboard.metrics import ask
from dashboard.spec.answer import Question

CLASS = {
    "school_id": "S01",
    "year": "2026-2027",
    "period": "Q1",
    "grade": 7,
    "letter": "А",
    "roster": 28,
    "excellent": 3,
    "good": 8,
    "satisfactory": 12,
    "one_three": 4,
    "failing": 2,
    "not_assessed": 1,
}
RULES = {"without_exempt": 11 / 26, "assessed": 11 / 25, "roster": 11 / 28}


@pytest.fixture
def answer(snapshot_of, settings):
    def of(rows, metric, by=(), rule="", **where):
        snapshot = snapshot_of({"pupil_groups": [CLASS | row for row in rows]})
        return ask(Question.of(metric, by, where, rule), snapshot, settings)

    return of


@pytest.mark.parametrize("rule", RULES)
def test_quality_by_pupils_goes_by_the_rule(rule, answer):
    found = answer([{}], "quality_pupils", rule=rule)
    assert found.rows[0].value == pytest.approx(RULES[rule])
    assert (found.rows[0].pupils, found.taken.rule) == (25, rule)


def test_a_roster_smaller_than_its_parts_leaves_nobody_out(answer):
    found = answer([{"roster": 20}], "quality_pupils")
    assert (found.rows[0].denominator, found.left_out) == (20, 0)


def test_one_three_is_a_number_of_pupils(answer):
    value = answer([{}, {"letter": "Б", "one_three": 2}], "one_three").rows[0]
    assert (value.value, value.numerator, value.denominator, value.low) == (6, 6, 50, None)


def test_a_class_that_does_not_tell_it_is_no_zero(answer):
    untold = {"letter": "Б", "one_three": None}
    found = answer([{}, untold], "one_three", ("letter",))
    assert [(v.value, v.denominator, v.flag) for v in found.rows] == [(4, 25, ""), (None, 0, "x")]
    assert answer([{}, untold | {"school_id": "S02"}], "one_three", ("school",)).rows[1].flag == "x"


def test_a_grade_without_marks_is_not_applicable(answer):
    none = dict.fromkeys(("excellent", "good", "satisfactory", "failing", "not_assessed"), 0)
    found = answer([{}, {"grade": 1, **none}], "quality_pupils", rule="assessed", grade=(1,))
    assert found.rows[0].flag == "z"


def test_periods_are_never_added(answer):
    found = answer([{}, {"period": "Q2"}], "quality_pupils")
    assert (found.rows[0].numerator, found.taken.period) == (11, "Q2")
