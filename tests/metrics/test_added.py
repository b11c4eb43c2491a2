"""Counts added from finer ones are what the store itself would say."""

import random
from itertools import combinations

import pytest

from dashboard.metrics import counts
from dashboard.store import sql
from tests.conftest import SCHOOLS, marks

VIEWS = [
    name.removeprefix("views/") for name in sql.names("views") if "apart" in sql.load(name).card
]
OTHERS = ("year", "period", "school", "subject", "grade", "letter", "aimak")


@pytest.fixture
def snapshot(snapshot_of):
    dice = random.Random(7)
    rows = [
        marks(
            school_id=school["school_id"],
            grade=grade,
            letter=letter,
            subject_id=subject,
            period=period,
            **{name: dice.randint(0, 9) for name in ("n5", "n4", "n3", "n2", "not_assessed")},
        )
        for school in SCHOOLS
        for grade in (1, 4, 7)
        for letter in ("А", "Б", None)
        for subject in ("algebra", "physics", "english")
        for period in ("Q1", "Q2")
        if dice.random() < 0.8
    ]
    return snapshot_of({"marks": rows})


@pytest.mark.parametrize("view", VIEWS)
def test_sums_are_those_of_the_store(view, snapshot):
    where = (("period", ("Q1", "Q2")),)
    apart = sql.load(f"views/{view}").card["apart"]
    for size in range(3):
        for by in combinations(OTHERS, size):
            counts.forget()
            asked = counts.counts(snapshot, view, by, where)
            for name in set(apart) - {*by}:
                counts.forget()
                finer = counts.counts(snapshot, view, (*by, name), where)
                assert counts.added(finer, by, counts.takes(view)) == asked


def test_what_can_be_added_is_not_asked(snapshot, monkeypatch):
    counts.forget()
    counts.counts(snapshot, "marks", ("subject", "school"), ())
    monkeypatch.setattr(sql, "run", lambda *_: pytest.fail("asked again"))
    assert len(counts.counts(snapshot, "marks", ("subject",), ()).rows) == 3


def test_subjects_of_a_class_are_not_added(snapshot):
    """They are of the same children."""
    counts.forget()
    by_subject = counts.counts(snapshot, "marks", ("school", "subject"), ())
    schools = counts.counts(snapshot, "marks", ("school",), ())
    pupils = by_subject.places["pupils"]
    assert sum(row[pupils] for row in schools.rows) < sum(row[pupils] for row in by_subject.rows)
