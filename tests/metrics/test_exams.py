"""National tests: the main test apart from the subjects, takers apart from graduates."""

import pytest

from dashboard.metrics import ask
from dashboard.metrics.listing import rows as listed
from dashboard.spec.answer import Question

MAIN = {
    "school_id": "S01",
    "year": "2025-2026",
    "exam": "ort",
    "subject_id": None,
    "graduates": 40,
    "takers": 25,
    "passed": 15,
    "score_sum": 3000,
}
CHEMISTRY = {"subject_id": "chemistry", "graduates": None, "takers": 12, "passed": 3}
BIOLOGY = {"subject_id": "biology", "graduates": None, "takers": 10, "passed": 9, "score_sum": None}


@pytest.fixture
def answer(snapshot_of, settings):
    def of(rows, metric, by=(), **where):
        snapshot = snapshot_of({"exams": [MAIN | row for row in rows]})
        return ask(Question.of(metric, by, where), snapshot, settings)

    return of


@pytest.fixture
def one(answer):
    """The only value of an answer without dimensions."""
    return lambda rows, metric, **where: answer(rows, metric, **where).rows[0]


def test_the_main_test_is_counted_when_nobody_asks_for_subjects(one):
    value = one([{}, CHEMISTRY, BIOLOGY], "exam_threshold")
    assert (value.numerator, value.denominator, value.pupils) == (15, 25, 25)
    assert value.low < 0.6 < value.high


def test_the_main_test_is_no_subject_and_never_added_to_one(answer):
    found = answer([{}, CHEMISTRY, BIOLOGY], "exam_threshold", ("subject",)).by_key()
    assert {key: v.denominator for key, v in found.items()} == {
        ("biology",): 10,
        ("chemistry",): 12,
        (None,): 25,
    }


def test_a_chosen_subject_leaves_the_main_test_out(one):
    assert one([{}, CHEMISTRY], "exam_threshold", subject=("chemistry",)).denominator == 12
    assert one([{}, CHEMISTRY], "exam_threshold", area=("natural_exact",)).denominator == 12


def test_an_area_takes_children_not_tests(answer):
    found = answer([{}, CHEMISTRY, BIOLOGY], "exam_threshold", ("area",)).by_key()
    science = found[("natural_exact",)]
    assert (science.numerator, science.denominator, science.pupils) == (12, 22, 12)
    assert found[(None,)].denominator == 25


def test_the_mean_is_of_those_whose_scores_were_told(one):
    untold = {"school_id": "S02", "score_sum": None}
    assert one([{}, untold], "exam_mean").value == pytest.approx(120)
    assert one([untold], "exam_mean", school=("S02",)).flag == "x"


def test_participation_is_of_the_graduates(one):
    value = one([{}, CHEMISTRY], "exam_participation")
    assert (value.numerator, value.denominator, value.pupils) == (25, 40, 40)


def test_a_school_that_does_not_tell_its_graduates_has_no_participation(answer):
    rows = [{}, {"school_id": "S02", "graduates": None}]
    by_school = answer(rows, "exam_participation", ("school",)).by_key()
    assert (by_school[("S02",)].value, by_school[("S02",)].flag) == (None, "x")
    assert answer(rows, "exam_participation").rows[0].denominator == 40


def test_few_takers_of_many_graduates_are_hidden_and_their_number_is_not(answer):
    rows = [{"takers": 4, "passed": 4}]
    assert answer(rows, "exam_threshold").rows[0].flag == "c"
    assert answer(rows, "exam_participation").rows[0].numerator == 4


def test_the_latest_year_is_taken_and_there_is_no_period(answer):
    found = answer([{}, {"year": "2024-2025"}], "exam_threshold", ("school",))
    assert (found.taken.year, found.taken.period) == ("2025-2026", None)
    first = listed(found)[0]
    assert (first["school"], first["year"], first["period"]) == ("S01", "2025-2026", None)
    assert [row["flag"] for row in listed(found)] == ["", "x", "x", "x"]


def test_a_period_in_the_address_does_not_matter_to_a_yearly_test(one):
    assert one([{}], "exam_threshold", period=("Q1",)).denominator == 25


def test_by_year_takes_every_year(answer):
    found = answer([{}, {"year": "2024-2025", "passed": 5}], "exam_threshold", ("year",))
    assert [(v.key[0], v.numerator) for v in found.rows] == [("2024-2025", 5), ("2025-2026", 15)]
