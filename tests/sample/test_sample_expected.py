"""The metrics beside those of marks: truth.json says what a plain count over the records says."""

import json
from collections import defaultdict

import pytest

from dashboard.sample.writing import make_olympiads

TESTS = ("exam_threshold", "exam_mean", "exam_participation")
COUNTED = ("one_three", "olympiad_places")
MEDIANS = ("load_hours", "reading_fluency", "reading_gain")
OF_CLASSES = ((), ("school",), ("aimak",), ("grade",), ("school", "grade"))
OF_SUBJECTS = ((), ("school",), ("aimak",), ("subject",), ("school", "subject"))
SHAPE = {  # the keys that rows are grouped by
    "quality_pupils": OF_CLASSES,
    "one_three": OF_CLASSES,
    **dict.fromkeys((*TESTS, "olympiad_places"), OF_SUBJECTS),
}
NOT_DIMENSIONS = {"year", "period", "stage", "numerator", "denominator", "pupils", "value"}


@pytest.fixture(scope="module")
def truth(sample):
    return json.loads((sample / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def plain(records, asked):
    """For each metric (what a record is of, numerator, denominator)."""
    aimak = {r.school.code: r.school.aimak for r in records}
    groups = ("excellent", "good", "satisfactory", "failing", "not_assessed")
    found = defaultdict(list)
    for s in (s for of_school in records for s in of_school.standings):
        of = {"school": s.school, "grade": s.grade, "period": s.period, "aimak": aimak[s.school]}
        of["year"], placed = _year(s), sum(getattr(s, name) for name in groups)
        found["quality_pupils"].append((of, s.excellent + s.good, placed))
        found["one_three"].append((of, s.one_three, placed - s.not_assessed))
    for e in (e for of_school in records for e in of_school.exams):
        of = {"school": e.school, "subject": e.subject, "aimak": aimak[e.school], "year": _year(e)}
        found["exam_threshold"].append((of, e.passed, e.takers))
        found["exam_mean"].append((of, e.score_sum, e.takers))
        found["exam_participation"].append((of, e.takers, e.graduates))
    for o in make_olympiads(records, asked["seed"]):
        of = {"school": o.school, "subject": o.subject, "aimak": aimak[o.school], "year": _year(o)}
        won = o.place1 + o.place2 + o.place3
        found["olympiad_places"].append((of | {"stage": o.stage}, won, o.participants))
    return found


@pytest.mark.parametrize("metric", SHAPE)
def test_rows_are_grouped_as_promised(truth, metric):
    dimensions = {tuple(n for n in row if n not in NOT_DIMENSIONS) for row in truth[metric]}
    assert dimensions == set(SHAPE[metric])


def test_the_pupils_behind_a_standing_are_those_with_marks(truth, records):
    latest = [s for each in records for s in each.standings if s.first_year == 2026]
    assessed = sum(s.roster - s.not_assessed for s in latest)
    quality, away = (
        next(r for r in truth[metric] if r["year"] == "2026-2027" and "school" not in r)
        for metric in ("quality_pupils", "one_three")
    )
    assert quality["pupils"] == assessed < quality["denominator"]
    assert away["pupils"] == assessed == away["denominator"]


@pytest.mark.parametrize("metric", SHAPE)
def test_every_row_is_the_sum_of_its_records(truth, plain, metric):
    for row in truth[metric]:
        records = [(num, den) for of, num, den in plain[metric] if _belongs(metric, row, of)]
        assert records
        assert row["numerator"] == sum(numerator for numerator, _ in records)
        assert row["denominator"] == sum(denominator for _, denominator in records)


def test_different_tests_are_never_added(truth):
    """A row that names no subject is of the main test alone."""
    district = next(row for row in truth["exam_threshold"] if "school" not in row)
    subjects = [
        row["denominator"]
        for row in truth["exam_threshold"]
        if "subject" in row and "school" not in row and row["year"] == district["year"]
    ]
    assert 0 < max(subjects) <= district["denominator"]


def test_stages_are_never_added(truth):
    assert {row["stage"] for row in truth["olympiad_places"]} == {"district"}


def test_the_value_of_a_count_is_the_count(truth):
    for metric, rows in truth.items():
        if metric in MEDIANS:
            continue
        assert all(row.get("value", row["numerator"]) == row["numerator"] for row in rows)
        assert {"value" in row for row in rows} == {metric in COUNTED}


def _year(record):
    return f"{record.first_year}-{record.first_year + 1}"


def _belongs(metric, row, of):
    named = {name: row[name] for name in row if name in of}
    if metric in TESTS and "subject" not in row:
        named["subject"] = ""
    if metric in TESTS and "subject" in row and not of["subject"]:
        return False
    return all(of[name] == value for name, value in named.items())
