"""How far a school year has come, by the days that meetings and planned work tell of."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from dashboard.filters import MONTHS
from dashboard.metrics.counts import periods
from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept

VIEWS = ("meetings", "planned_work")
MEETING_MONTHS = 9  # September to May: associations do not meet in summer


@dataclass(frozen=True, slots=True)
class Reached:
    """`over` are the months of the school year that had ended by the latest known day, in their
    order; `day` is None where nothing tells of the year."""

    year: str
    day: date | None
    over: tuple[str, ...]

    def due(self, a_year: int) -> int:
        """Meetings that an association should have held by now: its yearly number spread evenly
        over September to May, counted by the months that have ended, rounded down."""
        return a_year * min(len(self.over), MEETING_MONTHS) // MEETING_MONTHS


def reached(snapshot: Snapshot, year: str) -> Reached:
    """A year that is followed by another in the data is over."""
    later = any(row["year"] > year for view in VIEWS for row in periods(snapshot, view))
    day = _days(snapshot).get(year)
    return Reached(year, day, MONTHS if later else months_over(year, day))


def months_over(year: str, day: date | None) -> tuple[str, ...]:
    """The months of a school year whose last day is not after the day."""
    if day is None:
        return ()
    return tuple(month for month in MONTHS if _last_day(year, int(month)) <= day)


def _last_day(year: str, month: int) -> date:
    of = int(year[:4] if month >= 9 else year[5:])
    return date(of, month, monthrange(of, month)[1])


def _read(snapshot: Snapshot) -> dict[str, date]:
    return dict(sql.run("associations/known_days", {}, snapshot.engine))


_days = Kept(_read, size=4)
