"""What must come out of reading diagnostics, counted child by child, of two rounds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from statistics import median
from typing import NamedTuple

from dashboard.sample.content import card
from dashboard.sample.reading import SECONDS, Reading
from dashboard.sample.terms import title

Names = tuple[str, ...]
MOMENTS = ((2026, "start"), (2025, "end"))
ROUND: Names = ("year", "round")
NORMED: Names = (*ROUND, "norm_set")
GROWN: Names = ("year", "norm_set")
EVERYWHERE: tuple[Names, ...] = (
    *((), ("school",), ("aimak",), ("grade",), ("language",), ("gender",)),
    *(("school", "grade"), ("grade", "language")),
)
# Words of two languages are of other lengths: within one language only.
WITHIN: tuple[Names, ...] = (
    *(("language",), ("grade", "language"), ("school", "language")),
    ("school", "grade", "language"),
)


class Told(NamedTuple):
    """What one test adds; `measure` is what the middle is taken of."""

    child: str  # may be tested in two languages, and still is one child
    about: dict
    above: int
    below: int
    measure: float | None = None


def expected_reading(
    readings: Iterable[Reading], aimaks: Mapping[str, str]
) -> dict[str, list[dict]]:
    """Nothing where nobody has read: a year of the sample may have no round."""
    every = list(readings)
    of_moments = [each for each in every if (each.first_year, each.round) in MOMENTS]
    tested = [each for each in of_moments if each.words is not None]
    moves = [(_about(last, aimaks), first, last) for first, last in _pairs(every)]
    return {
        "reading_tested": _rows(_attended(of_moments, aimaks), EVERYWHERE, ROUND),
        "reading_benchmark": _rows(_at_norm(tested, aimaks), EVERYWHERE, NORMED),
        **{
            name: _rows((_told(each, aimaks, *count(each)) for each in tested), EVERYWHERE, ROUND)
            for name, count in OF_TESTS.items()
        },
        "handwriting_quality": _rows(_written(tested, aimaks), EVERYWHERE, ROUND),
        "reading_fluency": _rows(_fluent(tested, aimaks), WITHIN, ROUND),
        "reading_gain": _rows(_gained(moves), WITHIN, GROWN),
        "reading_risen": _rows(_risen(moves), EVERYWHERE, GROWN),
    }


# Of each test what stands above and below the line.
OF_TESTS = {
    "reading_zero": lambda each: (each.words == 0, 1),
    "reading_comprehension": lambda each: (
        each.questions_right * 10 >= each.questions_asked * 8,
        1,
    ),
    "reading_accuracy": lambda each: (each.words, each.words + each.errors),
}


def _told(of: Reading, aimaks: Mapping[str, str], above: int, below: int, *measure: float) -> Told:
    return Told(of.pupil, _about(of, aimaks), above, below, *measure)


def _about(of: Reading, aimaks: Mapping[str, str]) -> dict:
    told = {name: getattr(of, name) for name in ("school", "grade", "language", "gender", "round")}
    norm_set = card("reading")["norm"]["set"]
    return told | {
        "aimak": aimaks[of.school],
        "year": title(of.first_year),
        "norm_set": norm_set,
    }


def _norm(of: Reading) -> int | None:
    return card("reading")["norm"]["words"].get(str(of.grade))


def _pace(of: Reading) -> float:
    return of.words * 60 / SECONDS


def _attended(readings: Iterable[Reading], aimaks: Mapping[str, str]) -> Iterator[Told]:
    return (_told(each, aimaks, each.status == "tested", 1) for each in readings)


def _at_norm(tested: Iterable[Reading], aimaks: Mapping[str, str]) -> Iterator[Told]:
    """Grades without a norm have no share."""
    for each in tested:
        norm = _norm(each)
        if norm is not None:
            yield _told(each, aimaks, _pace(each) >= norm, 1)


def _written(tested: Iterable[Reading], aimaks: Mapping[str, str]) -> Iterator[Told]:
    for each in tested:
        if each.handwriting is not None:
            yield _told(each, aimaks, each.handwriting >= 4, 1)


def _fluent(tested: Iterable[Reading], aimaks: Mapping[str, str]) -> Iterator[Told]:
    return (_told(each, aimaks, each.words, 1, _pace(each)) for each in tested)


def _pairs(readings: Iterable[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """The same child in the same language, at the start and at the end of a year."""
    read = [each for each in readings if each.words is not None]
    first = {_who(each): each for each in read if each.round == "start"}
    for each in read:
        if each.round == "end" and _who(each) in first:
            yield first[_who(each)], each


def _who(of: Reading) -> tuple:
    return of.school, of.pupil, of.first_year, of.language


Moves = list[tuple[dict, Reading, Reading]]


def _gained(moves: Moves) -> Iterator[Told]:
    for about, first, last in moves:
        gain = _pace(last) - _pace(first)
        yield Told(last.pupil, about, last.words - first.words, 1, gain)


def _risen(moves: Moves) -> Iterator[Told]:
    for about, first, last in moves:
        norm = _norm(last)
        if norm is not None:
            yield Told(last.pupil, about, _pace(first) < norm <= _pace(last), 1)


def _rows(told: Iterable[Told], groupings: Iterable[Names], times: Names) -> list[dict]:
    """Times are never added together, so they are in every row."""
    every = list(told)
    return [row for names in groupings for row in _grouped(every, (*names, *times))]


def _grouped(told: list[Told], keys: Names) -> Iterator[dict]:
    groups: dict[tuple, list[Told]] = defaultdict(list)
    for each in told:
        groups[tuple(each.about[name] for name in keys)].append(each)
    for key in sorted(groups):
        yield dict(zip(keys, key)) | _counted(groups[key])


def _counted(group: list[Told]) -> dict:
    measures = [each.measure for each in group if each.measure is not None]
    counts = {
        "numerator": sum(each.above for each in group),
        "denominator": sum(each.below for each in group),
        "pupils": len({each.child for each in group}),
    }
    return counts | ({"value": median(measures)} if measures else {})
