"""How far the best fifth of schools is from the worst, over time."""

from dashboard.i18n import percent, t
from dashboard.panels import words
from dashboard.panels.empty import nothing
from dashboard.panels.fifths import WHOLE, fifths_of, points, too_few
from dashboard.panels.over_time import OverTime, Time, over_time, time_name
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.fifths import Fifths, Part
from dashboard.statistics.intervals import wilson


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A row for each time: both fifths, their distance, and of how many schools each is."""
    key, language = block.metrics[0], view.language
    title = t(f"block.{page.key}.{block.key}", language)
    past = over_time(key, asking, ("school",))
    found = {time: fifths_of(groups) for time, groups in past.groups.items()}
    empty = _why_empty(past, list(found.values()), asking)
    if empty:
        return Panel(title, "", empty=empty)
    return Panel(
        title=title,
        about=t(f"block.{page.key}.{block.key}.about", language),
        columns=_columns(language),
        rows=tuple(_row(time, both, key, language) for time, both in found.items()),
    )


def _why_empty(past: OverTime, found: list[Fifths | None], asking: Asking) -> str:
    language = asking.view.language
    if not past.groups:
        return nothing(asking)
    if not any(found):
        return too_few(past.now, language)
    return t("panel.one_time", language) if len(found) < 2 else ""


def _columns(language: str) -> tuple[Column, ...]:
    return (
        Column("time", t("panel.time", language)),
        Column("best", t("fifths.best", language), unit="percent"),
        Column("worst", t("fifths.worst", language), unit="percent"),
        Column("gap", t("fifths.gap", language), unit="points"),
        Column("schools", t("fifths.schools", language), unit="count"),
    )


def _row(time: Time, both: Fifths | None, key: str, language: str) -> tuple[Cell, ...]:
    first = Cell(time_name(time, language))
    if both is None:
        return first, *(words.cell(None, key, language) for _ in range(3)), Cell("", unit="count")
    gap = Cell(points(both.gap, language), both.gap * WHOLE, "points", 1)
    schools = words.count(both.best.groups, language)
    return first, _cell(both.best, language), _cell(both.worst, language), gap, schools


def _cell(part: Part, language: str) -> Cell:
    low, high = wilson(part.share, part.pupils)
    value = Value((), part.numerator, part.denominator, part.pupils, part.share, low, high)
    return Cell(percent(part.share, language), part.share, "percent", 1, value=value)
