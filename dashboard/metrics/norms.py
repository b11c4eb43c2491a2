"""The norms of words a minute: which sets there are, and what each asks for."""

from typing import NamedTuple

from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept


class Norm(NamedTuple):
    norm_set: str
    language: str | None  # of the test; None: any
    grade: int
    round: str
    benchmark: float
    at_risk: float | None


def norms(snapshot: Snapshot) -> tuple[Norm, ...]:
    return _kept(snapshot)


def norm_sets(snapshot: Snapshot) -> tuple[str, ...]:
    """By their codes; a district may have its own beside those shipped."""
    return tuple(dict.fromkeys(norm.norm_set for norm in norms(snapshot)))


def benchmark(
    snapshot: Snapshot, norm_set: str | None, language: str, grade: int, round_: str | None
) -> float | None:
    """Words a minute that meet the norm; None where the set has none."""
    fits = (
        norm.benchmark
        for norm in norms(snapshot)
        if (norm.norm_set, norm.grade, norm.round) == (norm_set, grade, round_)
        and norm.language in (language, None)
    )
    return next(fits, None)


def covered(snapshot: Snapshot, norm_set: str, round_: str) -> frozenset[tuple]:
    """The languages and grades for which the set has a norm in the round."""
    found = (norm for norm in norms(snapshot) if (norm.norm_set, norm.round) == (norm_set, round_))
    return frozenset((norm.language, norm.grade) for norm in found)


def _read(snapshot: Snapshot) -> tuple[Norm, ...]:
    return tuple(Norm(*row) for row in sql.run("reading/norms", {}, snapshot.engine))


_kept = Kept(_read, size=4)
