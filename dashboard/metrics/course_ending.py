"""How many teachers' courses stop counting soon."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept

Where = tuple[tuple[str, tuple], ...]


class Ending(NamedTuple):
    """Persons with a course that ends by then, and those of them who then hold none."""

    persons: int
    left_without: int


def ending(
    snapshot: Snapshot, on: str, until: date, valid: str, where: Mapping[str, tuple]
) -> Ending:
    """Of those in post on the day, under the filters of schools and kinds."""
    return _kept(snapshot, on, until, valid, tuple(sorted(where.items())))


def _read(snapshot: Snapshot, on: str, until: date, valid: str, where: Where) -> Ending:
    params = {"on": on, "until": until, "valid": valid, **dict(where)}
    return Ending(*sql.run("courses/ending", params, snapshot.engine)[0])


_kept = Kept(_read, size=256)
