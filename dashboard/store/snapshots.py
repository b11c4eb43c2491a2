"""Which snapshot is in use, which there were, and the way back to the one before."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from dashboard.errors import NoSnapshot, UserError
from dashboard.store import audit, places

UNDONE, REDONE = "undone", "redone"


class NothingToUndo(NoSnapshot):
    key = "error.nothing_to_undo"


class NothingToRedo(NoSnapshot):
    key = "error.nothing_to_redo"


class ParentPruned(UserError):
    key = "error.parent_pruned"


class Moved(UserError):
    key = "error.snapshot_moved"


def current(store: Path) -> str:
    """The id of the snapshot in use. Raises NoSnapshot."""
    try:
        return (store / places.POINTER).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise NoSnapshot(store=store) from None


def current_or_none(store: Path) -> str | None:
    try:
        return current(store)
    except NoSnapshot:
        return None


def point(store: Path, snapshot: str) -> None:
    """Readers switch at their next request."""
    places.write_whole(store / places.POINTER, snapshot.encode("utf-8"))


def exists(store: Path, snapshot: str) -> bool:
    """Published, and not pruned since."""
    return places.summary(store, snapshot).exists()


def describe(store: Path, snapshot: str) -> dict:
    """The summary written when it was published: id, parent, created, files, tables."""
    return json.loads(places.summary(store, snapshot).read_text(encoding="utf-8"))


def write_summary(store: Path, snapshot: str, summary: Mapping) -> None:
    text = json.dumps(summary, ensure_ascii=False, indent=1, sort_keys=True)
    places.write_whole(places.summary(store, snapshot), text.encode("utf-8"))


def history(store: Path) -> list[dict]:
    """Every snapshot that is still there, the oldest first, with `in_use`. The parent of one may
    have been pruned."""
    found = sorted(places.snapshots(store).glob("*.json"))
    now = current_or_none(store)
    return [describe(store, path.stem) | {"in_use": path.stem == now} for path in found]


def undo(store: Path, who: str = "", seen: str | None = None) -> str:
    """Point back to the snapshot that the one in use was made from. Returns its id.

    An import that runs is waited for. `seen` is the one that the person means to take back: when
    it is no longer in use, somebody else came between, and nothing is done.
    Raises NoSnapshot, NothingToUndo, ParentPruned, Moved.
    """
    with _moving(store, seen) as now:
        parent = describe(store, now)["parent"]
        if parent is None:
            raise NothingToUndo
        if not exists(store, parent):
            raise ParentPruned(snapshot=parent)
        _move(store, parent, UNDONE, now, who)
    return parent


def redo(store: Path, who: str = "", seen: str | None = None) -> str:
    """Point to the latest snapshot that was made from the one in use: an undo is taken back.
    Raises NoSnapshot, NothingToRedo, Moved."""
    with _moving(store, seen) as now:
        after = next_of(store, now)
        if after is None:
            raise NothingToRedo
        _move(store, after, REDONE, after, who)
    return after


def next_of(store: Path, snapshot: str) -> str | None:
    """The latest of those that were made from it."""
    made = [one["id"] for one in history(store) if one["parent"] == snapshot]
    return made[-1] if made else None


@contextmanager
def _moving(store: Path, seen: str | None) -> Iterator[str]:
    """Nothing else is published or moved meanwhile."""
    current(store)
    with FileLock(store / ".lock"):
        now = current(store)
        if seen not in (None, now):
            raise Moved(seen=seen, snapshot=now)
        yield now


def _move(store: Path, to: str, what: str, detail: str, who: str) -> None:
    point(store, to)
    audit.log(store, what, detail, who)
