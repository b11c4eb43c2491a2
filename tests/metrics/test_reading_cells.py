"""Children of several languages are counted once in every sum of cells, as plain Python counts."""

from itertools import groupby

import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from dashboard.metrics import metric
from dashboard.metrics.blocks import facts_of
from dashboard.metrics.counts import counts
from dashboard.metrics.normed import normed_of
from tests.made_up_hall import published
from tests.made_up_reading import NORMS, SCHOOLS, YEAR, child, tables

AIMAKS = {each["school_id"]: each["aimak"] for each in SCHOOLS}
BY = ((), ("language",), ("school",), ("aimak", "letter"), ("grade", "language"), ("gender",))
FEW = hypothesis_settings(
    max_examples=6,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
TONGUES, ROUNDS = ("ky", "ru", "uz"), ("start", "end")


@st.composite
def districts(draw):
    """In each language and round a child may be there or not, in another class, with other words;
    schools have children of the same codes."""
    keys = st.tuples(*map(st.sampled_from, (sorted(AIMAKS), "abcd", TONGUES, ROUNDS)))
    drawn = draw(st.dictionaries(keys, _tests(), min_size=4, max_size=60))
    return [
        child(code, **{"school_id": school, "language": tongue, "round": when} | told)
        for (school, code, tongue, when), told in drawn.items()
    ]


@st.composite
def grown_districts(draw):
    """Most children read in both rounds, in two languages."""
    keys = [(s, c, t, r) for s in ("S1", "S3") for c in "ab" for t in TONGUES[:2] for r in ROUNDS]
    words = st.sampled_from((None, 0, 25, 35, 45, 50))
    return [
        child(code, **{"school_id": school, "language": tongue, "round": when} | draw(_tests()))
        | {"status": "tested", "words_correct": draw(words)}
        for school, code, tongue, when in keys
    ]


def _tests():
    return st.fixed_dictionaries(
        {
            "grade": st.sampled_from((2, 3)),
            "letter": st.sampled_from((None, "А", "Б")),
            "gender": st.sampled_from((None, "f", "m")),
            "status": st.sampled_from(("tested", "tested", "absent")),
            "words_correct": st.sampled_from((None, 0, 25, 35, 45)),
            "errors": st.sampled_from((None, 2)),
            "questions_asked": st.sampled_from((None, 5)),
            "questions_right": st.sampled_from((None, 4)),
            "handwriting": st.sampled_from((None, 3, 5)),
            "manner": st.sampled_from((None, "letters", "words")),
        }
    )


def _tested(row):
    return row["status"] == "tested"


def _reads(row):
    return _tested(row) and row["words_correct"] is not None


def _benchmark(row):
    of = [n for n in NORMS if (n["grade"], n["round"]) == (row["grade"], row["round"])]
    own = [n for n in of if n.get("language") == row["language"]]
    return next(
        (n["benchmark"] for n in own or of if n.get("language") in (row["language"], None)), None
    )


CHILDREN = {  # the view, its count of children: of whose rows
    ("reading", "children"): _tested,
    ("reading", "readers"): _reads,
    ("reading", "heard"): lambda row: _reads(row) and row["errors"] is not None,
    ("reading", "askers"): lambda row: (
        _tested(row) and row["questions_asked"] and row["questions_right"] is not None
    ),
    ("reading", "writers"): lambda row: _tested(row) and row["handwriting"] is not None,
    ("reading_attendance", "children"): lambda row: True,
    ("reading_normed", "children"): lambda row: _reads(row) and _benchmark(row) is not None,
    ("reading_fluency", "readers"): _reads,
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    return lambda of: published(tmp_path_factory.mktemp("cells"), of, role="methodist")[0]


@FEW
@given(districts())
def test_children_of_several_languages_are_counted_once(opened, rows):
    snapshot = opened(tables(rows))
    for when in ROUNDS:
        for by in BY:
            for (view, column), there in CHILDREN.items():
                of = [row for row in rows if row["round"] == when and there(row)]
                told = _counted(snapshot, view, column, by, ("round", (when,)))
                assert told == _once(of, by), (view, column, by)


@FEW
@given(grown_districts())
def test_children_who_grew_in_several_languages_are_counted_once(opened, rows):
    snapshot, grown = opened(tables(rows)), _grown(rows)
    normed = [row for row in grown if row["both_norms"]]
    for by in BY:
        for view in ("reading_growth", "reading_gain"):
            assert _counted(snapshot, view, "children", by) == _once(grown, by)
        assert _counted(snapshot, "reading_growth", "normed_children", by) == _once(normed, by)


def _counted(snapshot, view, column, by, *narrow):
    where = tuple(sorted((("norm_set", ("ours",)), ("year", (YEAR,)), *narrow)))
    found = counts(snapshot, view, by, where)
    places, at = [found.places[name] for name in by], found.places[column]
    return {tuple(row[p] for p in places): row[at] for row in found.rows if row[at]}


def _once(rows, by):
    """How many different children there are in each group."""
    ordered = sorted(rows, key=lambda row: repr(_key(row, by)))
    return {
        key: len({(row["school_id"], row["pupil_code"]) for row in of})
        for key, of in groupby(ordered, key=lambda row: _key(row, by))
    }


def _key(row, by):
    told = row | {"aimak": AIMAKS[row["school_id"]], "school": row["school_id"]}
    return tuple(told[name] for name in by)


def _grown(rows):
    """The last test of those who read in both rounds, in the class that they are then in."""
    read = {
        (r["school_id"], r["pupil_code"], r["language"], r["round"]): r for r in rows if _reads(r)
    }
    pairs = [(read.get((*key[:3], "start")), row) for key, row in read.items() if key[3] == "end"]
    return [
        last
        | {name: first[name] if last[name] is None else last[name] for name in ("letter", "gender")}
        | {"both_norms": _benchmark(first) is not None and _benchmark(last) is not None}
        for first, last in pairs
        if first
    ]


@pytest.mark.parametrize("key", ["reading_fluency", "reading_accuracy", "reading_zero"])
def test_medians_are_hidden_by_the_blocks_of_those_who_read(key):
    at = (("round", ("end",)), ("year", (YEAR,)))
    facts = facts_of(metric(key), at, 5)
    assert (facts.view, facts.at) == ("reading", at)


def test_what_was_gained_is_hidden_as_who_rose():
    rose = metric("reading_risen")
    at = (("norm_set", ("ours",)), ("year", (YEAR,)))
    readers = normed_of(rose, facts_of(rose, at, 5)).readers
    assert facts_of(metric("reading_gain"), at[1:], 5) == readers
