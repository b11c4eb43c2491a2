"""Which school has sent what for a school year and period: rows, their day, what is owed."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from dashboard.metrics.counts import periods
from dashboard.metrics.expected import is_expected
from dashboard.metrics.registers import schools
from dashboard.metrics.times import ENDS
from dashboard.spec.answer import Taken
from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept

OF_A_PERIOD = ("marks", "pupil_groups", "programme", "support")
OF_A_YEAR = ("reading", "exams", "olympiads", "planned_work", "meetings", "surveys")
VIEWS = {name: name for name in (*OF_A_PERIOD, *OF_A_YEAR)} | {"surveys": "survey_answers"}
TABLES = (*OF_A_PERIOD, *OF_A_YEAR, "associations", "course_plan", "teachers", "completions")


@dataclass(frozen=True, slots=True)
class When:
    """`period` is empty where nothing is told of any period of the year."""

    year: str
    period: str


@dataclass(frozen=True, slots=True)
class Sent:
    """Of one school and table. `rows` is 0 where nothing came; the days None where not known."""

    rows: int = 0
    day: date | None = None
    listed: bool = False  # it is written down that the school owes it
    due: date | None = None
    received: date | None = None  # as written down

    @property
    def owed(self) -> bool:
        return self.listed and not self.rows and self.received is None

    def late(self, today: date) -> bool:
        """What has no day to be sent by is owed at once, as in the list of attention."""
        return self.owed and (self.due is None or self.due <= today)


def whens(snapshot: Snapshot) -> Mapping[str, tuple[str, ...]]:
    """The years that anything is told of, the latest first, each with its periods in order."""
    return _whens(snapshot)


def latest(snapshot: Snapshot) -> When | None:
    """The latest period of the kind (quarter, half-year, year) that most schools reported."""
    told = [row for view in VIEWS.values() for row in periods(snapshot, view)]
    year = max((row["year"] for row in told if row["year"]), default=None)
    if year is None:
        return None
    there = [row for row in told if row["year"] == year and row.get("period")]
    kinds: dict[str, int] = defaultdict(int)
    for row in there:
        kinds[row["period"][0]] = max(kinds[row["period"][0]], row["schools"])
    kind = max(kinds, key=kinds.get, default="")
    of_kind = (row["period"] for row in there if row["period"][0] == kind)
    return When(year, max(of_kind, key=lambda period: ENDS[period], default=""))


def expected(snapshot: Snapshot, when: When) -> frozenset[str]:
    """The schools that were open then."""
    every, taken = schools(snapshot).values(), Taken(year=when.year, period=when.period or None)
    return frozenset(school.id for school in every if is_expected(school, taken))


def known(snapshot: Snapshot) -> frozenset[str]:
    """The tables of facts that anything ever came of."""
    return frozenset(table for table, view in VIEWS.items() if periods(snapshot, view))


def reported(snapshot: Snapshot, when: When) -> Mapping[tuple[str, str], Sent]:
    """By (school, table); what neither came nor is owed is not there."""
    return _reported(snapshot, when)


def _read_whens(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for year, period in sql.run("sources/owed_whens", {}, snapshot.engine):
        found[year].add(period)
    for view in VIEWS.values():
        for row in periods(snapshot, view):
            found[row["year"]] |= {row["period"]} if row.get("period") else set()
    in_order = sorted((year for year in found if year), reverse=True)
    return {year: tuple(sorted(found[year], key=lambda p: (p[0] != "Q", p))) for year in in_order}


def _read(snapshot: Snapshot, when: When) -> dict[tuple[str, str], Sent]:
    asked = {"year": when.year, "period": when.period}
    owed = {
        (school, table): (True, due, received)
        for school, table, due, received in sql.run("sources/owed", asked, snapshot.engine)
    }
    came = {
        (school, table): (rows, datetime.fromisoformat(imported).date() if imported else None)
        for school, table, rows, imported in sql.run("sources/reported", asked, snapshot.engine)
    }
    return {
        key: Sent(*came.get(key, (0, None)), *owed.get(key, (False, None, None)))
        for key in {*owed, *came}
    }


_whens = Kept(_read_whens, size=4)
_reported = Kept(_read, size=16)
