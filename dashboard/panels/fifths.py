"""The best and the worst fifth of schools, as a card says it."""

from dashboard.i18n import integer, number, percent, plural, t
from dashboard.panels import words
from dashboard.panels.over_time import Groups, OverTime
from dashboard.panels.sparks import Row, spark
from dashboard.spec.panel import Cell
from dashboard.statistics.fifths import LEAST_GROUPS, Fifths, fifths

WHOLE = 100  # percentage points


def row(past: OverTime, language: str) -> Row:
    """Their distance now, beside a year ago; or why there are no fifths."""
    name, now = t("fifths.name", language), fifths_of(past.now)
    if now is None:
        why = Cell(too_few(past.now, language))
        return (Cell(name), Cell(words.NOTHING), Cell("", tone=0.0), Cell(""), why), None
    found = {time: fifths_of(groups) for time, groups in past.like_now().items()}
    gaps = {time: both.gap if both else None for time, both in found.items()}
    cells = (
        Cell(name),
        Cell(_size(now.gap, language), now.gap * WHOLE, "points", 1),
        _change(now, fifths_of(past.year_ago), language),
        Cell(""),
        Cell(_behind(now, language)),
    )
    return cells, spark(name, gaps, lambda gap: _size(gap, language), language)


def fifths_of(groups: Groups) -> Fifths | None:
    """Of the schools with a shown value: a hidden one is in neither fifth."""
    shown = [value for value in groups.values() if value.value is not None]
    return fifths([(value.numerator, value.denominator, value.pupils) for value in shown])


def too_few(groups: Groups, language: str) -> str:
    """Why there are no fifths."""
    shown = sum(value.value is not None for value in groups.values())
    least = integer(LEAST_GROUPS, language)
    return plural("fifths.too_few", shown, language, least=least)


def points(gap: float, language: str) -> str:
    """A distance of shares (0-1) in percentage points."""
    return number(gap * WHOLE, language, 1)


def _size(gap: float, language: str) -> str:
    return t("fifths.points", language, size=points(gap, language))


def _change(now: Fifths, before: Fifths | None, language: str) -> Cell:
    """Without an interval nobody knows whether it is more than chance: no colour takes sides."""
    if before is None:
        return Cell(t("panel.no_year_ago", language), tone=0.0)
    apart = now.gap - before.gap
    way = "wider" if apart > 0 else "narrower"
    if round(apart * WHOLE, 1) == 0:
        way = "same"
    text = t(f"fifths.{way}", language, size=points(abs(apart), language))
    return Cell(text, apart, tone=0.0)


def _behind(both: Fifths, language: str) -> str:
    return plural(
        "fifths.behind",
        both.best.groups,
        language,
        best=percent(both.best.share, language),
        worst=percent(both.worst.share, language),
    )
