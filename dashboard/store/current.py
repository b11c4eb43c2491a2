"""The snapshot that pages read: looked for at each request, opened anew when it changed."""

import os
import threading
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from dashboard.errors import NoSnapshot, OldSnapshot
from dashboard.settings import Settings
from dashboard.store import database, places, schema, snapshots


@dataclass(frozen=True, eq=False, slots=True)
class Snapshot:
    """One open snapshot. It never changes: answers may be kept by its id."""

    id: str
    created: str
    engine: sa.Engine


class Reader:
    """Follows the pointer of one store. One for each process, made after the fork."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._lock = threading.Lock()
        self._seen: tuple | None = None
        self._open: Snapshot | None = None

    def current(self) -> Snapshot:
        """The snapshot in use now. Raises NoSnapshot, OldSnapshot."""
        mark = _mark(self.settings.store)
        if mark != self._seen:
            with self._lock:
                if mark != self._seen:
                    self._open = self._follow()
                    self._seen = mark
        return self._open

    def current_or_none(self) -> Snapshot | None:
        """None before the first import. Raises OldSnapshot."""
        try:
            return self.current()
        except NoSnapshot:
            return None

    def _follow(self) -> Snapshot:
        name = snapshots.current(self.settings.store)
        if self._open is not None and self._open.id == name:
            return self._open
        return open_snapshot(self.settings, name)


def open_snapshot(settings: Settings, name: str) -> Snapshot:
    """Open one snapshot by its id. Raises NoSnapshot, OldSnapshot."""
    engine, meta = _open(settings, name)
    found = _version(meta)
    if found != schema.VERSION:
        engine.dispose()
        raise OldSnapshot(snapshot=name, version=found)
    return Snapshot(name, meta["created"], engine)


def version(settings: Settings, name: str) -> int:
    """The version of the schema that a snapshot was made by; 0 where it does not say."""
    engine, meta = _open(settings, name)
    engine.dispose()
    return _version(meta)


def _open(settings: Settings, name: str) -> tuple[sa.Engine, dict[str, str]]:
    path = places.database(settings.store, name)
    if not path.exists():
        raise NoSnapshot(store=settings.store)
    engine = database.reader(path, settings)
    with engine.connect() as connection:
        return engine, schema.read_meta(connection)


def _version(meta: dict[str, str]) -> int:
    return int(meta.get("schema_version", 0))


def _mark(store: Path) -> tuple:
    """What tells one pointer file from the next: it is replaced, never rewritten."""
    try:
        told = os.stat(store / places.POINTER)
    except FileNotFoundError:
        raise NoSnapshot(store=store) from None
    return told.st_ino, told.st_mtime_ns, told.st_size
