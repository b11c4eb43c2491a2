"""Several texts read by one child in one round: the median of words a minute."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.importer.row import Row

MINUTE = 60
QUESTIONS = ("questions_asked", "questions_right")
OF_THE_CHILD = ("gender", "date", "manner", "expressiveness", "handwriting")


def middle(rows: Sequence[Row]) -> Row:
    """The reading that is in the middle; of an even number both, put together to their mean.

    What that one does not tell, and another does, is not lost: one handwriting for all texts.
    """
    tested = sorted((row for row in rows if row.values["status"] == "tested"), key=_rate)
    if not tested:
        return next((row for row in rows if row.values["status"] == "refused"), rows[0])
    half = len(tested) // 2
    found = tested[half]
    values = dict(found.values)
    if len(tested) % 2 == 0:
        values |= _mean(tested[half - 1].values, found.values)
    return replace(found, values=values | _others(values, rows))


def _others(values: Mapping[str, object], rows: Sequence[Row]) -> dict[str, object]:
    """Questions go together: three right of the five that were asked of the same text."""
    told: dict[str, object] = {}
    for names in (QUESTIONS, *((name,) for name in OF_THE_CHILD)):
        if all(values.get(name) is None for name in names):
            saying = (row.values for row in rows if any(_said(row, name) for name in names))
            first = next(saying, {})
            told |= {name: first[name] for name in names if name in first}
    return told


def _said(row: Row, name: str) -> bool:
    return row.values.get(name) is not None


def _rate(row: Row) -> float:
    return row.values["words_correct"] * MINUTE / _seconds(row.values)


def _seconds(values: Mapping[str, object]) -> float:
    return values.get("seconds") or MINUTE


def _mean(first: Mapping, second: Mapping) -> dict[str, object]:
    """Both texts' words, in a time that gives the mean of both rates."""
    words = first["words_correct"] + second["words_correct"]
    rates = first["words_correct"] / _seconds(first) + second["words_correct"] / _seconds(second)
    time = words / (rates / 2) if words else _seconds(first) + _seconds(second)
    errors = (first.get("errors"), second.get("errors"))
    told = {"errors": None if None in errors else sum(errors)}
    both = [one for one in (first, second) if all(one.get(name) is not None for name in QUESTIONS)]
    told |= {name: sum(one[name] for one in both) if both else None for name in QUESTIONS}
    return {"words_correct": words, "seconds": time, **told}
