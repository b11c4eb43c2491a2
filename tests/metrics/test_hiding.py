"""Two views that differ by one value of one filter give no hidden group away."""

from itertools import combinations

import pytest

from dashboard.metrics import ask
from dashboard.spec.answer import Question
from tests.conftest import marks

SUBJECTS = ("chemistry", "physics", "uzbek_language")
GRADES = (7, 8, 9)
PUPILS = {  # of a school, subject and grade; everything else has twenty
    ("S02", "chemistry", 7): 3,
    ("S03", "uzbek_language", 7): 4,
    ("S03", "uzbek_language", 8): 3,
    ("S03", "uzbek_language", 9): 4,
    ("S04", "chemistry", 8): 2,
    ("S04", "physics", 8): 2,
    ("S04", "uzbek_language", 8): 2,
}
SCHOOLS = ("S01", "S02", "S03", "S04")
VALUES = {"school": SCHOOLS, "subject": SUBJECTS, "grade": GRADES}


def _rows() -> list[dict]:
    return [
        marks(school_id=school, subject_id=subject, grade=grade, n4=pupils - 1, n3=1)
        for school in SCHOOLS
        for subject in SUBJECTS
        for grade in GRADES
        for pupils in [PUPILS.get((school, subject, grade), 20)]
    ]


@pytest.fixture
def asked(snapshot_of, settings):
    snapshot = snapshot_of({"marks": _rows()})

    def answer(by=(), **where):
        return ask(Question.of("quality", by, where), snapshot, settings)

    return answer


def _choices(values):
    return [chosen for size in range(1, len(values) + 1) for chosen in combinations(values, size)]


def _shown(answer) -> dict:
    return {row.key: row.denominator for row in answer.rows if row.value is not None}


@pytest.mark.parametrize("by", [(), ("school",), ("subject",), ("grade",), ("school", "subject")])
@pytest.mark.parametrize("name", VALUES)
def test_the_difference_of_two_views_is_never_a_hidden_group(by, name, asked):
    others = {key: values for key, values in VALUES.items() if key != name}
    for narrow in [{}, *({key: (value,)} for key in others for value in others[key])]:
        views = {
            chosen: _shown(asked(by, **{name: chosen}, **narrow))
            for chosen in _choices(VALUES[name])
        }
        for wide, shown in views.items():
            for value in wide if len(wide) > 1 else ():
                rest = tuple(other for other in wide if other != value)
                alone = views[(value,)]
                there = shown.keys() & views[rest].keys()
                leaked = {
                    key for key in there if key not in alone and shown[key] != views[rest][key]
                }
                assert not leaked, (narrow, wide, value)


def test_a_sum_that_takes_in_a_hidden_group_is_hidden_too(asked):
    answer = asked(subject=("chemistry",), grade=(7,), school=("S02", "S03"))
    assert [row.flag for row in answer.rows] == ["c"]
    assert answer.together is None


def test_a_sum_of_a_whole_kin_is_shown(asked):
    """The aimak of S01 and S02 hides both or none of them."""
    answer = asked(("aimak",), subject=("chemistry",), grade=(7,))
    assert {row.key[0]: row.flag for row in answer.rows}["Ала-Бука"] == ""


def test_the_districts_total_is_shown(asked):
    assert asked().together is not None
    assert asked(subject=("chemistry",)).together is not None


def test_a_hidden_school_is_hidden_in_every_subject_and_grade(snapshot_of, settings):
    """Its partner too: from its subjects its whole would follow, and from that the hidden one."""
    rows = [r for r in _rows() if r["school_id"] != "S02"]
    rows += [marks(school_id="S02", subject_id=subject, n4=4) for subject in SUBJECTS]
    snapshot = snapshot_of({"marks": rows})
    whole = ask(Question.of("quality", ("school",)), snapshot, settings)
    hidden = {row.key[0] for row in whole.rows if row.flag == "c"}
    assert hidden == {"S01", "S02"}
    for by in (("school", "subject"), ("school", "grade"), ("school", "subject", "grade")):
        shown = {
            r.key[0] for r in ask(Question.of("quality", by), snapshot, settings).rows if r.value
        }
        assert shown == {"S03", "S04"}


def test_a_hidden_group_is_hidden_under_every_rule_and_metric(asked, snapshot_of, settings):
    snapshot = snapshot_of({"marks": _rows()})
    where = {"school": ("S02",), "subject": ("chemistry",), "grade": (7,)}
    for metric in ("quality", "pass_rate", "sou", "mean_mark"):
        for rule in ("without_exempt", "assessed", "roster"):
            answer = ask(Question.of(metric, (), where, rule), snapshot, settings)
            assert [row.flag for row in answer.rows] == ["c"]


def test_years_do_not_hide_each_other(snapshot_of, settings):
    rows = [marks(year=year, n4=n4, n3=1) for year, n4 in (("2025-2026", 3), ("2026-2027", 30))]
    answer = ask(Question.of("quality", ("year",)), snapshot_of({"marks": rows}), settings)
    assert [row.flag for row in answer.rows] == ["c", ""]
