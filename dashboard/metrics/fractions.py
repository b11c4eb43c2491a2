"""What stands above and below the line of a metric, under a rule and the settings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter

from dashboard.metrics.cards import Metric, Weights
from dashboard.metrics.counts import Counts
from dashboard.metrics.rules import KEEPS_NOT_ASSESSED, RULE_WEIGHTS
from dashboard.settings import Settings

Sum = Callable[[tuple], float]


@dataclass(frozen=True, slots=True)
class Fraction:
    """The weights of both, with the settings' own put in."""

    numerator: Mapping[str, int | Decimal]
    denominator: Mapping[str, int | Decimal]
    interval: bool
    counted: bool = False  # the value is the numerator itself; below it stands what it is out of

    def above(self, places: Mapping[str, int]) -> Sum:
        return _sum(self.numerator, places)

    def below(self, places: Mapping[str, int]) -> Sum:
        return _sum(self.denominator, places)


def fraction_of(card: Metric, rule: str, settings: Settings) -> Fraction:
    below = RULE_WEIGHTS[rule] if card.ruled else card.denominator
    above = _above(card, rule)
    return Fraction(
        _told(above, settings), _told(below, settings), card.interval, card.unit == "count"
    )


def _above(card: Metric, rule: str) -> Weights:
    """«н/а» counts above the line only where the rule keeps it below."""
    if card.ruled and rule not in KEEPS_NOT_ASSESSED:
        return {name: weight for name, weight in card.numerator.items() if name != "not_assessed"}
    return card.numerator


def _told(weights: Weights, settings: Settings) -> dict[str, int | Decimal]:
    """A weight that is a text is the setting of that name."""
    return {
        name: _setting(settings, weight) if isinstance(weight, str) else weight
        for name, weight in weights.items()
    }


def _setting(settings: Settings, name: str) -> int | Decimal:
    value = getattr(settings, name)
    return value if isinstance(value, int) else Decimal(str(value))


def added(weights: Mapping[str, int | Decimal], counted: Counts) -> float:
    """The weighed sum of all rows, weighed once: it does not depend on how they are grouped."""
    whole = [sum(column) for column in _columns(weights, counted)]
    return _sum(weights, {name: place for place, name in enumerate(weights)})(tuple(whole))


def _columns(weights: Mapping, counted: Counts) -> list[list]:
    return [[row[counted.places[name]] for row in counted.rows] for name in weights]


def _sum(weights: Mapping[str, int | Decimal], places: Mapping[str, int]) -> Sum:
    """An exact sum of a row's counts: whole numbers stay whole, 0.64 is just that."""
    pairs = [(places[name], weight) for name, weight in weights.items()]
    if [weight for _, weight in pairs] == [1]:  # most of them, and thousands of rows are asked for
        return itemgetter(pairs[0][0])
    if all(isinstance(weight, int) for _, weight in pairs):
        return lambda row: sum([weight * row[place] for place, weight in pairs])
    return lambda row: float(sum([weight * row[place] for place, weight in pairs]))
