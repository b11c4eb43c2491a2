"""A snapshot is whole and in place, or it is not there."""

import json
import multiprocessing
import os
import random
import signal
import time

import pytest

from dashboard.errors import NoSnapshot, OldSnapshot
from dashboard.metrics import ask
from dashboard.settings import Settings
from dashboard.spec.answer import Question
from dashboard.store import draft as drafts
from dashboard.store import places, rows, schema, snapshots, upgrade
from dashboard.store.current import Reader
from tests.conftest import SCHOOLS, marks

QUESTION = Question.of("quality")


def _publish(settings: Settings, pupils: int) -> str:
    with drafts.draft(settings.store, settings) as opened:
        rows.replace(opened, "schools", SCHOOLS, 1)
        rows.replace(opened, "marks", [marks(n4=pupils)], 1)
        return drafts.publish(opened, {"files": []})


def _pupils(reader: Reader) -> int:
    return ask(QUESTION, reader.current(), reader.settings).rows[0].pupils


def test_without_a_snapshot_the_reader_says_so(settings):
    with pytest.raises(NoSnapshot):
        Reader(settings).current()


def test_a_file_that_reads_back_otherwise_is_never_used(settings, monkeypatch):
    before = _publish(settings, 20)
    counted = iter(({"marks": 1}, {"marks": 0}))  # when it was written; when it is read back
    monkeypatch.setattr(drafts, "_rows", lambda _: next(counted))
    with pytest.raises(OSError, match="does not hold"):
        _publish(settings, 25)
    assert snapshots.current(settings.store) == before
    assert _pupils(Reader(settings)) == 20


def test_readers_move_to_a_new_snapshot_at_their_next_request(settings):
    _publish(settings, 20)
    reader = Reader(settings)
    assert _pupils(reader) == 20
    _publish(settings, 30)
    assert _pupils(reader) == 30


def test_an_open_snapshot_stays_as_it_is(settings):
    _publish(settings, 20)
    reader = Reader(settings)
    opened = reader.current()
    _publish(settings, 30)
    assert ask(QUESTION, opened, settings).rows[0].pupils == 20


def test_a_draft_that_is_not_published_leaves_nothing(settings):
    first = _publish(settings, 20)
    with drafts.draft(settings.store, settings) as opened:
        rows.replace(opened, "marks", [marks(n4=30)], 1)
    assert snapshots.current(settings.store) == first
    assert [path.stem for path in places.snapshots(settings.store).glob("*.duckdb")] == [first]


def _fail(settings: Settings) -> None:
    with drafts.draft(settings.store, settings) as opened:
        rows.replace(opened, "marks", [marks(n4=30)], 1)
        raise ZeroDivisionError


def test_a_draft_that_fails_leaves_nothing(settings):
    first = _publish(settings, 20)
    with pytest.raises(ZeroDivisionError):
        _fail(settings)
    assert snapshots.current(settings.store) == first
    assert not list(places.snapshots(settings.store).glob(".*"))


def test_undo_points_back_and_an_import_after_it_goes_on_from_there(settings):
    first, second = _publish(settings, 20), _publish(settings, 30)
    assert snapshots.undo(settings.store) == first
    assert _pupils(Reader(settings)) == 20
    third = _publish(settings, 40)
    history = {each["id"]: each for each in snapshots.history(settings.store)}
    assert history[third]["parent"] == first
    assert [name for name, each in history.items() if each["in_use"]] == [third]
    assert second in history


def test_there_is_no_way_back_before_the_first(settings):
    _publish(settings, 20)
    with pytest.raises(snapshots.NothingToUndo):
        snapshots.undo(settings.store)


def test_newer_rows_replace_older_ones_of_the_same_grain(settings):
    with drafts.draft(settings.store, settings) as opened:
        rows.replace(opened, "marks", [marks(n4=20), marks(letter=None, n4=7)], 1)
        replaced = rows.replace(opened, "marks", [marks(letter=None, n4=8), marks(n4=21)], 2)
        kept = rows.register(opened, "marks", ("letter", "n4"))
        assert replaced == 2
        assert sorted(kept, key=str) == [("А", 21), (None, 8)]
        assert (rows.standing(opened, 1), rows.standing(opened, 2)) == (0, 2)


def test_a_snapshot_of_another_version_is_refused(settings, monkeypatch):
    _publish(settings, 20)
    monkeypatch.setattr(schema, "VERSION", schema.VERSION - 1)
    with pytest.raises(OldSnapshot):
        Reader(settings).current()


def test_an_older_snapshot_is_brought_up_to_date(settings, monkeypatch):
    first = _publish(settings, 20)
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    upgrade.bring_up_to_date(settings)
    assert snapshots.current(settings.store) != first
    assert _pupils(Reader(settings)) == 20


def _import_again_and_again(settings: Settings) -> None:
    for pupils in range(20, 10_000):
        _publish(settings, pupils)


@pytest.mark.parametrize("seed", range(20))
def test_a_killed_import_leaves_the_old_snapshot_or_the_new_one(seed, settings):
    """At a random moment: what is then in use opens, is whole, and the next import works."""
    first = _publish(settings, 15)
    spawn = multiprocessing.get_context("spawn" if os.name == "nt" else "fork")
    importing = spawn.Process(target=_import_again_and_again, args=(settings,))
    importing.start()
    while snapshots.current(settings.store) == first and seed % 2:
        time.sleep(0.005)
    time.sleep(random.Random(seed).random() * 0.7)
    os.kill(importing.pid, signal.SIGKILL)
    importing.join()
    now = snapshots.current(settings.store)
    assert json.loads(places.summary(settings.store, now).read_text())["id"] == now
    before = _pupils(Reader(settings))
    assert before >= 15
    _publish(settings, 9_999)
    assert _pupils(Reader(settings)) == 9_999
    assert not list(places.snapshots(settings.store).glob(".*"))
