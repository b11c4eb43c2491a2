"""How many 5, 4, 3 each pupil has: pupils of the class by their lowest mark."""

import pytest

from tests.importer.handmade import checks
from tests.importer.layout_rows import LABELS, OF_CLASS, PUPIL_COUNTS, PUPILS
from tests.importer.layout_samples import SAMPLES, written

GROUPS = ("roster", "excellent", "good", "one_four", "satisfactory", "one_three", "failing")


@pytest.mark.parametrize("key", ["pupil counts", "pupil counts, kk"])
def test_pupils_are_grouped_by_their_lowest_mark(district, key):
    """Without a single mark a pupil stands on the roster alone."""
    report = district.one(written(SAMPLES[key], "xlsx"), name="a.xlsx")
    assert (report.layout, report.status, checks(report)) == ("pupil_counts", "loaded", [])
    place = ("school_id", "year", "period", "grade", "letter")
    assert district.rows("pupil_groups", *place, *GROUPS, "not_assessed") == [
        ("S05", "2026-2027", "Q1", 8, "А", 4, 1, 1, 1, 0, 0, 1, 0)
    ]


@pytest.mark.parametrize(
    ("counts", "group"),
    [
        ((5, 0, 0, 0), "excellent"),
        ((0, 5, 0, 0), "good"),
        ((5, 5, 1, 0), "one_three"),
        ((5, 5, 2, 0), "satisfactory"),
        ((5, 5, 2, 1), "failing"),
    ],
)
def test_twos_tell_who_fails_as_well(district, counts, group):
    head = ["№", "ФИО", "Кол-во «5»", "Кол-во «4»", "Кол-во «3»", "Кол-во «2»"]
    district.one({"Лист1": [*OF_CLASS, head, [1, PUPILS[0], *counts]]})
    assert district.rows("pupil_groups", "roster", group) == [(1, 1)]


@pytest.mark.parametrize(("rate", "failing"), [(1, 0), (0.92, 1), ("100,0", 0), ("99,9%", 1)])
def test_a_rate_may_be_a_cell_shown_as_percent(district, rate, failing):
    rows = [PUPIL_COUNTS[0], [1, PUPILS[0], 5, 5, 1, 0.8, rate]]
    district.one({"Лист1": [*OF_CLASS, *rows]})
    assert district.rows("pupil_groups", "failing") == [(failing,)]


def test_who_fails_cannot_be_told_without_twos_or_a_pass_rate(district):
    rows = [row[:5] for row in PUPIL_COUNTS]
    report = district.one({"Лист1": [*OF_CLASS, *rows]})
    assert checks(report) == ["unknown_layout"]


def test_a_pupil_that_cannot_be_read_leaves_the_class_unloaded(district):
    rows = [row[:] for row in PUPIL_COUNTS]
    rows[2][3] = "один"
    report = district.one({"Лист1": [*OF_CLASS, *rows]})
    assert report.status == "rejected"
    assert [(p.check, p.row, p.column, p.value) for p in report.problems] == [
        ("bad_number", 7, "Кол-во «4»", "один")
    ]
    assert not any(word in str(report) for word in " ".join(PUPILS).split())


def test_without_a_class_it_is_asked_for(district):
    content = {"Лист1": [*LABELS, *PUPIL_COUNTS]}
    assert checks(district.one(content)) == ["missing_class"]
    assert district.one(content, class_="8А").status == "loaded"
