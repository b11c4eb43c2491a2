"""The metrics there are, as their cards in queries/metrics describe them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from dashboard.errors import WrongCall
from dashboard.store.sql import QUERIES

Weights = Mapping[str, int | Decimal | str]


@dataclass(frozen=True, slots=True)
class Metric:
    """Counts come from `view`; `numerator` and `denominator` weigh them.

    A weight that is a text names a setting. `denominator` "rule" is the denominator rule.
    """

    key: str
    view: str  # a query of queries/views
    times: tuple[str, ...]  # of year, period, round, stage, survey, on, valid: never added together
    unit: str  # percent (a share), points, count (the numerator itself)
    better: str  # "higher" or "lower"
    decimals: int
    numerator: Weights
    denominator: Weights | str
    interval: bool  # whether the value is a share of pupils, so that Wilson's interval holds
    pupils: str = "pupils"  # the count of the view that says how many children are behind it
    open: bool = False  # of schools, hours, appointed people: nobody's own affair, never hidden
    persons: str = ""  # open, yet of teachers: the metric that counts them (metrics/staff.py)
    value: str = ""  # a column of the view that is the value itself: medians are no quotients

    @property
    def ruled(self) -> bool:
        return self.denominator == "rule"


@cache
def metrics() -> dict[str, Metric]:
    """Every metric by its key, in the order of their names."""
    paths = sorted((QUERIES / "metrics").glob("*.toml"), key=lambda path: path.stem)
    return {path.stem: _metric(path) for path in paths}


def metric(key: str) -> Metric:
    """Raises WrongCall for a metric that is not known."""
    if key not in metrics():
        raise WrongCall("unknown_metric", metric=key, known=", ".join(metrics()))
    return metrics()[key]


def _metric(path: Path) -> Metric:
    card = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return Metric(path.stem, **card | {"times": tuple(card["times"])})
