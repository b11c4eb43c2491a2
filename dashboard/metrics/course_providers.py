"""Who gave the courses: how many persons hold theirs, those of few persons put together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept

Where = tuple[tuple[str, tuple], ...]


class Held(NamedTuple):
    """One teacher's courses of one provider that count; None: nobody said who gave them."""

    teacher: str
    provider: str | None
    hours: float


class Provided(NamedTuple):
    """`names` are one provider, or several that are told together."""

    names: tuple[str | None, ...]
    teachers: int
    hours: float


def held(snapshot: Snapshot, on: str, valid: str, where: Mapping[str, tuple]) -> tuple[Held, ...]:
    """Of those in post on the day, under the filters of schools and kinds."""
    return _kept(snapshot, on, valid, tuple(sorted(where.items())))


def provided(found: Iterable[Held], least: int) -> list[Provided]:
    """Most persons first; providers of fewer than `least` persons are told together, with the next
    larger one while they are still too few. One row of few persons is left only where all are."""
    of: dict[str | None, list[Held]] = defaultdict(list)
    for each in found:
        of[each.provider].append(each)
    rows = [_row((name,), of) for name in of]
    rows.sort(key=lambda row: (-row.teachers, row.names[0] is None, row.names[0] or ""))
    few: tuple[str | None, ...] = ()
    while rows and (rows[-1].teachers < least or (few and _row(few, of).teachers < least)):
        few = (*rows.pop().names, *few)
    return [*rows, *([_row(few, of)] if few else [])]


def _row(names: tuple[str | None, ...], of: Mapping[str | None, list[Held]]) -> Provided:
    theirs = [each for name in names for each in of[name]]
    hours = sum(each.hours for each in theirs)
    return Provided(names, len({each.teacher for each in theirs}), hours)


def _read(snapshot: Snapshot, on: str, valid: str, where: Where) -> tuple[Held, ...]:
    params = {"on": on, "valid": valid, **dict(where)}
    return tuple(Held(*row) for row in sql.run("courses/held_from", params, snapshot.engine))


_kept = Kept(_read, size=64)
