"""How many teachers the schools mean to train in a school year, and how many they did."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept

BEGINS = 9  # a school year: from 1 September to 31 August

Where = tuple[tuple[str, tuple], ...]


class Planned(NamedTuple):
    year: str
    school: str
    kind: str
    planned: int


class Finished(NamedTuple):
    school: str
    kind: str
    teachers: int


def school_year(on: date) -> str:
    """«2026-2027» for 1 September 2026."""
    first = on.year if on.month >= BEGINS else on.year - 1
    return f"{first}-{first + 1}"


def plans(snapshot: Snapshot, where: Mapping[str, tuple]) -> tuple[Planned, ...]:
    """Of all years, under the filters of schools and kinds."""
    return _plans(snapshot, tuple(sorted(where.items())))


def year_of(found: Iterable[Planned], on: date) -> str | None:
    """The school year of the day, if anybody planned it; else the latest that was planned."""
    years, now = {each.year for each in found}, school_year(on)
    return now if now in years else max(years, default=None)


def finished(
    snapshot: Snapshot, year: str, on: str, where: Mapping[str, tuple]
) -> tuple[Finished, ...]:
    """Those in post on the day who by then finished a course in that school year."""
    return _finished(snapshot, year, on, tuple(sorted(where.items())))


def by_kind(
    planned: Iterable[Planned], done: Iterable[Finished], schools: Collection[str]
) -> dict[str, tuple[int, int]]:
    """Planned and done by kind in these schools; of a kind only where the school planned it: what
    was done beside the plan does not fulfil it."""
    meant, did, wanted = Counter(), Counter(), set()
    for each in planned:
        if each.school in schools:
            meant[each.kind] += each.planned
            wanted.add((each.school, each.kind))
    for each in done:
        if (each.school, each.kind) in wanted:
            did[each.kind] += each.teachers
    return {kind: (meant[kind], did[kind]) for kind in meant}


def _read_plans(snapshot: Snapshot, where: Where) -> tuple[Planned, ...]:
    return tuple(Planned(*row) for row in sql.run("courses/planned", dict(where), snapshot.engine))


def _read_finished(snapshot: Snapshot, year: str, on: str, where: Where) -> tuple[Finished, ...]:
    first, last = date(int(year[:4]), BEGINS, 1), date(int(year[5:]), BEGINS - 1, 31)
    params = {"on": on, "first": first, "last": last, **dict(where)}
    return tuple(Finished(*row) for row in sql.run("courses/finished", params, snapshot.engine))


_plans = Kept(_read_plans, size=64)
_finished = Kept(_read_finished, size=64)
