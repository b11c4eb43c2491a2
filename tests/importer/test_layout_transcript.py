"""Transcripts of a class, a block a pupil under four rows of headings."""

import pytest

from tests.importer.handmade import checks
from tests.importer.layout_rows import PUPILS, TRANSCRIPT_SPANS, TRANSCRIPTS, transcript
from tests.importer.layout_samples import SAMPLES, Sample, written

ALGEBRA = ("Алгебра", "4", "4", "4", "4", "4", "4")


def _sheet(*blocks: list) -> dict:
    return {"Лист1": [row for block in blocks for row in block]}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_finals_are_counted_by_subject_and_period(district, form):
    """Averages are no marks, 0 is no value; of the year the last mark counts where it stands."""
    report = district.one(written(SAMPLES["transcripts"], form), name=f"a.{form}")
    assert (report.layout, report.status, checks(report)) == ("transcript", "loaded", [])
    place = ("school_id", "year", "grade", "letter")
    assert set(district.rows("marks", *place)) == {("S05", "2026-2027", 8, "А")}
    columns = ("subject_id", "period", "roster", "n5", "n4", "n3", "no_mark")
    assert district.rows("marks", *columns) == [
        ("algebra", "Q1", 2, 1, 0, 1, 0),
        ("algebra", "Q2", 2, 1, 0, 1, 0),
        ("algebra", "Q3", 2, 1, 1, 0, 0),
        ("algebra", "Q4", 2, 1, 0, 0, 1),
        ("algebra", "Y", 2, 1, 0, 1, 0),
        ("physics", "Q2", 2, 0, 2, 0, 0),
        ("physics", "Q4", 2, 2, 0, 0, 0),
        ("physics", "Y", 2, 1, 1, 0, 0),
    ]


def test_blocks_of_several_classes_are_counted_apart(district):
    other = [[cell and str(cell).replace("8А", "8Б") for cell in row] for row in TRANSCRIPTS]
    report = district.one(_sheet(TRANSCRIPTS, other))
    assert checks(report) == []
    assert {row[0] for row in district.rows("marks", "letter")} == {"А", "Б"}
    assert set(district.rows("marks", "roster")) == {(2,)}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_one_pupil_is_never_taken_for_a_class(district, form):
    spans = tuple(span for span in TRANSCRIPT_SPANS if span[0] < 16)
    sample = Sample("transcript", transcript(PUPILS[0], ALGEBRA), spans)
    report = district.one(written(sample, form), name=f"a.{form}")
    assert (report.status, checks(report)) == ("rejected", ["one_pupil"])


def test_a_school_that_is_only_named_is_asked_for(district):
    blocks = [transcript(name, ALGEBRA) for name in PUPILS[:2]]
    for block in blocks:
        block[0] = ["Кыргыз-орус орто мектеби"]
    assert checks(district.one(_sheet(*blocks))) == ["missing_school"]
    assert district.one(_sheet(*blocks), school="S05").status == "loaded"


def test_a_mark_that_cannot_be_read_names_its_cell(district):
    bad = transcript(PUPILS[1], ("Алгебра", "4", "пять", "4", "4", "4", "4"), ("Физика", *[5] * 6))
    report = district.one(_sheet(transcript(PUPILS[0], ALGEBRA), bad))
    found = [(p.check, p.row, p.column, p.value) for p in report.problems]
    assert found == [("bad_mark", 30, "Алгебра, Q2", "пять")]
    assert {row[0] for row in district.rows("marks", "subject_id")} == {"physics"}


def test_no_name_reaches_the_store(district):
    report = district.one(written(SAMPLES["transcripts"], "csv"))
    outside = [path for path in district.settings.store.rglob("*") if "files" not in path.parts]
    kept = b"".join(path.read_bytes() for path in outside if path.is_file())
    assert kept
    for word in " ".join(PUPILS[:2]).split():
        assert word.encode() not in kept
        assert word not in str(report)
