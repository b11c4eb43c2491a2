"""What a store holds and no longer needs: old snapshots, and the originals of none that is left.

Never the snapshot in use, the one that an undo leads to, one that somebody froze, one that another
process has open, nor anything younger than an hour.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from filelock import FileLock

from dashboard.settings import Settings
from dashboard.store import audit, batches, places, removed, snapshots
from dashboard.store.frozen import frozen
from dashboard.store.in_use import open_elsewhere
from dashboard.store.origins import Origin, origins

PRUNED = "pruned"
YOUNG = 3600  # seconds in which nothing goes: somebody may be at work with it
NOTE, REPORT = ".json", "batch-"

ListsChildren = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Plan:
    """What goes, by name. `children` are those of the originals that a snapshot was made from:
    lists of children that were kept as long as was wanted."""

    snapshots: tuple[str, ...] = ()
    originals: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()  # of batches that have ended
    size: int = 0  # bytes on the disk

    @property
    def is_empty(self) -> bool:
        return not (self.snapshots or self.originals or self.reports)


def plan(settings: Settings, lists_children: ListsChildren) -> Plan:
    """What `prune` would take now. Raises NoSnapshot."""
    store = settings.store
    gone = _snapshots(settings)
    kept = [one["id"] for one in snapshots.history(store) if one["id"] not in gone]
    known = origins(settings, kept)
    asked = batches.needed(store)
    children = _children(settings, known, lists_children) - asked
    needed = (known.keys() | asked) - children
    spare = tuple(name for name in _originals(store) if name not in needed)
    reports = tuple(_reports(store))
    paths = [*_of_snapshots(store, gone), *_of_originals(store, spare), *_of(store, reports)]
    listed = tuple(sorted(children.intersection(spare)))
    return Plan(gone, spare, listed, reports, sum(map(_size, paths)))


def prune(settings: Settings, lists_children: ListsChildren, who: str = "") -> Plan:
    """An import that runs is waited for. Returns what went. Raises NoSnapshot."""
    store = settings.store
    snapshots.current(store)
    with FileLock(store / ".lock"):
        _sweep(store)
        found = plan(settings, lists_children)
        if found.is_empty:
            return found
        if found.children:
            removed.write_down(store, found.children, who)
        for path in (
            *_of_snapshots(store, found.snapshots),
            *_of_originals(store, found.originals),
            *_of(store, found.reports),
        ):
            path.unlink(missing_ok=True)
        counts = f"{len(found.snapshots)} {len(found.originals)} {len(found.children)}"
        audit.log(store, PRUNED, counts, who)
    return found


def _sweep(store: Path) -> None:
    """What a process that was killed left half written, and locks of batches that have ended."""
    running = {f".batch-{one.id}.lock" for one in _batches(store) if one.is_running}
    left = (*places.files(store).glob(".*"), *store.glob(".batch-*.lock"))
    for path in left:
        if path.is_file() and path.name not in running and not _is_young(path):
            path.unlink(missing_ok=True)


def _batches(store: Path) -> list[batches.Dropped]:
    return batches.batches(store) if places.state(store).exists() else []


def _snapshots(settings: Settings) -> tuple[str, ...]:
    """Those that go, the oldest first."""
    store, history = settings.store, snapshots.history(settings.store)
    latest = len(history) - max(settings.keep_snapshots, 0)
    kept = _protected(store, history)
    return tuple(
        one["id"]
        for one in history[: max(latest, 0)]
        if one["id"] not in kept and not open_elsewhere(places.database(store, one["id"]))
    )


def _protected(store: Path, history: Iterable[dict]) -> set[str]:
    """Whatever the settings say. One that was just taken back may still be read."""
    now = snapshots.current(store)
    moved = _is_young(store / places.POINTER)
    kept = {now, snapshots.describe(store, now)["parent"], *frozen(store)}
    for one in history:
        if _is_young(places.summary(store, one["id"])) or (moved and one["parent"] == now):
            kept.add(one["id"])
    return kept


def _children(
    settings: Settings, known: dict[str, Origin], lists_children: ListsChildren
) -> set[str]:
    """Lists of children that were last imported before the days that a district keeps them."""
    if settings.keep_originals_days <= 0:
        return set()
    before = (datetime.now(UTC) - timedelta(days=settings.keep_originals_days)).isoformat()
    return {
        sha256
        for sha256, origin in known.items()
        if origin.imported < before and any(map(lists_children, origin.layouts))
    }


def _originals(store: Path) -> Iterator[str]:
    """By sha256; what has just been received is not looked at."""
    for path in sorted(_kept(store)):
        if not path.suffix and not _is_young(path):
            yield path.name


def _reports(store: Path) -> Iterator[str]:
    since = (datetime.now(UTC) - batches.KEPT).isoformat(timespec="seconds")
    wanted = {
        batches.report_path(store, one.id).name
        for one in _batches(store)
        if one.state != "discarded" and (one.is_open or one.at >= since)
    }
    for path in sorted(_kept(store)):
        if path.name.startswith(REPORT) and path.name not in wanted and not _is_young(path):
            yield path.name


def _kept(store: Path) -> Iterator[Path]:
    return (path for path in places.files(store).glob("[!.]*") if path.is_file())


def _of_snapshots(store: Path, names: Iterable[str]) -> Iterator[Path]:
    """The summary last: without it a file is swept away by the next import."""
    for name in names:
        yield places.summary(store, name)
        yield places.database(store, name)


def _of_originals(store: Path, names: Iterable[str]) -> Iterator[Path]:
    """Each with the note of what it was called."""
    for name in names:
        yield places.files(store) / name
        yield places.files(store) / f"{name}{NOTE}"


def _of(store: Path, names: Iterable[str]) -> Iterator[Path]:
    return (places.files(store) / name for name in names)


def _is_young(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime < YOUNG
    except FileNotFoundError:
        return False


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
