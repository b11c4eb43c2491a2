"""What the registers say that needs attention: read once for each snapshot."""

from datetime import datetime

from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept


def untrained(snapshot: Snapshot, least: int) -> list[tuple[str, int]]:
    """Schools with at least so many teachers, none of whom completed a course; the teachers."""
    return _untrained(snapshot, least)


def not_sent(snapshot: Snapshot, year: str, period: str | None) -> list[tuple[str, str]]:
    """Schools and the tables that they owe of this period, as of the day of the snapshot."""
    return _not_sent(snapshot, year, period)


def _rows(name: str, snapshot: Snapshot, **params: object) -> list[tuple]:
    return sql.run(f"attention/{name}", params, snapshot.engine)


def _read_not_sent(snapshot: Snapshot, year: str, period: str | None) -> list[tuple]:
    day = datetime.fromisoformat(snapshot.created).date()
    return _rows("not_sent", snapshot, year=year, period=period, day=day)


_untrained = Kept(lambda snapshot, least: _rows("untrained", snapshot, least=least), size=4)
_not_sent = Kept(_read_not_sent, size=64)
