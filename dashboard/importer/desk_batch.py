"""A batch of the import desk: received, checked and loaded, each by a process of its own.

No web worker waits for it: the process writes down how far it is, and the page looks there.
"""

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from filelock import FileLock, Timeout

import dashboard
from dashboard.errors import UserError
from dashboard.importer.options import options
from dashboard.importer.reading.entry import is_left_out
from dashboard.settings import Settings
from dashboard.store import batches, files, snapshots
from dashboard.store.batches import Dropped

ROOT = Path(dashboard.__file__).parents[1]
PROCESS = "dashboard.importer.desk_process"
PATIENCE = timedelta(seconds=20)  # for a process to start before it is taken for dead
DEEPEST, LONGEST, HEAVIEST = 6, 120, 240  # folders of a path, letters and bytes of a name
# The states from which a batch may be checked or loaded once more.
STANDS = {"checking": ("received", "checked", "failed"), "loading": ("checked",)}
_started: list[subprocess.Popen] = []  # ended ones are taken off when the next one starts


class NoBatch(UserError):
    key = "error.no_batch"


class BatchBusy(UserError):
    key = "error.batch_busy"


class NothingDropped(UserError):
    key = "error.nothing_dropped"


def receive(given: Iterable[tuple[str, BinaryIO]], settings: Settings, who: str) -> str:
    """Keep what was dropped (name and stream each) and have it checked. Returns the batch's id.
    What systems leave in their folders is no file of anybody's. Raises NothingDropped.
    """
    wanted = [(path, stream) for path, stream in given if not is_left_out(_inside(path))]
    kept = [(path, files.take(settings.store, stream)) for path, stream in wanted]
    return _begun(_apart(kept), settings, who)


def again(kept: Iterable[tuple[str, str, Mapping[str, str]]], settings: Settings, who: str) -> str:
    """A batch of files kept before (name, sha256, the options they had): rows of them wait."""
    found = list(kept)
    named = _apart((name, sha256) for name, sha256, _ in found)
    said = [
        (path, key, value)
        for (path, _), file in zip(named, found)
        for key, value in file[2].items()
    ]
    return _begun(named, settings, who, said)


def check_again(settings: Settings, batch: str) -> None:
    """With whatever was answered meanwhile. Raises NoBatch; BatchBusy while it is at work."""
    _run(settings, batch, "checking")


def load(settings: Settings, batch: str, who: str) -> None:
    """Into a new snapshot. Raises NoBatch, BatchBusy."""
    _run(settings, batch, "loading", who)


def discard(settings: Settings, batch: str) -> None:
    """Its files go with the next `tirek prune`, unless a snapshot was made from them."""
    look(settings, batch)
    if not batches.discard(settings.store, batch):
        raise BatchBusy
    batches.report_path(settings.store, batch).unlink(missing_ok=True)


def answer(settings: Settings, batch: str, told: Iterable[tuple[str, str, str]], who: str) -> None:
    """(path, key of Options, value) each. Raises WrongCall for a value that cannot be read."""
    read = [(path, key, getattr(options(**{key: value}), key) or "") for path, key, value in told]
    look(settings, batch)
    batches.answer(settings.store, batch, read, who)


def look(settings: Settings, batch: str) -> Dropped:
    """How it stands. Where the process has died, that is told, or that it had loaded before.
    Raises NoBatch."""
    found = batches.find(settings.store, batch)
    if found is None:
        raise NoBatch
    if found.is_running and _is_dead(found, settings.store):
        batches.died(settings.store, found, _loaded_into(found, settings.store))
        return batches.find(settings.store, batch)
    return found


def lock(store: Path, batch: str) -> FileLock:
    """Held by the process that works on the batch, as long as it lives."""
    return FileLock(store / f".batch-{batch}.lock")


def _begun(
    named: list[tuple[str, str]], settings: Settings, who: str, said: Iterable[tuple] = ()
) -> str:
    if not named:
        raise NothingDropped
    batch = batches.create(settings.store, named, who)
    batches.answer(settings.store, batch, said, who)
    check_again(settings, batch)
    return batch


def _run(settings: Settings, batch: str, state: batches.State, who: str = "") -> None:
    look(settings, batch)
    if not batches.begin(settings.store, batch, state, STANDS[state]):
        raise BatchBusy
    _started[:] = [one for one in _started if one.poll() is None]
    _started.append(
        subprocess.Popen(  # its arguments are an id and a state of ours
            [sys.executable, "-m", PROCESS, batch, state, who],
            cwd=ROOT,
            env=os.environ | replace(settings, secret_key="").as_env(),  # it signs no log-in
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,  # it outlives the worker that was asked
        )
    )


def _is_dead(found: Dropped, store: Path) -> bool:
    if datetime.now(UTC) - datetime.fromisoformat(found.begun) < PATIENCE:
        return False
    try:
        with lock(store, found.id).acquire(timeout=0):
            return True
    except Timeout:
        return False


def _loaded_into(found: Dropped, store: Path) -> str:
    """The snapshot that a process had put in use before it died; "" if it came to none."""
    name = snapshots.current_or_none(store)
    while name and snapshots.exists(store, name):
        made = snapshots.describe(store, name)
        if made["created"] < found.begun:
            break
        if made.get("batch") == found.id:
            return name
        name = made["parent"]
    return ""


def _apart(given: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Of two files with one name the second is «name (2)»; the same bytes twice are one. No file
    stands where another has its folder."""
    found: dict[str, str] = {}
    folders: set[PurePosixPath] = set()
    for path, sha256 in given:
        name = PurePosixPath(_inside(path))
        if any(folder.as_posix() in found for folder in name.parents):
            name = PurePosixPath(_inside("_".join(name.parts)))
        place, number = name, 1
        while place in folders or found.get(place.as_posix(), sha256) != sha256:
            number += 1
            place = name.with_stem(f"{name.stem} ({number})")
        found[place.as_posix()] = sha256
        folders.update(place.parents)
    return list(found.items())


def _inside(path: str) -> str:
    """A way that leads nowhere but inside; of a name too long its end stays."""
    plain = "".join(sign if sign.isprintable() else " " for sign in path.replace("\\", "/"))
    parts = [part.replace(":", "_") for part in plain.split("/") if part.strip(". ")]
    return "/".join(map(_short, parts[-DEEPEST:])) or "file"


def _short(part: str) -> str:
    """A disk counts bytes. What begins with a point would be taken for a hidden file."""
    if len(part) <= LONGEST and len(part.encode()) <= HEAVIEST:
        return part
    end = part[-LONGEST:].encode()[-HEAVIEST:].decode(errors="ignore")
    return end.lstrip(". ") or "file"
