"""How many had finished a course by each month: persons, each counted with the first."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from dashboard.metrics.mentor_terms import months_after
from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept

MONTHS = 36

Where = tuple[tuple[str, tuple], ...]


class First(NamedTuple):
    """So many finished their first course (of the kind; None: of any) in the month."""

    kind: str | None
    month: date
    teachers: int


def firsts(snapshot: Snapshot, on: str, where: Mapping[str, tuple]) -> tuple[First, ...]:
    """Of those in post on the day, under the filters of schools and kinds."""
    return _kept(snapshot, on, tuple(sorted(where.items())))


def months(on: date, count: int = MONTHS) -> list[date]:
    """The first days of the last months, that of the day among them."""
    first = on.replace(day=1)
    return [months_after(first, nth - count + 1) for nth in range(count)]


def by_month(found: Iterable[First], kind: str | None, wanted: list[date]) -> list[int]:
    """How many by the end of each month; those who finished before the first one count in all."""
    in_month = dict.fromkeys(wanted, 0)
    for each in found:
        if each.kind == kind:
            in_month[max(each.month, wanted[0])] += each.teachers
    return list(accumulate(in_month.values()))


def _read(snapshot: Snapshot, on: str, where: Where) -> tuple[First, ...]:
    rows = sql.run("courses/uptake", {"on": on, **dict(where)}, snapshot.engine)
    return tuple(First(*row) for row in rows)


_kept = Kept(_read, size=256)
