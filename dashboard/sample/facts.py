"""Things counted one by one, and what comes out for each group of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dashboard.sample.district import School

Names = tuple[str, ...]
WHERE: tuple[Names, ...] = ((), ("school",), ("aimak",))


class Fact(NamedTuple):
    """One thing counted: what it is of, what stands above and below the line."""

    about: dict
    above: float
    below: float


def of_school(schools: Mapping[str, School], code: str, **more: str | None) -> dict:
    return {"school": code, "aimak": schools[code].aimak, **more}


def rows(facts: Iterable[Fact], groupings: Iterable[Names], times: Names) -> list[dict]:
    """Times are never added together, so they are in every row."""
    told = list(facts)
    return [row for names in groupings for row in _grouped(told, names, times)]


def of_persons(rows: list[dict]) -> list[dict]:
    return [{**row, "pupils": row["denominator"]} for row in rows]


def _grouped(facts: list[Fact], names: Names, times: Names) -> Iterator[dict]:
    above: Counter[tuple] = Counter()
    below: Counter[tuple] = Counter()
    for fact in facts:
        key = tuple(fact.about[name] for name in (*names, *times))
        above[key] += fact.above
        below[key] += fact.below
    for key in sorted(below):
        counts: Mapping = {"numerator": above[key], "denominator": below[key]}
        yield {**dict(zip((*names, *times), key)), **counts}
