"""Pupils by their lowest mark: counted from the very marks that the same school exports."""

import csv
from collections import Counter

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sample.result import COUNTS
from dashboard.sample.standings import GROUPS, groups_of
from dashboard.sample.writing import make_records

TEXTS = {"S01": ("utf-8", ","), "S03": ("utf-8-sig", ";"), "S04": ("utf-16", "\t")}


@pytest.fixture(scope="module")
def every_standing(records):
    return [standing for of_school in records for standing in of_school.standings]


def test_the_groups_make_up_the_class(every_standing):
    assert all(sum(getattr(s, name) for name in GROUPS) == s.roster > 0 for s in every_standing)


def test_pupils_one_mark_away_stand_in_the_group_below(every_standing):
    assert all(s.one_three <= s.satisfactory and s.one_four <= s.good for s in every_standing)
    assert any(s.one_three for s in every_standing)
    assert any(s.one_four for s in every_standing)


def test_each_class_that_has_marks_in_a_period_has_one_row(every_result, every_standing):
    def classes(records):
        return [(r.school, r.first_year, r.period, r.grade, r.letter) for r in records]

    assert len(classes(every_standing)) == len(set(classes(every_standing)))
    assert set(classes(every_standing)) == set(classes(every_result))


def test_no_subject_has_more_failing_or_unassessed_marks_than_the_class_such_pupils(
    every_result, every_standing
):
    """Both groups hold every pupil with such a mark; only «н/а» goes before a 2."""
    standing_of = {_class_of(s): s for s in every_standing}
    for result in every_result:
        standing, tally = standing_of[_class_of(result)], result.tally
        assert tally.not_assessed <= standing.not_assessed
        assert tally.n2 <= standing.failing + standing.not_assessed
        assert standing.excellent <= standing.roster - tally.n4 - tally.n3 - tally.n2


def test_in_a_class_of_one_pupil_the_counts_are_his_marks(records):
    """The school of four pupils has one in each class: its marks say his group."""
    school = next(of_school for of_school in records if of_school.school.code == "S06")
    for standing in school.standings:
        results = [r for r in school.results if _class_of(r) == _class_of(standing)]
        marks = [name for r in results for name in COUNTS if getattr(r.tally, name)]
        placed = [name for name in (*GROUPS, "one_four", "one_three") if getattr(standing, name)]
        assert sorted(placed) == sorted(groups_of(marks))


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (["n5", "n5", "exempt", "credited"], ("excellent",)),
        (["n5", "n4", "n4"], ("good",)),
        (["n5", "n4", "no_mark"], ("good", "one_four")),
        (["n3", "n3", "n4"], ("satisfactory",)),
        (["n3", "n4", "n5"], ("satisfactory", "one_three")),
        (["n3", "n2"], ("failing",)),
        (["n2", "not_assessed"], ("not_assessed",)),
        (["exempt", "no_mark"], ()),
    ],
)
def test_the_lowest_mark_decides(marks, expected):
    assert groups_of(marks) == expected


@given(marks=st.lists(st.sampled_from(COUNTS), max_size=20), order=st.randoms())
def test_the_order_of_subjects_does_not_matter_and_nobody_stands_in_two_groups(marks, order):
    found = groups_of(marks)
    order.shuffle(marks)
    assert groups_of(marks) == found
    assert len([name for name in found if name in GROUPS]) <= 1


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_a_text_holds_a_row_for_each_class_and_period(sample, records, code):
    year = "2026-2027"
    encoding, separator = TEXTS[code]
    data = (sample / year / code / "pupil_groups.csv").read_bytes()
    head, *rows = csv.reader(data.decode(encoding).splitlines(), delimiter=separator)
    standings = _of(records, code, 2026)
    excellent = next(i for i, text in enumerate(head) if text.casefold().startswith(EXCELLENT))
    assert [int(row[excellent]) for row in rows] == [s.excellent for s in standings]


EXCELLENT = ("excellent", "отличник")


def test_a_workbook_holds_the_same(sample, records):
    path = sample / "2025-2026/S02/pupil_groups.xlsx"
    head, *rows = openpyxl.load_workbook(path).worksheets[0].values
    written = Counter(row[head.index("Бір үші бар")] for row in rows)
    assert written == Counter(s.one_three for s in _of(records, "S02", 2025))


def test_a_divided_class_is_one_class_again():
    """Teaching groups share the pupils out; nobody is lost between them, nobody stands twice."""
    of_school = next(r for r in make_records(5, 1, 1) if r.school.code == "S05")
    divided = {(r.grade, r.letter) for r in of_school.results if r.group == "2"}
    rosters = {(s.grade, s.letter): s.roster for s in of_school.standings}
    for grade, letter in divided:
        groups = [r for r in of_school.results if (r.grade, r.letter) == (grade, letter)]
        english = [r.roster for r in groups if r.subject == "english"]
        assert sum(english) == rosters[grade, letter]
    assert divided


def _class_of(record):
    return record.school, record.first_year, record.period, record.grade, record.letter


def _of(records, code, first_year):
    school = next(r for r in records if r.school.code == code)
    return [s for s in school.standings if s.first_year == first_year]
