"""Files loaded before, rows of which wait until a name is known: they can be tried again."""

import json

from dashboard.store import sql
from dashboard.store.current import Snapshot

Kept = tuple[str, str, dict[str, str]]  # name, sha256, the options it had


def waiting(snapshot: Snapshot | None) -> list[Kept]:
    return [(name, sha256, json.loads(options)) for name, sha256, options, _ in _rows(snapshot)]


def rows_waiting(snapshot: Snapshot | None) -> tuple[int, int]:
    """How many files, how many rows."""
    found = _rows(snapshot)
    return len(found), sum(row[3] for row in found)


def _rows(snapshot: Snapshot | None) -> list[tuple]:
    return sql.run("sources/waiting", {}, snapshot.engine) if snapshot else []
