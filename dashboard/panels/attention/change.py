"""How a change is written, and which changes of many groups are beyond the usual."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.i18n import integer, number, t
from dashboard.panels.attention.asked import Values
from dashboard.spec.answer import Value
from dashboard.statistics.movement import Move, beyond

MOST_GROWTH = 1.5


@dataclass(frozen=True, slots=True)
class Moved:
    """A group that moved beyond the limits: `excess` is by how much, −1…1."""

    key: tuple
    move: Move
    excess: float

    @property
    def weight(self) -> float:
        return abs(self.excess) * self.move.pupils


def moved(then: Values, now: Values, usual: Mapping[tuple, float]) -> list[Moved]:
    """The groups of both times, by one key, that changed beyond what changed for everyone
    (`usual`, by the same key). Few pupils at either time, or half as many again at one as at the
    other: not among them, for they are hardly the same group."""
    moves = {
        key: _move(then[key], value, usual[key])
        for key, value in now.items()
        if key in usual and key in then and _alike(then[key], value)
    }
    found = zip(moves.items(), beyond(list(moves.values())))
    return [Moved(key, move, excess) for (key, move), excess in found if excess]


def usual_change(then: Values, now: Values, keys: Iterable[tuple]) -> dict[tuple, float]:
    """What changed for the whole district: the school stands last in each key."""
    changes = {
        key: value.value - then[key].value
        for key, value in now.items()
        if key in then and value.value is not None and then[key].value is not None
    }
    return {key: changes[key[:-1]] for key in keys if key[:-1] in changes}


def points(change: float, language: str) -> str:
    """The size of a difference of shares, in percentage points."""
    return number(abs(change) * 100, language, 1)


def pupils(before: int, after: int, language: str) -> str:
    return t(
        "attention.pupils",
        language,
        before=integer(before, language),
        after=integer(after, language),
    )


def between(change: tuple[float, float, float], language: str) -> str:
    """The 95 % interval of (apart, low, high), by size, the smaller end first."""
    ends = sorted(abs(end) for end in change[1:])
    return t(
        "attention.interval",
        language,
        low=points(ends[0], language),
        high=points(ends[1], language),
    )


def _move(then: Value, now: Value, usual: float) -> Move:
    return Move(then.value, then.pupils, now.value, now.pupils, usual)


def _alike(then: Value, now: Value) -> bool:
    if then.value is None or then.flag or now.value is None or now.flag:
        return False
    return max(then.pupils, now.pupils) <= MOST_GROWTH * min(then.pupils, now.pupils)
