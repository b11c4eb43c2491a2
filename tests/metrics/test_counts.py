"""For any marks: what the store counts is what a child would count on fingers."""

from collections import defaultdict

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from dashboard.metrics import ask
from dashboard.settings import Settings
from dashboard.spec.answer import Question
from dashboard.store.current import Reader
from tests.conftest import NOTHING, SCHOOLS, marks
from tests.stores import publish

few = st.integers(0, 12)
KEY = ("school_id", "period", "grade", "letter", "group", "subject_id")
classes = st.builds(
    marks,
    school_id=st.sampled_from([school["school_id"] for school in SCHOOLS]),
    period=st.sampled_from(["Q1", "Q2"]),
    grade=st.sampled_from([5, 6]),
    letter=st.sampled_from(["А", "Б", None]),
    group=st.sampled_from(["1", "2", None]),
    subject_id=st.sampled_from(["algebra", "physics", "english"]),
    **dict.fromkeys(NOTHING, few),
)
DIMENSIONS = {"school": "school_id", "subject": "subject_id", "grade": "grade", "letter": "letter"}


@pytest.fixture(scope="module")
def anew(tmp_path_factory):
    """A snapshot of just the given rows; the small numbers stay visible."""

    def made(table):
        store = tmp_path_factory.mktemp("counts")
        settings = Settings(store=store, memory="256MB", hide_below=0)
        publish(settings, {"schools": SCHOOLS, "marks": table})
        return Reader(settings).current(), settings

    return made


def _by_hand(table, by):
    """(numerator, denominator, pupils) of quality by the default rule in the latest period."""
    latest = max(row["period"] for row in table if _assessed(row))
    sums = defaultdict(lambda: [0, 0])
    subjects = defaultdict(int)
    for row in table:
        if row["period"] == latest:
            key = tuple(row[DIMENSIONS[name]] for name in by)
            sums[key][0] += row["n5"] + row["n4"]
            sums[key][1] += _assessed(row) + row["not_assessed"]
            of_class = (row["school_id"], row["grade"], row["letter"])
            subjects[key, of_class, row["subject_id"]] += _assessed(row)
    largest = defaultdict(int)
    for (key, of_class, _), pupils in subjects.items():
        largest[key, of_class] = max(largest[key, of_class], pupils)
    pupils = defaultdict(int)
    for (key, _), count in largest.items():
        pupils[key] += count
    return {key: (*counts, pupils[key]) for key, counts in sums.items() if counts[1]}


def _grain(row):
    return tuple(row[name] for name in KEY)


def _assessed(row):
    return row["n5"] + row["n4"] + row["n3"] + row["n2"]


@limits(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_counts_are_what_one_counts_by_hand(anew, data):
    tables = st.lists(classes, min_size=1, max_size=15, unique_by=_grain)
    table = data.draw(tables.filter(lambda table: any(map(_assessed, table))))
    snapshot, settings = anew(table)
    for by in ((), ("school",), ("subject",), ("school", "grade", "letter")):
        answer = ask(Question.of("quality", by), snapshot, settings)
        there = (value for value in answer.rows if value.denominator)
        assert {v.key: (v.numerator, v.denominator, v.pupils) for v in there} == _by_hand(table, by)
