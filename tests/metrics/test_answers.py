"""The numbers: the field's own example, what is never added, what is hidden."""

from dataclasses import replace

import pytest

from dashboard.errors import WrongCall
from dashboard.metrics import ask
from dashboard.spec.answer import Question
from tests.conftest import CLASS_OF_28, marks

RULES = {
    "without_exempt": (0.52, 0.92, 0.5436),
    "assessed": (13 / 24, 23 / 24, 13.52 / 24),
    "roster": (13 / 28, 23 / 28, 13.59 / 28),
}


@pytest.fixture
def one(settings):
    """The only value of an answer without dimensions."""

    def value(snapshot, metric, rule="", **where):
        return ask(Question.of(metric, (), where, rule), snapshot, settings).rows[0]

    return value


@pytest.mark.parametrize("rule", RULES)
def test_the_class_of_28_gives_the_figures_of_each_rule(rule, snapshot_of, one):
    snapshot = snapshot_of({"marks": [CLASS_OF_28]})
    found = [one(snapshot, metric, rule).value for metric in ("quality", "pass_rate", "sou")]
    assert found == pytest.approx(RULES[rule])
    assert one(snapshot, "mean_mark", rule).value == pytest.approx(88 / 24)


def test_the_coefficients_are_settings(snapshot_of, settings):
    snapshot = snapshot_of({"marks": [CLASS_OF_28]})
    other = replace(settings, weight_two=0.14, weight_not_assessed=0.0)
    answer = ask(Question.of("sou"), snapshot, other)
    assert answer.rows[0].value == pytest.approx((4 + 0.64 * 9 + 0.36 * 10 + 0.14) / 25)


def test_the_rule_says_whom_it_leaves_out(snapshot_of, settings):
    answer = ask(Question.of("quality"), snapshot_of({"marks": [CLASS_OF_28]}), settings)
    assert (answer.left_out, answer.taken.rule) == (3, "without_exempt")


def test_of_a_hidden_group_it_is_not_said_whom_the_rule_leaves_out(snapshot_of, settings):
    snapshot = snapshot_of({"marks": [marks(n4=4, exempt=3)]})
    assert ask(Question.of("quality"), snapshot, settings).left_out is None


def test_pupils_are_children_not_marks(snapshot_of, one):
    """Twelve marks of one child are not twelve observations; a divided class is one class."""
    rows = [
        marks(n4=20, n3=5),
        marks(subject_id="english", group="1", n4=12, n3=1),
        marks(subject_id="english", group="2", n4=13, n3=3),
        marks(letter="Б", n4=10),
    ]
    value = one(snapshot_of({"marks": rows}), "quality")
    assert (value.pupils, value.denominator) == (29 + 10, 25 + 29 + 10)


def test_a_school_of_four_pupils_is_hidden_although_its_marks_are_not_few(snapshot_of, settings):
    few = [marks(school_id="S02", subject_id=s, n4=4) for s in ("chemistry", "physics", "biology")]
    others = [marks(school_id=school, n4=10, n3=10) for school in ("S01", "S03")]
    answer = ask(
        Question.of("quality", ("school",)), snapshot_of({"marks": few + others}), settings
    )
    hidden = answer.by_key()[("S02",)]
    assert hidden.flag == "c"
    assert {hidden.numerator, hidden.denominator, hidden.pupils, hidden.value} == {None}


def test_few_pupils_are_shown_as_unreliable(snapshot_of, one):
    assert one(snapshot_of({"marks": [marks(n4=5, n3=4)]}), "quality").flag == "u"


def test_a_rate_over_nothing_is_empty(snapshot_of, one):
    snapshot = snapshot_of({"marks": [marks(exempt=20), marks(subject_id="art", n4=1)]})
    value = one(snapshot, "quality", subject=("chemistry",))
    assert (value.value, value.denominator, value.flag) == (None, 0, "x")


def test_a_grade_without_marks_is_not_applicable(snapshot_of, one):
    rows = [marks(grade=1, no_mark=20), marks(n4=20)]
    assert one(snapshot_of({"marks": rows}), "quality", grade=(1,)).flag == "z"


def test_a_registered_school_without_data_is_listed(snapshot_of, settings):
    snapshot = snapshot_of({"marks": [CLASS_OF_28]})
    answer = ask(Question.of("quality", ("school",)), snapshot, settings)
    assert [(v.key[0], v.flag) for v in answer.rows if v.flag] == [
        ("S02", "x"),
        ("S03", "x"),
        ("S04", "x"),
    ]
    uzbek = ask(Question.of("quality", ("school",), {"language": ("uz",)}), snapshot, settings)
    assert [v.key for v in uzbek.rows] == [("S03",)]


def test_the_latest_period_of_the_kind_most_schools_reported_is_taken(snapshot_of, settings):
    rows = [marks(school_id=s, period=p, n4=20) for s in ("S01", "S02") for p in ("Q1", "Q2")]
    rows += [marks(school_id="S03", period="Y", n2=20), marks(year="2025-2026", period="Q4", n5=9)]
    answer = ask(Question.of("quality"), snapshot_of({"marks": rows}), settings)
    assert (answer.taken.year, answer.taken.period) == ("2026-2027", "Q2")
    assert answer.rows[0].denominator == 40


def test_years_and_periods_are_never_added(snapshot_of, settings):
    rows = [
        marks(year=year, period=period, n4=20)
        for year in ("2025-2026", "2026-2027")
        for period in ("Q1", "Q2")
    ]
    snapshot = snapshot_of({"marks": rows})
    both = {"year": ("2025-2026", "2026-2027"), "period": ("Q1", "Q2")}
    answer = ask(Question.of("quality", (), both), snapshot, settings)
    assert answer.rows[0].denominator == 20
    assert (answer.taken.year, answer.taken.period) == ("2026-2027", "Q2")


def test_by_year_takes_every_year_at_the_same_period(snapshot_of, settings):
    rows = [marks(year="2025-2026", period=p, n4=20) for p in ("Q1", "Q2", "Q3")]
    rows += [marks(period="Q1", n4=20)]
    answer = ask(Question.of("quality", ("year",)), snapshot_of({"marks": rows}), settings)
    assert [v.key for v in answer.rows] == [("2025-2026",), ("2026-2027",)]
    assert (answer.taken.year, answer.taken.period) == (None, "Q1")


def test_by_period_gives_every_period_of_the_taken_year(snapshot_of, settings):
    rows = [marks(period=p, n4=20) for p in ("Q1", "Q2", "Y")] + [marks(year="2025-2026", n4=20)]
    answer = ask(Question.of("quality", ("period",)), snapshot_of({"marks": rows}), settings)
    assert [v.key for v in answer.rows] == [("Q1",), ("Q2",), ("Y",)]


def test_totals_are_sums_of_counts(snapshot_of, settings):
    rows = [marks(school_id="S01", n5=30), marks(school_id="S03", n2=10)]
    snapshot = snapshot_of({"marks": rows})
    total = ask(Question.of("quality"), snapshot, settings).rows[0]
    parts = [
        v for v in ask(Question.of("quality", ("school",)), snapshot, settings).rows if v.value
    ]
    assert total.value == 0.75
    assert total.denominator == sum(part.denominator for part in parts) + 10


def test_what_is_not_known_is_refused(snapshot_of, settings):
    snapshot = snapshot_of({"marks": [CLASS_OF_28]})
    for question in (
        Question.of("happiness"),
        Question.of("quality", ("teacher",)),
        Question.of("quality", (), {}, "mine"),
    ):
        with pytest.raises(WrongCall):
            ask(question, snapshot, settings)


def test_counts_and_weighed_sums_have_no_interval(snapshot_of, one):
    snapshot = snapshot_of({"marks": [CLASS_OF_28]})
    assert one(snapshot, "sou").low is None
    assert one(snapshot, "mean_mark").high is None
    assert one(snapshot, "quality").low == pytest.approx(0.335, abs=0.005)


def test_a_dimension_asked_twice_hides_no_less(snapshot_of, settings):
    few = {"n5": 1, "n4": 1, "n3": 1, "n2": 1, "roster": 4}
    rows = [CLASS_OF_28, marks(school_id="S02", **few), marks(school_id="S03", roster=8, n5=8)]
    snapshot = snapshot_of({"marks": rows})
    once = ask(Question.of("quality", ("school",)), snapshot, settings)
    twice = ask(Question.of("quality", ("school", "school")), snapshot, settings)
    assert "c" in [value.flag for value in once.rows]
    assert twice.rows == once.rows
