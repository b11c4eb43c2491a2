"""Children of one school who read below the line of risk, by their codes."""

from collections.abc import Mapping
from typing import NamedTuple

from dashboard.spec.answer import Taken
from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept

NARROWS = ("grade", "language", "gender")  # the filters that the query takes
Where = tuple[tuple[str, tuple], ...]


class Slow(NamedTuple):
    """One child in one language. `halved`: the norms have no line of risk, half the norm is it."""

    grade: int
    letter: str | None
    pupil: str
    language: str
    words_a_minute: float
    line: float
    halved: bool


def below_line(
    snapshot: Snapshot, school: str, when: Taken, where: Mapping[str, tuple]
) -> tuple[Slow, ...]:
    """By class, the slowest first. Whoever asks must have asked the role."""
    narrow = {name: where[name] for name in NARROWS if where.get(name)}
    times = {"year": when.year, "round": when.round, "norm_set": when.norm_set}
    return _kept(snapshot, school, tuple(times.items()), tuple(sorted(narrow.items())))


def _read(snapshot: Snapshot, school: str, times: tuple, where: Where) -> tuple[Slow, ...]:
    params = {"school": school, **dict(times), **dict(where)}
    return tuple(Slow(*row) for row in sql.run("reading/screening", params, snapshot.engine))


_kept = Kept(_read, size=256)
