"""The way a number came: its values over time, and the same in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dashboard.i18n import t
from dashboard.panels.over_time import Time, time_name
from dashboard.spec.panel import Cell


@dataclass(frozen=True, slots=True)
class Spark:
    """`values` are oldest first; None where one is hidden or missing."""

    values: tuple[float | None, ...]
    said: str  # for those who do not see it


Row = tuple[tuple[Cell, ...], Spark | None]


def spark(
    name: str,
    values: Mapping[Time, float | None],
    shown: Callable[[float], str],
    language: str,
) -> Spark | None:
    """None where there are not two values to draw a line between."""
    there = [(time, value) for time, value in values.items() if value is not None]
    if len(there) < 2:
        return None
    (first, start), (last, end) = there[0], there[-1]
    said = t(
        "spark.said",
        language,
        name=name,
        first=time_name(first, language),
        start=shown(start),
        last=time_name(last, language),
        end=shown(end),
        lowest=shown(min(value for _, value in there)),
        highest=shown(max(value for _, value in there)),
    )
    return Spark(tuple(values.values()), said)
