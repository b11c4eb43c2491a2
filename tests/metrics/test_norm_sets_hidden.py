"""Sets of norms are other views of the same children: none opens what another hides.

Who has a norm differs from set to set: a set is a filter of the children who read. Were each hidden
by itself, the one would show what the other hides.
"""

from dataclasses import replace

import numpy as np
import pytest

from dashboard.metrics import ask
from dashboard.spec.answer import Question
from tests.made_up_reading import SCHOOLS, YEAR, child, norm, tables

# By school and grade. Of S3's fifteen the other twelve are in grade 2; S1's three are of 35.
SIZES = (
    {("S1", 2): 30, ("S1", 4): 9, ("S2", 2): 12, ("S2", 4): 12, ("S3", 2): 12, ("S3", 4): 3},
    {("S1", 2): 3, ("S1", 4): 15, ("S2", 2): 9, ("S2", 4): 30, ("S3", 2): 23, ("S3", 4): 2},
)
FEW = 5
GRADES = {"one": (2,), "both": (2, 4)}  # for which each set has a norm: in common for grade 2
NORMS = [
    norm(grade, 40, norm_set=name, language="ky")
    for name, grades in GRADES.items()
    for grade in grades
]
AXES = ("school", "grade")


@pytest.fixture(params=SIZES, ids=("few in the second grade of one set", "few in both"))
def sizes(request):
    return request.param


@pytest.fixture
def asked(snapshot_of, settings, sizes):
    rows = [
        child(f"P{school}{grade}{n}", school_id=school, grade=grade, words_correct=30 + n)
        for (school, grade), size in sizes.items()
        for n in range(size)
    ]
    snapshot = snapshot_of(tables(rows, NORMS))

    def ask_(norm_set: str, by=(), hide_below=FEW, **where):
        narrow = {"year": (YEAR,), "round": ("end",), "norm_set": (norm_set,)} | where
        question = Question.of("reading_benchmark", by, narrow)
        return ask(question, snapshot, replace(settings, hide_below=hide_below)).rows

    return ask_


def _views():
    """Whatever names the grade for which both sets have a norm, by any axes, of one or all."""
    for mask in range(2 ** len(AXES)):
        by = tuple(axis for place, axis in enumerate(AXES) if mask >> place & 1)
        for school in (None, *(each["school_id"] for each in SCHOOLS)):
            yield by, {"grade": (2,)} | ({"school": (school,)} if school else {})


def _shown(asked, norm_set: str, sizes):
    """Each group shown as an equation in the classes that have a norm in the set."""
    for by, where in _views():
        for row in asked(norm_set, by, **where):
            if row.value is not None:
                at = where | {name: (value,) for name, value in zip(by, row.key)}
                yield [float(_inside(place, at, norm_set)) for place in sizes]


def _inside(place: tuple, at: dict, norm_set: str) -> bool:
    of = dict(zip(AXES, place))
    return of["grade"] in GRADES[norm_set] and all(
        of[name] in values for name, values in at.items()
    )


def test_no_sums_of_several_sets_give_a_group_of_few_away(asked, sizes):
    shown = np.array([line for norm_set in GRADES for line in _shown(asked, norm_set, sizes)])
    rank = np.linalg.matrix_rank(shown)
    for few in (place for place, size in sizes.items() if size < FEW):
        alone = [float(place == few) for place in sizes]
        assert np.linalg.matrix_rank(np.vstack([shown, alone])) == rank + 1


def test_what_one_set_hides_is_hidden_in_all(asked):
    """Who is asked for alike is hidden alike, whatever else a set speaks of."""
    one, both = (
        {row.key for row in asked(name, ("school",), grade=(2,)) if row.flag == "c"}
        for name in GRADES
    )
    assert one == both
    assert one


def test_the_groups_of_few_are_there_for_who_hides_nothing(asked, sizes):
    """Else the tests above could not fail."""
    found = {row.key: row.pupils for row in asked("both", AXES, hide_below=0)}
    assert found == sizes
