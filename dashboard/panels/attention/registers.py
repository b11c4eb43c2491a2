"""What the registers say that needs attention: read once for each snapshot."""

from datetime import datetime

from dashboard.metrics.expected import ends
from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept


def not_sent(snapshot: Snapshot, year: str, period: str | None) -> list[tuple[str, str]]:
    """Schools and the tables that they owe of this period, as of the day of the snapshot."""
    return _not_sent(snapshot, year, period)


def _rows(name: str, snapshot: Snapshot, **params: object) -> list[tuple]:
    return sql.run(f"attention/{name}", params, snapshot.engine)


def _read_not_sent(snapshot: Snapshot, year: str, period: str | None) -> list[tuple]:
    day = datetime.fromisoformat(snapshot.created).date()
    due = ends(year, period) if year else day
    return _rows("not_sent", snapshot, year=year, period=period, day=day, ends=due)


_not_sent = Kept(_read_not_sent, size=64)
