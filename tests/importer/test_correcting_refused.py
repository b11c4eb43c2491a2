"""What is not put right by hand, and what has to be meant."""

import pytest

from dashboard.errors import NoSnapshot
from dashboard.importer import correcting
from dashboard.importer.correcting import correct
from dashboard.spec import core
from dashboard.spec.correctable import correctable
from dashboard.store import snapshots
from tests.importer.corrected import FILE, KEY, MOVED, asked_for, corrected, counts
from tests.importer.handmade import Desk


@pytest.fixture
def loaded(district: Desk) -> Desk:
    """Two classes of one file."""
    district.one(FILE)
    return district


@pytest.mark.parametrize(
    ("new", "error"),
    [
        ({"n5": "-1"}, correcting.Unfit),
        ({"n5": "4,5"}, correcting.Unfit),
        ({"n5": "five"}, correcting.Unfit),
        ({"roster": ""}, correcting.Unfit),
        ({"n5": "5"}, correcting.NothingChanged),
        ({"letter": "В"}, correcting.NotCorrectable),
        ({"teacher_id": "T-9"}, correcting.NotCorrectable),
        ({"source_row": "9"}, correcting.NotCorrectable),
        ({}, correcting.NotCorrectable),
    ],
)
def test_what_no_import_would_read_is_refused(loaded, new, error):
    before = snapshots.current(loaded.settings.store)
    with pytest.raises(error):
        corrected(loaded, new, sure=True)
    assert snapshots.current(loaded.settings.store) == before


def test_what_an_import_would_warn_of_has_to_be_meant(loaded):
    with pytest.raises(correcting.LooksWrong) as told:
        corrected(loaded, {"n5": "6"})
    assert "21" in told.value.about["words"]
    assert corrected(loaded, {"n5": "6"}, sure=True) == [1]


def test_a_row_that_was_odd_before_need_not_be_meant_for_another_cell(loaded):
    corrected(loaded, {"n5": "6"}, sure=True)
    corrected(loaded, {"no_mark": "0"})
    assert counts(loaded) == (6, 5)


def test_nobody_overwrites_what_they_have_not_seen(loaded):
    corrected(loaded, MOVED)
    with pytest.raises(correcting.ChangedMeanwhile):
        corrected(loaded, {"n5": "7"}, seen={"n5": "5"}, sure=True)
    corrected(loaded, {"n5": "5", "n3": "4"}, seen={"n5": "5", "n3": "5"}, sure=True)
    assert counts(loaded) == (6, 4)  # what was left as it stood in the form stays


def test_without_a_reason_nothing_is_put_right(loaded):
    with pytest.raises(correcting.NoReason):
        corrected(loaded, MOVED, why="  ")


@pytest.mark.parametrize(
    "key", ["", "[]", "{}", '{"school_id": "S01"}', KEY.replace('"7"', '"x"'), KEY[:-1], "7"]
)
def test_a_key_that_is_none_is_refused(loaded, key):
    with pytest.raises(correcting.NotCorrectable):
        corrected(loaded, MOVED, key=key)


def test_a_row_that_is_not_there_is_refused(loaded):
    with pytest.raises(correcting.RowGone):
        corrected(loaded, MOVED, key=KEY.replace("S01", "S02"))


@pytest.mark.parametrize("table", ["nothing", "course_cycles", "marks_expected", "source"])
def test_what_ships_with_the_program_is_not_put_right_by_hand(loaded, table):
    with pytest.raises(correcting.NotCorrectable):
        corrected(loaded, MOVED, table=table)


def test_without_a_snapshot_there_is_nothing_to_put_right(bare):
    with pytest.raises(NoSnapshot):
        corrected(bare, MOVED)


def test_no_name_and_nothing_that_a_row_is_of_can_be_corrected():
    for name, table in core.tables().items():
        found = correctable(name)
        assert not found.keys() & {*table.key, "name", "teacher_id", "mentor_id", "aliases"}
        assert {column.type for column in found.values()}.isdisjoint({"text", "list", "school"})
    assert {"roster", "n5", "no_mark"} <= correctable("marks").keys()


@pytest.mark.parametrize("language", ["ky", "kk", "ru", "en"])
def test_what_is_odd_is_said_in_the_language_of_the_person(loaded, language):
    with pytest.raises(correcting.Unfit) as told:
        correct(loaded.settings, asked_for({"n5": "x"}), language)
    with pytest.raises(correcting.Unfit) as empty:
        correct(loaded.settings, asked_for({"roster": ""}), language)
    assert told.value.about["words"] != empty.value.about["words"] != ""
