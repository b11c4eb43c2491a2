"""What befalls a batch: hostile names, kept files lost or changed, processes killed or late."""

import io
from datetime import UTC, datetime, timedelta
from pathlib import PurePosixPath

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importer import desk_batch, desk_process, desk_report
from dashboard.importer.reading.entry import is_left_out
from dashboard.settings import Settings
from dashboard.store import batches, files, places, snapshots
from dashboard.store.state import session
from tests.desk_at_once import Ended, at_once
from tests.importer.handmade import HEADINGS, SCHOOLS

MARKS = f"{HEADINGS}\nS01,2026-2027,Q1,7,А,algebra,20,5,6,7,2\n"
LONG_AGO = (datetime.now(UTC) - timedelta(minutes=5)).isoformat(timespec="seconds")
PIECES = st.text(st.sampled_from("\0\r\n./\\:~$ \u202eя😀a"), max_size=40)


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(store=tmp_path / "store", memory="256MB", threads=1)


@pytest.fixture
def at_desk(monkeypatch) -> None:
    at_once(monkeypatch)


def drop(settings: Settings, *told: tuple[str, str]) -> str:
    return desk_batch.receive(
        [(name, io.BytesIO(text.encode())) for name, text in told], settings, ""
    )


def both(settings: Settings) -> str:
    return drop(settings, ("schools.csv", SCHOOLS), ("marks.csv", MARKS))


def changed(settings: Settings, batch: str, **values: str) -> None:
    with session(settings.store) as opened, opened.begin():
        mine = sa.update(batches.Batch).where(batches.Batch.id == batch)
        opened.execute(mine.values(**values))


def statuses(settings: Settings, batch: str) -> dict[str, str]:
    return {one.file.path: one.file.status for one in desk_report.read(settings.store, batch)}


@given(PIECES)
@pytest.mark.parametrize("name", [".\0./.\0./x", "..\0/x", "a/..\n/../x", "\u202e../x", "😀" * 300])
def test_whatever_signs_a_name_has_it_leads_nowhere_but_inside(name, more):
    for given_name in (name, more, name + more):
        parts = desk_batch._inside(given_name).split("/")
        assert not {"", ".", ".."}.intersection(parts)
        assert all(part.isprintable() and len(part.encode()) <= 240 for part in parts)


@given(st.lists(PIECES, max_size=12))
def test_each_file_of_a_drop_has_a_place_of_its_own(names):
    placed = [
        PurePosixPath(p) for p, _ in desk_batch._apart((n, str(i)) for i, n in enumerate(names))
    ]
    assert len(set(placed)) == len(names)
    assert not set(placed).intersection(*[{f for p in placed for f in p.parents}])


def test_a_file_that_is_called_as_a_folder_disturbs_nobody(settings, at_desk):
    other = MARKS.replace("S01", "S02")
    names = [("a", MARKS), ("a/marks.csv", other), ("例" * 119, other.replace("S02", "S05"))]
    batch = drop(settings, ("schools.csv", SCHOOLS), *names)
    assert list(statuses(settings, batch).values()) == ["loaded"] * 4


def test_what_systems_leave_in_folders_is_not_kept(settings, at_desk):
    with pytest.raises(desk_batch.NothingDropped):
        drop(settings, ("q/.DS_Store", "x"), ("q/~$book.xlsx", "x"), ("Thumbs.db", "x"))
    assert not list(settings.store.rglob("files/*"))
    batch = drop(settings, ("q/.hidden.csv", MARKS), ("schools.csv", SCHOOLS))
    assert [path for path, _ in batches.files(settings.store, batch)] == ["schools.csv"]


def test_of_a_long_name_that_is_cut_nothing_is_hidden():
    assert not is_left_out(desk_batch._inside("x" * 9 + "." * 115 + "я.csv"))


@pytest.mark.parametrize(("harm", "says"), [("gone", "missing"), ("changed", "changed")])
def test_a_kept_file_that_is_not_as_it_was_dropped_is_never_loaded(settings, at_desk, harm, says):
    batch = both(settings)
    kept = places.files(settings.store) / files.fingerprint(MARKS.encode())
    kept.unlink() if harm == "gone" else kept.write_text(MARKS.replace("S01", "S02"))
    desk_batch.load(settings, batch, "")
    assert desk_batch.look(settings, batch).trouble == f"error.kept_{says}"
    assert snapshots.current_or_none(settings.store) is None


def test_what_is_loaded_is_called_loaded_even_without_its_report(settings, at_desk, monkeypatch):
    batch = both(settings)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(desk_report, "write", full)
    desk_batch.load(settings, batch, "")
    found = desk_batch.look(settings, batch)
    assert (found.state, found.snapshot) == ("loaded", snapshots.current(settings.store))
    desk_batch.receive([("more.csv", io.BytesIO(MARKS.encode()))], settings, "")
    assert batches.batches(settings.store)[0].trouble == "error.disk"


def test_a_process_killed_after_it_published_had_loaded(settings, at_desk, monkeypatch):
    batch = both(settings)
    with monkeypatch.context() as killed:
        killed.setattr(desk_process, "_finish", lambda *_: None)
        desk_batch.load(settings, batch, "")
    made = snapshots.current(settings.store)
    both_again = drop(settings, ("marks.csv", MARKS.replace("S01", "S02")))
    desk_batch.load(settings, both_again, "")
    changed(settings, batch, begun=LONG_AGO)
    found = desk_batch.look(settings, batch)
    assert (found.state, found.snapshot) == ("loaded", made)


def test_one_that_was_undone_since_did_not_load(settings, at_desk, monkeypatch):
    first = both(settings)
    desk_batch.load(settings, first, "")
    batch = drop(settings, ("marks.csv", MARKS.replace("S01", "S02")))
    with monkeypatch.context() as killed:
        killed.setattr(desk_process, "_finish", lambda *_: None)
        desk_batch.load(settings, batch, "")
    snapshots.undo(settings.store)
    changed(settings, batch, begun=LONG_AGO)
    assert desk_batch.look(settings, batch).trouble == "error.batch_interrupted"


def test_a_batch_that_ends_while_it_is_looked_at_is_not_called_dead(settings, at_desk):
    """It was seen at work; before its lock is tried it has ended by itself."""
    batch = both(settings)
    changed(settings, batch, state="loading", begun=LONG_AGO)
    seen = batches.find(settings.store, batch)
    changed(settings, batch, state="loaded")
    batches.died(settings.store, seen, "")
    assert batches.find(settings.store, batch).state == "loaded"
    changed(settings, batch, state="loading", begun="2099")
    batches.died(settings.store, seen, "")  # another has begun meanwhile
    assert batches.find(settings.store, batch).state == "loading"


def test_a_process_that_comes_too_late_loads_nothing_that_was_discarded(
    settings, at_desk, monkeypatch
):
    batch = both(settings)
    with monkeypatch.context() as slow:
        slow.setattr(desk_batch.subprocess, "Popen", lambda *_, **__: Ended())
        desk_batch.load(settings, batch, "")
    changed(settings, batch, begun=LONG_AGO)
    desk_batch.discard(settings, batch)
    desk_process.main(batch, "loading", "", settings)
    assert desk_batch.look(settings, batch).state == "discarded"
    assert snapshots.current_or_none(settings.store) is None


def test_who_presses_discard_while_somebody_loads_hears_so(settings, at_desk, monkeypatch):
    """The page of one was right when it was made; the other was quicker by a moment."""
    batch = both(settings)
    seen = batches.find(settings.store, batch)
    changed(settings, batch, state="loading", begun=datetime.now(UTC).isoformat())
    monkeypatch.setattr(desk_batch, "look", lambda *_: seen)
    with pytest.raises(desk_batch.BatchBusy):
        desk_batch.discard(settings, batch)
    assert batches.find(settings.store, batch).state == "loading"
