"""Killed, on a full disk, on a read-only one, two at once: the old snapshot or the new one stands,
a sentence says what happened, nothing is lost, and the kept files give the same again."""

import errno
import io
import json
import multiprocessing
import os
import random
import resource
import shutil
import signal
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.errors import NoSnapshot
from dashboard.i18n import t
from dashboard.importer.rebuild import rebuild
from dashboard.settings import Settings
from dashboard.store import places, snapshots
from tests.importer.handmade import HEADINGS, SCHOOLS, Desk

KILLS = 200 if int(os.environ.get("TIREK_TORTURE", "300")) > 300 else 10
# KiB that one file may hold: the draft cannot be begun, its log not be written, the log not be
# laid into it.
FULL = (0, 12, 30, 100, 2000)
GRADES = range(1, 12)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")


def _file(folder: Path, number: int) -> Path:
    """The marks of eleven classes of one year: no two numbers share a row."""
    year = f"{1992 + number}-{1993 + number}"
    lines = [f"S01,{year},Q1,{grade},А,algebra,20,5,5,5,5" for grade in GRADES]
    path = folder / f"{number}.csv"
    path.write_text("\n".join((HEADINGS, *lines)))
    return path


def _importing(desk: Desk, *paths: Path, limit: int | None = None) -> tuple:
    """A process that runs `tirek import`, and what hears it."""
    fork = multiprocessing.get_context("fork")
    heard, said = fork.Pipe(duplex=False)
    started = fork.Process(target=_import, args=(desk.settings.store, said, paths, limit))
    started.start()
    said.close()
    return started, heard


def _import(store: Path, said: Connection, paths: tuple[Path, ...], limit: int | None) -> None:
    sys.stderr = sys.stdout = io.StringIO()
    if limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    code = main(["import", *map(str, paths), "--store", str(store)])
    said.send(sys.stderr.getvalue())
    os._exit(code)


def _years(desk: Desk) -> dict[str, int]:
    """How many rows of each year stand."""
    found: dict[str, int] = {}
    for (year,) in desk.rows("marks", "year"):
        found[year] = found.get(year, 0) + 1
    return found


def _sound(desk: Desk) -> None:
    """The snapshot in use is told of, and every one of the history is there."""
    store = desk.settings.store
    for one in snapshots.history(store):
        assert places.database(store, one["id"]).exists()
    now = snapshots.current(store)
    assert json.loads(places.summary(store, now).read_text())["id"] == now


def _same_again(desk: Desk) -> bool:
    return rebuild(desk.settings).same


@pytest.fixture(scope="module")
def grown_once(known_schools: Path, tmp_path_factory) -> Path:
    """A store into which one file was loaded before the trouble begins."""
    folder = tmp_path_factory.mktemp("grown")
    desk = Desk(folder, Settings(store=folder / "store"))
    shutil.copytree(known_schools, desk.settings.store)
    started, _ = _importing(desk, _file(folder, 0))
    started.join()
    assert (started.exitcode, set(_years(desk).values())) == (0, {len(GRADES)})
    return desk.settings.store


@pytest.fixture
def grown(bare: Desk, grown_once: Path) -> Desk:
    shutil.copytree(grown_once, bare.settings.store)
    return bare


def _time_of_one(desk: Desk) -> float:
    began = time.monotonic()
    started, _ = _importing(desk, _file(desk.folder, 1))
    started.join()
    return time.monotonic() - began


def test_a_killed_import_lands_whole_or_not_at_all(grown):
    chance, long = random.Random(7), _time_of_one(grown)
    for number in range(2, 2 + KILLS):
        before = _years(grown)
        started, _ = _importing(grown, _file(grown.folder, number % 400))
        time.sleep(chance.random() * long * 1.1)
        os.kill(started.pid, signal.SIGKILL)
        started.join()
        after = _years(grown)
        _sound(grown)
        assert before.items() <= after.items()
        assert set(after.values()) == {len(GRADES)}
        assert len(after) - len(before) in (0, 1)
    assert _same_again(grown)
    left = _file(grown.folder, 99)
    assert grown.bring({left.name: left.read_text()}).files[0].status == "loaded"
    assert not list(places.snapshots(grown.settings.store).glob(".*"))


def _told_of_the_disk(said: Connection, language: str) -> bool:
    begin, _, end = t("error.disk", language, reason="|").partition("|")
    text = said.recv().strip()
    return text.startswith(begin) and text.endswith(end) and "\n" not in text


@pytest.mark.parametrize("size", FULL)
def test_a_full_disk_under_the_first_import_is_told_and_nothing_is_in_use(bare, size, monkeypatch):
    monkeypatch.setenv("TIREK_LANGUAGE", "ru")
    schools = bare.folder / "schools.csv"
    schools.write_text(SCHOOLS)
    started, said = _importing(bare, schools, _file(bare.folder, 1), limit=size << 10)
    started.join()
    assert (started.exitcode, _told_of_the_disk(said, "ru")) == (3, True)
    with pytest.raises(NoSnapshot):
        snapshots.current(bare.settings.store)
    assert list(places.snapshots(bare.settings.store).glob("*")) == []


def test_a_full_disk_leaves_all_as_it_was_and_the_same_import_lands_later(grown):
    before, history = _years(grown), snapshots.history(grown.settings.store)
    started, said = _importing(grown, _file(grown.folder, 1), limit=1 << 20)
    started.join()
    assert (started.exitcode, _told_of_the_disk(said, "ky")) == (3, True)
    assert (_years(grown), snapshots.history(grown.settings.store)) == (before, history)
    _sound(grown)
    started, _ = _importing(grown, _file(grown.folder, 1))
    started.join()
    assert (started.exitcode, len(_years(grown)), _same_again(grown)) == (0, 2, True)


def _refuse(*_: object, **__: object) -> None:
    raise OSError(errno.EROFS, os.strerror(errno.EROFS))


READ_ONLY = {  # what is written first, and what after it; each in one of the languages
    "filelock._unix.os.open": "ky",
    "dashboard.store.draft.shutil.copyfile": "kk",
    "dashboard.store.places.os.replace": "ru",
    "dashboard.store.places.sync_folder": "en",
}


@pytest.mark.parametrize("call", READ_ONLY)
def test_a_read_only_store_is_told(grown, call, monkeypatch, capsys):
    before, history = _years(grown), snapshots.history(grown.settings.store)
    path, language = _file(grown.folder, 1), READ_ONLY[call]
    monkeypatch.setenv("TIREK_LANGUAGE", language)
    with monkeypatch.context() as read_only:
        read_only.setattr(call, _refuse)
        code = main(["import", str(path), "--store", str(grown.settings.store)])
    said = capsys.readouterr().err
    assert (code, said) == (3, t("error.disk", language, reason=os.strerror(errno.EROFS)) + "\n")
    assert (_years(grown), snapshots.history(grown.settings.store)) == (before, history)
    assert _same_again(grown)


def test_two_imports_at_once_both_land_one_after_the_other(grown):
    paths = [_file(grown.folder, number) for number in (1, 2, 3)]
    started = [_importing(grown, path) for path in paths]
    for process, _ in started:
        process.join()
    assert [process.exitcode for process, _ in started] == [0, 0, 0]
    assert set(_years(grown).values()) == {len(GRADES)}
    assert len(_years(grown)) == 4
    line = [one["parent"] for one in snapshots.history(grown.settings.store)]
    assert line == [None, *(one["id"] for one in snapshots.history(grown.settings.store))][:-1]
    assert _same_again(grown)
