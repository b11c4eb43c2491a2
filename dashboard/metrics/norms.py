"""The norms of words a minute: which sets there are, and what each asks for."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from dashboard.metrics import registers
from dashboard.spec import core
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
    everywhere: bool  # for all schools of the register: none is of another country
    country: str | None = None  # whose schools it is for; None: of any


def norms(snapshot: Snapshot) -> tuple[Norm, ...]:
    return _kept(snapshot)


def norm_sets(snapshot: Snapshot) -> tuple[str, ...]:
    """By their codes; a district may have its own beside those shipped."""
    return tuple(dict.fromkeys(norm.norm_set for norm in norms(snapshot)))


def benchmark(
    snapshot: Snapshot, norm_set: str | None, language: str, grade: int, round_: str | None
) -> float | None:
    """Words a minute that meet the norm; None where the set has none for all the schools."""
    fits = (
        norm.benchmark
        for norm in norms(snapshot)
        if norm.everywhere
        and (norm.norm_set, norm.grade, norm.round) == (norm_set, grade, round_)
        and norm.language in (language, None)
    )
    return next(fits, None)


def covered(snapshot: Snapshot, norm_set: str, round_: str) -> frozenset[tuple]:
    """The languages and grades for which the set has a norm in the round."""
    found = (norm for norm in norms(snapshot) if (norm.norm_set, norm.round) == (norm_set, round_))
    return frozenset((norm.language, norm.grade) for norm in found)


def narrowings(
    snapshot: Snapshot, norm_set: str, rounds: tuple[str, ...]
) -> tuple[dict[str, tuple], ...]:
    """The children for whom the set has a norm in all of the rounds, as filters: of language,
    grade and school, where these are not all. No child fits two of them."""
    return _narrowings(snapshot, norm_set, rounds)


def _narrow(
    snapshot: Snapshot, norm_set: str, rounds: tuple[str, ...]
) -> tuple[dict[str, tuple], ...]:
    schools: dict[str, list[str]] = defaultdict(list)
    for school in registers.schools(snapshot).values():
        schools[school.country].append(school.id)
    spoken = core.tables()["reading"].columns["language"].choices
    languages: dict[tuple, list[str]] = defaultdict(list)
    for country in sorted(schools):
        for language in spoken:
            grades = _grades(snapshot, norm_set, rounds, country, language)
            if grades:
                languages[country, tuple(sorted(grades))].append(language)
    return tuple(
        {"grade": grades}
        | ({"school": tuple(schools[country])} if len(schools) > 1 else {})
        | ({"language": tuple(of)} if len(of) < len(spoken) else {})
        for (country, grades), of in languages.items()
    )


def _grades(
    snapshot: Snapshot, norm_set: str, rounds: Iterable[str], country: str, language: str
) -> frozenset[int]:
    """Those with a norm in each round."""
    fitting = [
        norm
        for norm in norms(snapshot)
        if norm.norm_set == norm_set
        and norm.country in (country, None)
        and norm.language in (language, None)
    ]
    each = [{norm.grade for norm in fitting if norm.round == round_} for round_ in rounds]
    return frozenset.intersection(*map(frozenset, each)) if each else frozenset()


def _read(snapshot: Snapshot) -> tuple[Norm, ...]:
    return tuple(Norm(*row) for row in sql.run("reading/norms", {}, snapshot.engine))


_kept = Kept(_read, size=4)
_narrowings = Kept(_narrow, size=64)
