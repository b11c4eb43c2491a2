"""Reading diagnostics of the sample: codes and no names, and children as they are found."""

from collections import Counter, defaultdict
from statistics import median

import pytest

from dashboard.sample.expected_reading import expected_reading
from dashboard.sample.writing import make_records

MEASURED = ("words", "errors", "questions_asked", "questions_right", "manner", "expressiveness")
TESTS = [(2025, "start"), (2025, "middle"), (2025, "end"), (2026, "start")]
WEAK = {"S03", "S12", "S33"}


@pytest.fixture(scope="module")
def records():
    return make_records(45, 2, 1)


@pytest.fixture(scope="module")
def readings(records):
    return [each for of_school in records for each in of_school.reading]


@pytest.fixture(scope="module")
def truth(records, readings):
    return expected_reading(readings, {r.school.code: r.school.aimak for r in records})


def test_no_two_rows_have_the_same_grain(readings):
    grains = [(r.school, r.pupil, r.first_year, r.round, r.language) for r in readings]
    assert len(grains) == len(set(grains))
    assert 12_000 <= len(grains) <= 15_000


def test_every_school_with_primary_classes_tests_two_and_four(records):
    for of_school in records:
        grades = {r.grade for r in of_school.reading}
        assert {2, 4} & {*of_school.school.grades} <= grades <= {1, 2, 3, 4}
        assert all(r.round != "start" for r in of_school.reading if r.grade == 1)


def test_a_child_is_its_code(readings):
    assert all(r.pupil.startswith(f"{r.school}-{r.grade}{r.letter}-") for r in readings)
    assert all(r.pupil.rpartition("-")[2].isdigit() for r in readings)


def test_a_child_is_one_and_the_same_all_year(readings):
    told = defaultdict(set)
    for r in readings:
        told[r.pupil, r.first_year].add((r.gender, r.grade, r.letter))
    assert {len(each) for each in told.values()} == {1}


def test_some_children_come_and_some_go(readings):
    on_list = defaultdict(set)
    for r in readings:
        if r.first_year == 2025 and r.grade in (2, 4):
            on_list[r.round].add(r.pupil)
    for earlier, later in (("start", "middle"), ("middle", "end")):
        for moved in (on_list[earlier] - on_list[later], on_list[later] - on_list[earlier]):
            assert 0.01 < len(moved) / len(on_list[earlier]) < 0.04


def test_whoever_was_not_tested_has_no_figures(readings):
    for r in readings:
        told = [getattr(r, name) is not None for name in MEASURED]
        assert all(told) if r.status == "tested" else not any(told)
        assert r.status == "tested" or r.handwriting is None
    status = Counter(r.status for r in readings)
    assert 0.07 < status["absent"] / len(readings) < 0.09
    assert 0 < status["refused"] < 0.02 * len(readings)


@pytest.mark.parametrize("test", TESTS)
def test_who_reads_nothing_is_rarer_in_grade_four(readings, test):
    zeros = {grade: _share(_words(readings, test, grade), lambda n: n == 0) for grade in (2, 4)}
    assert 0.02 < zeros[2] < 0.06
    assert 0 < zeros[4] < zeros[2]


@pytest.mark.parametrize("grade", [2, 3, 4])
def test_children_read_faster_round_after_round(readings, grade):
    paces = [median(_words(readings, test, grade)) for test in TESTS[:3]]
    assert paces == sorted(paces)
    assert paces[-1] - paces[0] >= 5


@pytest.mark.parametrize("test", TESTS)
def test_children_read_faster_grade_after_grade(readings, test):
    paces = [median(_words(readings, test, grade)) for grade in (2, 3, 4)]
    assert paces[0] < paces[1] < paces[2]
    assert max(_words(readings, test, 4)) == 130  # the whole text


def test_weak_schools_are_weak(readings):
    weak = [r.words for r in readings if r.school in WEAK and r.grade == 2 and r.words is not None]
    assert median(weak) < 0.85 * median(_words(readings, TESTS[1], 2))


def test_some_schools_test_in_two_languages(records):
    languages = {r.school.code: {each.language for each in r.reading} for r in records}
    profiles = {r.school.code: r.school.profile["language"] for r in records}
    two = {code for code, of in languages.items() if of == {"ky", "ru"}}
    assert two == {code for code, language in profiles.items() if language == "mixed"}
    assert all(languages[code] == {profiles[code]} for code in languages.keys() - two)


def test_a_child_of_two_languages_is_one_child(readings, truth):
    (row,) = _of(truth["reading_tested"], 5, year="2025-2026")
    held = [r for r in readings if (r.first_year, r.round) == (2025, "end")]
    assert row["denominator"] == len(held)
    assert row["pupils"] == len({r.pupil for r in held}) < len(held)


def test_half_of_the_schools_look_at_handwriting(readings):
    marked = {r.school for r in readings if r.handwriting is not None}
    assert 18 <= len(marked) <= 24
    assert {r.handwriting for r in readings} == {None, 2, 3, 4, 5}


def test_words_are_never_put_together_over_languages(truth):
    for metric in ("reading_fluency", "reading_gain"):
        assert truth[metric]
        assert all("language" in row and "value" in row for row in truth[metric])


def test_the_share_at_the_norm_is_counted_by_hand(readings, truth):
    row = next(r for r in truth["reading_benchmark"] if r.get("grade") == 4 and len(r) == 7)
    held = _words(readings, (2025, "end"), 4)
    assert (row["year"], row["round"]) == ("2025-2026", "end")
    assert (row["numerator"], row["denominator"]) == (sum(n >= 80 for n in held), len(held))
    assert all(row.get("grade", 2) in (2, 4) for row in truth["reading_benchmark"])


def test_who_rose_stood_under_the_norm_and_now_does_not(readings, truth):
    by_round = defaultdict(dict)
    for r in readings:
        if r.first_year == 2025 and r.grade == 2 and r.words is not None:
            by_round[r.pupil, r.language][r.round] = r.words
    both = [of for of in by_round.values() if {"start", "end"} <= of.keys()]
    (row,) = [r for r in truth["reading_risen"] if r.get("grade") == 2 and len(r) == 6]
    risen = sum(of["start"] < 40 <= of["end"] for of in both)
    assert (row["numerator"], row["denominator"]) == (risen, len(both))


def _words(readings, test, grade):
    of_test = [r for r in readings if (r.first_year, r.round) == test and r.grade == grade]
    return [r.words for r in of_test if r.words is not None]


def _share(values, holds):
    return sum(map(holds, values)) / len(values)


def _of(rows, size, **told):
    return [row for row in rows if len(row) == size and told.items() <= row.items()]
