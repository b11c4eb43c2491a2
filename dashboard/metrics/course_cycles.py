"""For how long a course counts by the rule of a country, and who says so."""

from typing import NamedTuple

from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept


class Cycle(NamedTuple):
    """`years` is None where the country sets none: the course's own period counts then."""

    country: str
    years: float | None
    source: str


def cycles(snapshot: Snapshot, on: str) -> tuple[Cycle, ...]:
    """In force on a day, of the countries that have registered schools."""
    return _kept(snapshot, on)


def _read(snapshot: Snapshot, on: str) -> tuple[Cycle, ...]:
    return tuple(Cycle(*row) for row in sql.run("courses/cycles", {"on": on}, snapshot.engine))


_kept = Kept(_read, size=16)
