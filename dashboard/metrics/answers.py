"""One question, one answer: counts weighed, divided, hidden where few, with their interval."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache

from dashboard.errors import WrongCall
from dashboard.filters import RULES
from dashboard.metrics import registers
from dashboard.metrics.cards import Metric, Weights, metric
from dashboard.metrics.counts import counts, narrows, takes
from dashboard.metrics.rules import KEEPS_NOT_ASSESSED, RULE_WEIGHTS
from dashboard.metrics.times import taken
from dashboard.settings import Settings
from dashboard.spec.answer import Answer, Question, Taken, Value
from dashboard.statistics.intervals import wilson
from dashboard.statistics.suppression import hidden
from dashboard.store.current import Snapshot

TIMES = frozenset({"year", "period", "round"})


def ask(question: Question, snapshot: Snapshot, settings: Settings) -> Answer:
    """Raises WrongCall for a metric, dimension or rule that is not known."""
    card = metric(question.metric)
    rule = _rule(question.rule or settings.rule)
    _known_dimensions(card, question.by)
    where = {key: values for key, values in question.where if values}
    times = taken(snapshot, card, question.by, where)
    rows = counts(snapshot, card.view, question.by, _narrowed(card, question.by, where, times))
    values = [_value(card, question.by, row, rule, settings) for row in rows]
    if card.interval:
        values = [_with_interval(value) for value in values]
    if question.by == ("school",):
        values += _silent(snapshot, values, where)
    shown = _shown(values, question.by, settings)
    left = sum(row["roster"] - _weigh(row, RULE_WEIGHTS[rule], settings) for row in rows)
    said = Taken(times.year, times.period, times.round, rule if card.ruled else None)
    return Answer(question, shown, said, left if card.ruled else 0)


def _rule(name: str) -> str:
    if name not in RULES:
        raise WrongCall("unknown_rule", rule=name, known=", ".join(RULES))
    return name


def _known_dimensions(card: Metric, by: tuple[str, ...]) -> None:
    for name in by:
        if name not in takes(card.view):
            known = ", ".join(sorted(takes(card.view)))
            raise WrongCall("unknown_dimension", dimension=name, metric=card.key, known=known)


def _narrowed(
    card: Metric, by: tuple[str, ...], where: Mapping[str, tuple], times: Taken
) -> tuple[tuple[str, tuple], ...]:
    """What is asked for, with the times taken in place of those not grouped by."""
    narrow = {key: values for key, values in where.items() if key in narrows(card.view)}
    for name in card.times:
        if name not in by:
            narrow[name] = (getattr(times, name),)
    return tuple(sorted(narrow.items()))


def _value(card: Metric, by: tuple[str, ...], row: Mapping, rule: str, settings: Settings) -> Value:
    key = tuple(row[name] for name in by)
    below = RULE_WEIGHTS[rule] if card.ruled else card.denominator
    denominator = _weigh(row, below, settings)
    if denominator == 0:
        return Value(key, 0, 0, 0, None, flag="x" if row["expected"] else "z")
    numerator = _weigh(row, _above(card, rule), settings)
    return Value(key, numerator, denominator, row["pupils"], numerator / denominator)


def _above(card: Metric, rule: str) -> Weights:
    """«н/а» counts above the line only where the rule keeps it below."""
    if card.ruled and rule not in KEEPS_NOT_ASSESSED:
        return {name: weight for name, weight in card.numerator.items() if name != "not_assessed"}
    return card.numerator


def _weigh(row: Mapping, weights: Weights, settings: Settings) -> float:
    """Exact: whole numbers stay whole, weights are decimals until the sum is there."""
    total = sum(_weight(weight, settings) * row[name] for name, weight in weights.items())
    return total if isinstance(total, int) else float(total)


@cache
def _weight(weight: int | Decimal | str, settings: Settings) -> int | Decimal:
    return Decimal(str(getattr(settings, weight))) if isinstance(weight, str) else weight


def _silent(snapshot: Snapshot, values: list[Value], where: Mapping[str, tuple]) -> list[Value]:
    """Registered schools that the filters take in and that have no row: they sent nothing."""
    there = {value.key[0] for value in values}
    return [
        Value((school.id,), 0, 0, 0, None, flag="x")
        for school in registers.schools(snapshot).values()
        if school.id not in there and school.fits(where)
    ]


def _shown(values: list[Value], by: tuple[str, ...], settings: Settings) -> tuple[Value, ...]:
    """Years and periods are never summed, so nothing is worked out along them."""
    values = sorted(values, key=lambda value: tuple(map(_order, value.key)))
    summed = [place for place, name in enumerate(by) if name not in TIMES]
    pupils = [None if value.value is None else value.pupils for value in values]
    hide = hidden([value.key for value in values], pupils, settings.hide_below, summed)
    return tuple(_flagged(v, place in hide, settings) for place, v in enumerate(values))


def _order(part: object) -> tuple:
    """Numbers by size, then texts, then what has no value."""
    return (part is None, isinstance(part, str), part if part is not None else 0)


def _flagged(value: Value, hide: bool, settings: Settings) -> Value:
    if hide:
        return Value(value.key, None, None, None, None, flag="c")
    if value.value is not None and value.pupils < settings.unreliable_below:
        return replace(value, flag="u")
    return value


def _with_interval(value: Value) -> Value:
    if value.value is None or not value.pupils:
        return value
    low, high = wilson(value.value, value.pupils)
    return replace(value, low=low, high=high)
