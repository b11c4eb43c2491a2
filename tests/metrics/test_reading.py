"""Reading counted from the store is what plain Python counts, child by child."""

from dataclasses import replace
from itertools import groupby

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from dashboard.metrics import ask
from dashboard.metrics.counts import counts
from dashboard.spec.answer import Question
from tests.made_up_hall import published
from tests.made_up_reading import NORMS, SCHOOLS, YEAR, child, tables

BY = ((), ("school",), ("aimak",), ("grade",), ("language",), ("gender",))
CROSSED = (("language", "grade"), ("grade", "letter", "school"), ("gender", "language", "school"))
AIMAKS = {each["school_id"]: each["aimak"] for each in SCHOOLS}


def _asked(snapshot, settings, key, by=(), **where):
    narrow = {"norm_set": ("ours",)} | {name: (value,) for name, value in where.items()}
    return ask(Question.of(key, by, narrow), snapshot, replace(settings, hide_below=0))


def _speed(row):
    if row["status"] != "tested" or row["words_correct"] is None:
        return None
    return row["words_correct"] * 60 / (row.get("seconds") or 60)


def _norm(row):
    of = [n for n in NORMS if (n["grade"], n["round"]) == (row["grade"], row["round"])]
    own = [n for n in of if n.get("language") == row["language"]]
    return next(iter(own or [n for n in of if n.get("language") is None]), {})


def _share(rows, below, above):
    """Numerator, denominator, children: of rows that are below the line those above it too."""
    there = [row for row in rows if below(row)]
    return sum(map(above, there)), len(there), _children(there)


def _children(rows):
    return len({(row["school_id"], row["pupil_code"]) for row in rows})


def _tested(row):
    return row["status"] == "tested"


def _reads(row):
    return _speed(row) is not None


def _wrote(row):
    return _tested(row) and row["handwriting"] is not None


def _questioned(row):
    return _tested(row) and bool(row["questions_asked"]) and row["questions_right"] is not None


SHARES = {
    "reading_tested": (lambda row: True, _tested),
    "reading_zero": (_reads, lambda row: row["words_correct"] == 0),
    "reading_comprehension": (
        _questioned,
        lambda row: row["questions_right"] / row["questions_asked"] >= 0.8,
    ),
    "handwriting_quality": (_wrote, lambda row: row["handwriting"] >= 4),
    "reading_benchmark": (
        lambda row: _reads(row) and bool(_norm(row)),
        lambda row: _speed(row) >= _norm(row)["benchmark"],
    ),
}


@st.composite
def districts(draw):
    """Children of three schools in three rounds; some read in two languages, some are not there."""
    drawn = draw(st.lists(_children_drawn(), min_size=5, max_size=40))
    return [
        child(f"P{number % 25}", **(common | of_round | {"language": tongue}))
        for number, (common, tongues, rounds) in enumerate(drawn)
        if number < 25
        for of_round in rounds
        for tongue in tongues
    ]


@st.composite
def _children_drawn(draw):
    common = {
        "school_id": draw(st.sampled_from(sorted(AIMAKS))),
        "grade": draw(st.sampled_from((1, 2, 4))),
        "letter": draw(st.sampled_from("АБ")),
        "gender": draw(st.sampled_from(("f", "m"))),
    }
    tongues = draw(st.sampled_from((("ky",), ("ky",), ("ru",), ("ky", "ru"))))
    rounds = draw(st.lists(st.sampled_from(("start", "middle", "end")), unique=True, min_size=1))
    return common, tongues, [{"round": each} | draw(_results()) for each in rounds]


def _results():
    """No question asked, no word told and no time told are all there."""
    return st.fixed_dictionaries(
        {
            "status": st.sampled_from(("tested", "tested", "tested", "absent", "refused")),
            "words_correct": st.one_of(st.none(), st.sampled_from((0, 0, 20, 39, 40, 41, 85))),
            "errors": st.one_of(st.none(), st.integers(0, 9)),
            "seconds": st.sampled_from((None, 0, 30, 45, 60)),
            "questions_asked": st.sampled_from((None, 4, 5)),
            "questions_right": st.sampled_from((None, 3, 4)),
            "manner": st.sampled_from((None, "letters", "words")),
            "handwriting": st.sampled_from((None, 2, 3, 4, 5)),
        }
    )


def _key(row, by):
    told = row | {"aimak": AIMAKS[row["school_id"]], "school": row["school_id"]}
    return tuple(told[name] for name in by)


def _groups(rows, by):
    ordered = sorted(rows, key=lambda row: _key(row, by))
    return {key: list(of) for key, of in groupby(ordered, key=lambda row: _key(row, by))}


def _same(answer, expected):
    """`expected`: by key numerator, denominator, children; groups of nobody may be told or not."""
    told = {r.key: (r.numerator, r.denominator, r.pupils) for r in answer.rows if r.denominator}
    assert told == {key: want for key, want in expected.items() if want[1]}


FEW = hypothesis_settings(
    max_examples=4,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    return lambda of: published(tmp_path_factory.mktemp("reading"), of, role="methodist")


@FEW
@given(districts())
def test_every_count_is_that_of_plain_python(opened, rows):
    snapshot, settings = opened(tables(rows))
    for when in {row["round"] for row in rows}:
        of_round = [row for row in rows if row["round"] == when]
        for by in (*BY, *CROSSED):
            groups = _groups(of_round, by)
            for key, (below, above) in SHARES.items():
                answer = _asked(snapshot, settings, key, by, year=YEAR, round=when)
                _same(answer, {at: _share(of, below, above) for at, of in groups.items()})


@FEW
@given(districts())
def test_accuracy_and_risk_and_medians_are_those_of_plain_python(opened, rows):
    snapshot, settings = opened(tables(rows))
    for when in {row["round"] for row in rows}:
        of_round = [row for row in rows if row["round"] == when and _tested(row)]
        for by in (*BY, *CROSSED):
            where, groups = {"year": YEAR, "round": when}, _groups(of_round, by)
            accuracy = _asked(snapshot, settings, "reading_accuracy", by, **where)
            _same(accuracy, {at: _accuracy(of) for at, of in groups.items()})
            risk = _asked(snapshot, settings, "reading_at_risk", by, **where)
            told = {r.key: (r.numerator, r.denominator) for r in risk.rows if r.denominator}
            assert told == {at: risky for at, of in groups.items() if (risky := _risk(of))[1]}
            _medians(_asked(snapshot, settings, "reading_fluency", by, **where), groups)


def _accuracy(rows):
    heard = [r for r in rows if _reads(r) and r["errors"] is not None]
    right = sum(row["words_correct"] for row in heard)
    said = right + sum(row["errors"] for row in heard)
    return right, said, _children(heard)


def _risk(rows):
    there = [row for row in rows if _reads(row) and _norm(row).get("at_risk")]
    return sum(_speed(row) < _norm(row)["at_risk"] for row in there), len(there)


def _medians(answer, groups):
    """Of one language numpy's; of two none at all."""
    for row in answer.rows:
        read = [each for each in groups.get(row.key, ()) if _reads(each)]
        speeds, tongues = [_speed(each) for each in read], {each["language"] for each in read}
        if speeds and len(tongues) == 1:
            assert row.value == pytest.approx(np.median(speeds))
        else:
            assert row.value is None


@FEW
@given(districts())
def test_bands_are_parts_of_their_group(opened, rows):
    snapshot, settings = opened(tables(rows))
    ends = [row for row in rows if row["round"] == "end" and _reads(row)]
    for by in ((), ("language", "grade"), ("school",)):
        answer = _asked(snapshot, settings, "reading_spread", (*by, "band"), year=YEAR, round="end")
        whole = _groups(ends, by)
        parts = _groups([row | {"band": _band(_speed(row))} for row in ends], (*by, "band"))
        _same(
            answer,
            {
                at: (len(of), len(whole[at[:-1]]), _children(whole[at[:-1]]))
                for at, of in parts.items()
            },
        )


def _band(speed):
    if speed < 1:
        return 0
    return 1 if speed < 10 else int(speed // 10 * 10)


@FEW
@given(districts())
def test_growth_is_of_children_with_both_rounds(opened, rows):
    snapshot, settings = opened(tables(rows))
    pairs = _pairs(rows)
    if not {"start", "end"} <= {row["round"] for row in rows}:
        return
    for by in ((), ("school",), ("grade",), ("language",), ("language", "grade")):
        groups = _groups([last | {"first": first} for first, last in pairs], by)
        gain = _asked(snapshot, settings, "reading_gain", by, year=YEAR)
        for row in gain.rows:
            of = groups.get(row.key, [])
            gains = [_speed(last) - _speed(last["first"]) for last in of]
            assert (row.denominator or 0) == len(gains)
            one = len({last["language"] for last in of}) == 1
            median = pytest.approx(np.median(gains)) if one and gains else None
            if row.value is not None or one:
                assert row.value == median
        risen = _asked(snapshot, settings, "reading_risen", by, year=YEAR)
        told = {r.key: (r.numerator, r.denominator) for r in risen.rows if r.denominator}
        assert told == {at: up for at, of in groups.items() if (up := _risen(of))[1]}


def _pairs(rows):
    read = {
        (r["school_id"], r["pupil_code"], r["language"], r["round"]): r for r in rows if _reads(r)
    }
    return [
        (row, read[(*key[:3], "end")])
        for key, row in read.items()
        if key[3] == "start" and (*key[:3], "end") in read
    ]


def _risen(rows):
    normed = [r for r in rows if _norm(r) and _norm(r["first"])]
    below = [r for r in normed if _speed(r["first"]) < _norm(r["first"])["benchmark"]]
    return sum(_speed(r) >= _norm(r)["benchmark"] for r in below), len(normed)


@pytest.fixture
def answer(opened, settings):
    def asked(rows, key, by=(), norms=None, **where):
        snapshot, _ = opened(tables(rows, norms))
        return _asked(snapshot, settings, key, by, **where)

    return asked


def _row(answer):
    (row,) = answer.rows
    return row


def test_a_child_who_was_absent_is_not_zero_and_one_who_was_stopped_is(answer):
    rows = [
        child("stopped", words_correct=0, seconds=0),
        child("reads"),
        child("away", status="absent"),
        child("away too") | {"status": "absent"},  # some registers write words of who was away
        child("would not", status="refused"),
        child("untold", words_correct=None),
    ]
    zero = _row(answer(rows, "reading_zero"))
    assert (zero.numerator, zero.denominator) == (1, 2)
    there = _row(answer(rows, "reading_tested"))
    assert (there.numerator, there.denominator) == (3, 6)


@pytest.mark.parametrize(
    ("asked", "right", "understood"), [(4, 3, 0), (4, 4, 1), (5, 3, 0), (5, 4, 1), (10, 8, 1)]
)
def test_with_four_questions_four_in_five_takes_all_four(asked, right, understood, answer):
    rows = [child("one", questions_asked=asked, questions_right=right)]
    assert _row(answer(rows, "reading_comprehension")).numerator == understood


def test_a_child_who_reads_in_two_languages_is_one_child_with_two_tests(answer):
    rows = [child("both", handwriting=5, errors=1), child("both", language="ru", handwriting=5)]
    for key in ("reading_zero", "handwriting_quality", "reading_benchmark", "reading_tested"):
        row = _row(answer(rows, key))
        assert (row.denominator, row.pupils) == (2, 1), key
        assert [r.pupils for r in answer(rows, key, ("language",)).rows] == [1, 1]


def test_the_same_code_at_two_schools_is_two_children(answer):
    rows = [child("P1"), child("P1", school_id="S2")]
    assert _row(answer(rows, "reading_zero")).pupils == 2


def test_words_of_two_languages_have_no_median_and_each_has_its_own(answer):
    rows = [child("a", words_correct=30), child("b", words_correct=50, language="ru")]
    assert [r.value for r in answer(rows, "reading_fluency").rows] == [None]
    by_language = answer(rows, "reading_fluency", ("language",)).by_key()
    assert {key[0]: row.value for key, row in by_language.items()} == {"ky": 30, "ru": 50}


def test_where_there_is_no_norm_nobody_is_below_it(answer):
    rows = [child("a"), child("b", grade=3)]
    found = answer(rows, "reading_benchmark", ("grade",)).by_key()
    assert (found[(2,)].value, found[(3,)].value, found[(3,)].flag) == (1, None, "z")
    assert _row(answer(rows, "reading_benchmark")).denominator == 1


def test_a_norm_of_the_language_goes_before_one_of_all(answer):
    rows = [child("a", words_correct=35), child("b", words_correct=35, language="ru")]
    found = answer(rows, "reading_benchmark", ("language",)).by_key()
    counts = {key[0]: (row.numerator, row.denominator) for key, row in found.items()}
    assert counts == {"ky": (0, 1), "ru": (1, 1)}
    assert _row(answer(rows, "reading_benchmark")).denominator == 2


def test_who_left_and_who_came_are_told_apart_from_those_with_both_rounds(opened, settings):
    rows = [
        *(child(f"both{n}", round=when) for n in range(3) for when in ("start", "end")),
        child("left", round="start"),
        child("away", round="start"),
        child("away", status="absent"),
        child("came"),
        child("turned", round="start"),
        child("turned", language="ru"),
    ]
    snapshot, _ = opened(tables(rows))
    found = counts(snapshot, "reading_growth", (), (("norm_set", ("ours",)), ("year", (YEAR,))))
    told = dict(zip(found.places, found.rows[0]))
    assert [told[n] for n in ("paired", "started", "lost", "come")] == [3, 6, 3, 2]


# -- hidden classes

PLACES = [
    (school["school_id"], grade, gender, tongue)
    for school in SCHOOLS
    for grade in (1, 2)
    for gender in ("f", "m")
    for tongue in ("ky", "ru")
]
AXES = ("school", "grade", "gender", "language")


def _small_district():
    """Two cells of few children among sixteen that are not, and one that is empty."""
    sizes = {place: 6 + number % 3 for number, place in enumerate(PLACES)}
    sizes |= {("S2", 2, "m", "ru"): 2, ("S1", 1, "f", "ru"): 0, ("S3", 2, "m", "ky"): 3}
    return [
        child(
            f"P{place}{n}", school_id=place[0], grade=place[1], gender=place[2], language=place[3]
        )
        for place, size in sizes.items()
        for n in range(size)
    ]


def test_sums_of_what_is_shown_never_give_a_cell_of_few_away(opened, settings):
    """All sums along schools, grades, genders and languages, as equations in the cells."""
    snapshot, _ = opened(tables(_small_district()))
    for key in ("reading_zero", "reading_benchmark", "reading_tested"):
        shown = np.array(list(_shown(key, snapshot, replace(settings, hide_below=5))))
        rank = np.linalg.matrix_rank(shown)
        for few in (("S2", 2, "m", "ru"), ("S3", 2, "m", "ky")):
            line = [float(place == few) for place in PLACES]
            assert np.linalg.matrix_rank(np.vstack([shown, line])) == rank + 1, (key, few)


def _shown(key, snapshot, settings):
    for mask in range(2 ** len(AXES)):
        by = tuple(axis for place, axis in enumerate(AXES) if mask >> place & 1)
        where = {"year": (YEAR,), "round": ("end",), "norm_set": ("ours",)}
        for row in ask(Question.of(key, by, where), snapshot, settings).rows:
            if row.value is not None:
                at = dict(zip(by, row.key))
                yield [float(_inside(place, at)) for place in PLACES]


def _inside(place, at):
    return all(dict(zip(AXES, place))[axis] == value for axis, value in at.items())
