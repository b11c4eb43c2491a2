"""Which snapshot is in use, which there were, and the way back to the one before."""

import json
from collections.abc import Mapping
from pathlib import Path

from dashboard.errors import NoSnapshot
from dashboard.store import places


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


def describe(store: Path, snapshot: str) -> dict:
    """The summary written when it was published: id, parent, created, files, tables."""
    return json.loads(places.summary(store, snapshot).read_text(encoding="utf-8"))


def write_summary(store: Path, snapshot: str, summary: Mapping) -> None:
    text = json.dumps(summary, ensure_ascii=False, indent=1, sort_keys=True)
    places.write_whole(places.summary(store, snapshot), text.encode("utf-8"))


def history(store: Path) -> list[dict]:
    """Every published snapshot, the oldest first, with `in_use`."""
    found = sorted(places.snapshots(store).glob("*.json"))
    now = current_or_none(store)
    return [describe(store, path.stem) | {"in_use": path.stem == now} for path in found]


def undo(store: Path) -> str:
    """Point back to the snapshot that the one in use was made from. Raises NoSnapshot."""
    parent = describe(store, current(store))["parent"]
    if parent is None:
        raise NothingToUndo
    point(store, parent)
    return parent


class NothingToUndo(NoSnapshot):
    key = "error.nothing_to_undo"
