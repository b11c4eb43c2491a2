"""A batch on the import desk: dropped, checked, answered, loaded, each step kept."""

import io
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from dashboard.errors import WrongCall
from dashboard.importer import desk_batch, desk_process, desk_report
from dashboard.settings import Settings
from dashboard.store import batches, files, places, snapshots
from dashboard.store.state import session
from tests.desk_at_once import Ended, at_once
from tests.importer.handmade import HEADINGS, SCHOOLS

YEAR = "2026-2027"
MARKS = f"{HEADINGS}\nS01,{YEAR},Q1,7,А,algebra,20,5,6,7,2\n"
NO_PERIOD = MARKS.replace(",period", "").replace(",Q1", "").replace("S01", "S02")


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(store=tmp_path / "store", memory="256MB", threads=1)


@pytest.fixture(name="at_once")
def _at_once(monkeypatch):
    at_once(monkeypatch)


def drop(settings: Settings, told: dict[str, str | bytes], who: str = "") -> str:
    given = [
        (name, io.BytesIO(text if isinstance(text, bytes) else text.encode()))
        for name, text in told.items()
    ]
    return desk_batch.receive(given, settings, who)


def reported(settings: Settings, batch: str) -> dict:
    return {one.file.path: one.file for one in desk_report.read(settings.store, batch)}


def state(settings: Settings, batch: str) -> str:
    return desk_batch.look(settings, batch).state


def test_it_is_checked_by_a_process_of_its_own(settings):
    batch = drop(settings, {"schools.csv": SCHOOLS, "marks.csv": MARKS})
    assert state(settings, batch) == "checking"
    desk_batch._started[-1].wait(60)
    assert state(settings, batch) == "checked"
    assert reported(settings, batch)["marks.csv"].rows_loaded == 1
    assert snapshots.current_or_none(settings.store) is None


def test_nothing_changes_until_it_is_loaded(settings, at_once):
    batch = drop(settings, {"schools.csv": SCHOOLS, "marks.csv": MARKS}, "aigul")
    assert snapshots.current_or_none(settings.store) is None
    desk_batch.load(settings, batch, "nurlan")
    loaded = desk_batch.look(settings, batch)
    assert (loaded.state, loaded.snapshot) == ("loaded", snapshots.current(settings.store))
    assert (loaded.who, snapshots.describe(settings.store, loaded.snapshot)["who"]) == (
        "aigul",
        "nurlan",
    )


def test_what_a_file_lacks_is_told_once(settings, at_once):
    batch = drop(settings, {"schools.csv": SCHOOLS, "marks.csv": NO_PERIOD})
    assert reported(settings, batch)["marks.csv"].problems[0].check == "missing_period"
    desk_batch.answer(settings, batch, [("marks.csv", "period", "1-чейрек")], "aigul")
    assert desk_batch.look(settings, batch).answered == 1
    desk_batch.check_again(settings, batch)
    assert reported(settings, batch)["marks.csv"].rows_loaded == 1
    assert desk_batch.look(settings, batch).answered == 0


def test_an_answer_that_cannot_be_read_is_refused(settings, at_once):
    batch = drop(settings, {"marks.csv": NO_PERIOD})
    with pytest.raises(WrongCall):
        desk_batch.answer(settings, batch, [("marks.csv", "period", "кышында")], "")
    assert batches.answers(settings.store, batch) == {}


def test_two_people_do_not_lose_each_others_answers(settings, at_once):
    batch = drop(settings, {"a.csv": NO_PERIOD, "b.csv": NO_PERIOD.replace("S02", "S05")})
    desk_batch.answer(settings, batch, [("a.csv", "period", "Q1")], "aigul")
    desk_batch.answer(settings, batch, [("b.csv", "period", "Q2")], "nurlan")
    desk_batch.answer(settings, batch, [("a.csv", "year", YEAR)], "nurlan")
    assert batches.answers(settings.store, batch) == {
        "a.csv": {"period": "Q1", "year": YEAR},
        "b.csv": {"period": "Q2"},
    }


def test_an_archive_is_opened_with_its_manifest(settings, at_once):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("schools.csv", SCHOOLS)
        archive.writestr("deep/marks.csv", NO_PERIOD)
        archive.writestr("manifest.csv", "file,period\ndeep/marks.csv,Q1\n")
    batch = drop(settings, {"sent.zip": packed.getvalue()})
    found = reported(settings, batch)
    assert found["sent.zip/deep/marks.csv"].rows_loaded == 1
    assert {file.sha256 for file in found.values()} <= batches.needed(settings.store)


def test_two_files_of_one_name_are_two_and_the_same_twice_is_one(settings, at_once):
    given = [("marks.csv", io.BytesIO(text.encode())) for text in (MARKS, NO_PERIOD, MARKS)]
    batch = desk_batch.receive(given, settings, "")
    assert set(reported(settings, batch)) == {"marks.csv", "marks (2).csv"}


@given(st.text(max_size=60))
def test_no_name_leads_outside(name):
    place = PurePosixPath(desk_batch._inside(name))
    assert place.parts
    assert not place.is_absolute()
    assert ".." not in place.parts


def test_it_is_told_how_far_it_is(settings, at_once, monkeypatch):
    told = []
    monkeypatch.setattr(desk_process, "OFTEN", -1)
    monkeypatch.setattr(batches, "progress", lambda _, __, *far: told.append(far))
    drop(settings, {"schools.csv": SCHOOLS, "marks.csv": MARKS})
    assert told == [(stage, n, 2) for stage in ("reading", "entering") for n in (0, 1)]


def test_a_batch_at_work_is_not_started_twice(settings, monkeypatch):
    monkeypatch.setattr(desk_batch.subprocess, "Popen", lambda *_, **__: Ended())
    batch = drop(settings, {"marks.csv": MARKS})
    for step in (desk_batch.check_again, desk_batch.discard):
        with pytest.raises(desk_batch.BatchBusy):
            step(settings, batch)


def test_a_batch_whose_process_died_says_so_and_can_be_checked_again(settings, monkeypatch):
    with monkeypatch.context() as dead:
        dead.setattr(desk_batch.subprocess, "Popen", lambda *_, **__: Ended())
        batch = drop(settings, {"schools.csv": SCHOOLS, "marks.csv": MARKS})
    long_ago = (datetime.now(UTC) - timedelta(minutes=5)).isoformat(timespec="seconds")
    with session(settings.store) as opened, opened.begin():
        opened.execute(sa.update(batches.Batch).values(begun=long_ago))
    with desk_batch.lock(settings.store, batch):
        assert state(settings, batch) == "checking"  # as long as somebody holds it
    assert desk_batch.look(settings, batch).trouble == "error.batch_interrupted"
    at_once(monkeypatch)
    desk_batch.check_again(settings, batch)
    assert state(settings, batch) == "checked"


def test_when_no_file_is_accepted_nothing_is_called_loaded(settings, at_once):
    batch = drop(settings, {"odd.csv": "Пункт,Жооп\n1,2\n3,4\n"})
    desk_batch.load(settings, batch, "")
    assert desk_batch.look(settings, batch).trouble == "error.nothing_loaded"
    assert snapshots.current_or_none(settings.store) is None


def test_a_fault_of_ours_is_told_and_the_batch_lives_on(settings, at_once, monkeypatch):
    monkeypatch.setattr(desk_process.desk, "bring_staged", lambda *_: 1 / 0)
    batch = drop(settings, {"marks.csv": MARKS})
    assert desk_batch.look(settings, batch).trouble == "error.unexpected"


def test_the_first_rows_of_an_unknown_sheet_are_shown_and_lie_with_the_originals(settings, at_once):
    batch = drop(settings, {"odd.csv": "Пункт,Жооп\n1,Асанова Айгүл\n3,4\n"})
    (one,) = desk_report.read(settings.store, batch)
    assert one.sheets == (("", (("Пункт", "Жооп"), ("1", "Асанова Айгүл"), ("3", "4"))),)
    holding = [
        path
        for path in settings.store.rglob("*")
        if path.is_file() and "Асанова".encode() in path.read_bytes()
    ]
    assert {path.parent for path in holding} == {places.files(settings.store)}


def test_a_discarded_batch_needs_its_files_no_more(settings, at_once):
    batch = drop(settings, {"marks.csv": MARKS})
    assert files.fingerprint(MARKS.encode()) in batches.needed(settings.store)
    desk_batch.discard(settings, batch)
    assert batches.needed(settings.store) == set()
    assert not batches.report_path(settings.store, batch).exists()


def test_what_is_received_in_pieces_is_kept_bit_for_bit(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "PIECE", 7)
    data = bytes(range(256)) * 5
    assert files.load(tmp_path, files.take(tmp_path, io.BytesIO(data))) == data
    assert [path.name for path in places.files(tmp_path).iterdir()] == [files.fingerprint(data)]


def test_a_broken_upload_leaves_nothing(tmp_path):
    class Broken(io.BytesIO):
        def read(self, *_: object) -> bytes:
            raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        files.take(tmp_path, Broken())
    assert list(Path(tmp_path).rglob("*")) == [places.files(tmp_path)]
