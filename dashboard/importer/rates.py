"""What a printed rate may be, by the rules in use. Rates are compared, never loaded."""

from collections.abc import Callable, Iterator, Mapping
from itertools import product

from dashboard.importer.row import Row

LEFT_OUT = ("exempt", "credited", "not_credited", "no_mark")
WEIGHTS_OF_TWO = (0.16, 0.14)  # both are in use
WEIGHTS_OF_NOT_ASSESSED = (0.07, 0.0)
SLACK = 1e-6
NEEDED = {"roster", "n5", "n4", "n3", "n2"}
# Pupils by their lowest mark are counted like marks.
OF_PUPILS = {"n5": "excellent", "n4": "good", "n3": "satisfactory", "n2": "failing"}

Counts = Mapping[str, int]


def counts_of(row: Row) -> Counts | None:
    """None where the row does not tell enough to make a rate of it."""
    if row.table not in ("marks", "pupil_groups"):
        return None
    counts = {name: value for name, value in row.values.items() if isinstance(value, int)}
    if row.table == "pupil_groups":
        counts |= {mark: counts[name] for mark, name in OF_PUPILS.items() if name in counts}
    return counts if counts.keys() >= NEEDED else None


def possible(name: str, counts: Counts) -> list[float]:
    """The rate of this name by every rule."""
    return list(RATES[name](counts))


def agrees(printed: float, decimals: int, rate: float) -> bool:
    """A spreadsheet may hold 0.67 for what it shows as 67 %: never coarser than a whole percent."""
    if abs(printed - rate) <= 0.5 * 10.0**-decimals + SLACK:
        return True
    return printed <= 1 and abs(100 * printed - rate) <= 50 * 10.0 ** -max(decimals, 2) + SLACK


def is_possible(name: str, printed: tuple[float, int], counts: Counts) -> bool:
    return any(agrees(*printed, rate) for rate in possible(name, counts))


def _denominators(counts: Counts) -> list[int]:
    """The three rules: without the exempt, the assessed alone, the whole roster."""
    left_out = sum(counts.get(part, 0) for part in LEFT_OUT)
    roster = counts["roster"]
    return [roster - left_out, _assessed(counts), roster]


def _assessed(counts: Counts) -> int:
    return counts["n5"] + counts["n4"] + counts["n3"] + counts["n2"]


def _shares(counts: Counts, points: float) -> Iterator[float]:
    """A rate over nothing is empty; some programs print a nought for it."""
    for whole in _denominators(counts):
        yield 100 * points / whole if whole > 0 else 0.0


def _quality(counts: Counts) -> Iterator[float]:
    return _shares(counts, counts["n5"] + counts["n4"])


def _pass_rate(counts: Counts) -> Iterator[float]:
    return _shares(counts, counts["n5"] + counts["n4"] + counts["n3"])


def _sou(counts: Counts) -> Iterator[float]:
    for two, none in product(WEIGHTS_OF_TWO, WEIGHTS_OF_NOT_ASSESSED):
        points = counts["n5"] + 0.64 * counts["n4"] + 0.36 * counts["n3"] + two * counts["n2"]
        yield from _shares(counts, points + none * counts.get("not_assessed", 0))


def _mean_mark(counts: Counts) -> Iterator[float]:
    total = 5 * counts["n5"] + 4 * counts["n4"] + 3 * counts["n3"] + 2 * counts["n2"]
    yield total / _assessed(counts) if _assessed(counts) else 0.0


RATES: dict[str, Callable[[Counts], Iterator[float]]] = {
    "quality": _quality,
    "pass_rate": _pass_rate,
    "sou": _sou,
    "mean_mark": _mean_mark,
}
