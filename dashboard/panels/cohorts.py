"""Grade 4 of one year and grade 5 of the next: the same children, school by school."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.metrics import metric, times
from dashboard.panels.view import OF_SCHOOLS, Asking
from dashboard.spec.answer import Taken, Value
from dashboard.statistics import cohort
from dashboard.statistics.cohort import Change, Cohort

BEFORE, AFTER = 4, 5
POOLED_YEARS = 3

Values = Mapping[tuple, Value]


@dataclass(frozen=True, slots=True)
class OfSchool:
    """One school's cohort: `change` is None where it cannot be told, and `flag` says why."""

    school: str
    flag: str  # "", "c" hidden, "x" no data of one of the two years
    cohort: Cohort | None = None
    years: int = 1  # pairs of years that were pooled
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Cohorts:
    """`district` is the district's own cohort of the latest pair of years."""

    taken: Taken
    district: Cohort | None
    schools: tuple[OfSchool, ...]
    one_year: bool = False  # there are data, but not of the year before

    @property
    def told(self) -> list[OfSchool]:
        return [each for each in self.schools if each.change is not None]


def cohorts(key: str, asking: Asking) -> Cohorts:
    """Like with like: the same period of both years, so that a quarter is never seen beside a
    year's final marks. The year and the period are the view's; its grades do not count.

    Schools with fewer than `cohort.SMALL` pupils in either grade are told of three pairs of
    years together, as far as there are data, beside the district's own of the same pairs.
    """
    taken = times.taken(asking.snapshot, metric(key), (), asking.view.filters.where())
    if taken.year is None:
        return Cohorts(taken, None, ())
    pairs = _pairs(taken.year)
    where = {"grade": (BEFORE, AFTER), "period": (taken.period,), "year": _years(pairs)}
    whole = asking.answer(key, ("year", "grade"), **where, **dict.fromkeys(OF_SCHOOLS, ()))
    district = {row.key: row for row in whole.rows}
    answer = asking.answer(key, ("year", "school", "grade"), **where)
    values = {(row.key[1], row.key[0], row.key[2]): row for row in answer.rows}
    schools = sorted({school for school, *_ in values})
    latest = _cohort((), pairs[0], district)
    if latest is None:
        lacks = not any((pairs[0][0], BEFORE) == row.key for row in whole.rows)
        return Cohorts(taken, None, (), one_year=lacks)
    made = tuple(_of_school(school, pairs, values, district) for school in schools)
    return Cohorts(taken, latest, made)


def _pairs(year: str) -> list[tuple[str, str]]:
    """The latest pair of years first."""
    first = int(year[:4])
    years = [f"{first - back}-{first - back + 1}" for back in range(POOLED_YEARS + 1)]
    return list(zip(years[1:], years))


def _years(pairs: list[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(sorted({year for pair in pairs for year in pair}))


def _of_school(
    school: str, pairs: list[tuple[str, str]], values: Values, district: Values
) -> OfSchool:
    own = _cohort((school,), pairs[0], values)
    if own is None:
        return OfSchool(school, _why((school,), pairs[0], values))
    taken = pairs if own.small else pairs[:1]
    both = [(_cohort((school,), each, values), _cohort((), each, district)) for each in taken]
    there = [(mine, whole) for mine, whole in both if mine is not None and whole is not None]
    mine = cohort.pooled([mine for mine, _ in there])
    whole = cohort.pooled([whole for _, whole in there])
    change = cohort.change(mine, whole.after - whole.before)
    return OfSchool(school, "", mine, len(there), change)


def _cohort(stem: tuple, pair: tuple[str, str], values: Values) -> Cohort | None:
    """None where either grade is hidden or absent: then nothing is said of the change."""
    before, after = (values.get((*stem, *key)) for key in zip(pair, (BEFORE, AFTER)))
    for value in (before, after):
        if value is None or value.value is None or not value.pupils:
            return None
    return Cohort(before.value, before.pupils, after.value, after.pupils)


def _why(stem: tuple, pair: tuple[str, str], values: Values) -> str:
    found = [values.get((*stem, *key)) for key in zip(pair, (BEFORE, AFTER))]
    return "c" if any(value is not None and value.flag == "c" for value in found) else "x"
