"""Several texts read by one child in one round: the median of words a minute."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.importer.row import Row

MINUTE = 60
COUNTED = ("errors", "questions_asked", "questions_right")


def middle(rows: Sequence[Row]) -> Row:
    """The reading that is in the middle; of an even number both, put together to their mean."""
    tested = sorted((row for row in rows if row.values["status"] == "tested"), key=_rate)
    if not tested:
        return rows[0]
    half = len(tested) // 2
    if len(tested) % 2:
        return tested[half]
    first, second = tested[half - 1], tested[half]
    return replace(second, values={**second.values, **_mean(first.values, second.values)})


def _rate(row: Row) -> float:
    return row.values["words_correct"] * MINUTE / _seconds(row.values)


def _seconds(values: Mapping[str, object]) -> float:
    return values.get("seconds") or MINUTE


def _mean(first: Mapping, second: Mapping) -> dict[str, object]:
    """Both texts' words, in a time that gives the mean of both rates."""
    words = first["words_correct"] + second["words_correct"]
    rates = first["words_correct"] / _seconds(first) + second["words_correct"] / _seconds(second)
    time = words / (rates / 2) if words else _seconds(first) + _seconds(second)
    both = {name: (first.get(name), second.get(name)) for name in COUNTED}
    sums = {name: None if None in pair else sum(pair) for name, pair in both.items()}
    return {"words_correct": words, "seconds": time, **sums}
