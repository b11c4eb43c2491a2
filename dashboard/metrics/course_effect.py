"""Schools whose teachers went to a course between the same period of two years, and others."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.metrics.cards import metric
from dashboard.metrics.counts import periods
from dashboard.metrics.times import taken
from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept

MARKS = "quality"
# The marks of a period say no days; its first and last month do, nearly.
MONTHS = {
    "Q1": (9, 10),
    "Q2": (11, 12),
    "Q3": (1, 3),
    "Q4": (4, 5),
    "H1": (9, 12),
    "H2": (1, 5),
    "Y": (9, 5),
}


@dataclass(frozen=True, slots=True)
class Span:
    """The same period of an earlier and a later year: between the two the courses are finished."""

    before: str
    after: str
    period: str

    @property
    def first(self) -> date:
        """The day after the earlier period: none of its marks is of a trained teacher."""
        return ended(self.before, self.period) + timedelta(days=1)

    @property
    def last(self) -> date:
        """The day before the later period: all of its marks are."""
        return _started(self.after, self.period) - timedelta(days=1)

    @property
    def until(self) -> date:
        return ended(self.after, self.period)

    @property
    def earlier(self) -> str:
        """The year as long before the earlier one as the later one is after it."""
        first = 2 * int(self.before[:4]) - int(self.after[:4])
        return f"{first}-{first + 1}"


@dataclass(frozen=True, slots=True)
class Trained:
    """Teachers of a school, of all or of one subject."""

    teachers: int  # in post at the end of the span
    trained: int  # of these, who finished the course in it
    ever: int  # who finished it by then, whenever, and whether they are still there or not

    @property
    def side(self) -> str:
        """`with` if any was trained in the span, `without` if nobody ever was; who was before or
        after it, or is gone, would blur both sides: `other`."""
        if not self.teachers:
            return "nobody"
        return "with" if self.trained else "other" if self.ever else "without"


def spans(snapshot: Snapshot, on: str | None = None) -> tuple[Span, ...]:
    """Up to the latest period (that had ended by the day), from each earlier year that has it
    too; the nearest year first."""
    known = [(row["year"], row["period"]) for row in periods(snapshot, metric(MARKS).view)]
    over = [(year, p) for year, p in known if on is None or ended(year, p).isoformat() <= on]
    after = max((year for year, _ in over), default=None)
    of_year = tuple(period for year, period in over if year == after)
    if after is None:
        return ()
    at = taken(snapshot, metric(MARKS), (), {"year": (after,), "period": of_year})
    years = sorted({year for year, period in over if period == at.period and year < after})
    return tuple(Span(before, after, at.period) for before in reversed(years))


def trained(
    snapshot: Snapshot, kind: str, span: Span, by_subject: bool = False
) -> Mapping[str | None, Mapping[str, Trained]]:
    """By subject (None: all of them together), then by school; schools without a register of
    teachers are not there."""
    return _trained(snapshot, kind, span, by_subject)


def _ask(snapshot: Snapshot, kind: str, span: Span, by_subject: bool) -> dict:
    days = {"first": span.first, "last": span.last, "until": span.until}
    params = {"kind": kind, "by_subject": by_subject, **days}
    found: dict[str | None, dict[str, Trained]] = defaultdict(dict)
    for school, subject, *people in sql.run("courses/trained_schools", params, snapshot.engine):
        found[subject][school] = Trained(*people)
    return dict(found)


def _started(year: str, period: str) -> date:
    month = MONTHS[period][0]
    return date(_calendar_year(year, month), month, 1)


def ended(year: str, period: str) -> date:
    """The last day of the period's last month."""
    month = MONTHS[period][1]
    next_month = date(_calendar_year(year, month) + month // 12, month % 12 + 1, 1)
    return next_month - timedelta(days=1)


def _calendar_year(year: str, month: int) -> int:
    return int(year[:4] if month >= 9 else year[5:])


_trained = Kept(_ask, size=64)
