"""The few numbers that matter: value, change on the same period a year ago, what is behind."""

from dashboard.i18n import integer, number, plural, t
from dashboard.metrics import Metric, metric
from dashboard.metrics.registers import schools
from dashboard.panels import words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.comparison import difference


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A row for each metric, and one for the schools that reported."""
    language = view.language
    answer = asking.answer(block.metrics[0])
    title = t(f"block.{page.key}.{block.key}", language)
    if not answer.rows:
        return Panel(title, "", empty=t("panel.empty", language))
    when = words.when(answer, language)
    return Panel(
        title=title,
        about=t(f"block.{page.key}.{block.key}.about", language, when=when),
        columns=tuple(
            Column(name, t(f"panel.{name}", language))
            for name in ("name", "value", "change", "detail")
        ),
        rows=(*(_row(key, asking) for key in block.metrics), _reported(block, asking)),
    )


def _row(key: str, asking: Asking) -> tuple[Cell, ...]:
    language = asking.view.language
    answer = asking.answer(key)
    value = answer.rows[0]
    return (
        Cell(t(f"metric.{key}", language)),
        words.cell(value, key, language),
        _change(key, value, _year_ago(key, answer, asking), language),
        Cell(_behind(key, value, language)),
    )


def _year_ago(key: str, answer: Answer, asking: Asking) -> Value | None:
    """The same period of the year before, shown or hidden; None where nothing was sent then."""
    year, period = answer.taken.year, answer.taken.period
    before = f"{int(year[:4]) - 1}-{int(year[5:]) - 1}"
    rows = asking.answer(key, year=(before,), period=(period,)).rows
    return rows[0] if rows and rows[0].flag != "x" else None


def _change(key: str, value: Value, before: Value | None, language: str) -> Cell:
    if value.value is None or before is None or before.value is None:
        return Cell(_no_change(value, before, language), tone=0.0)
    card = metric(key)
    apart = value.value - before.value
    points = apart * 100 if card.unit == "percent" else apart
    size = number(abs(points), language, card.decimals)
    if card.interval:
        _, low, high = difference(value.value, value.pupils, before.value, before.pupils)
        if low <= 0 <= high:
            return Cell(t("panel.no_real_change", language), apart, tone=0.0)
    key_of_words = "panel.higher" if apart > 0 else "panel.lower"
    if round(points, card.decimals) == 0:
        key_of_words = "panel.same"
    text = t(f"{key_of_words}.{card.unit}", language, size=size)
    return Cell(text, apart, tone=_good_or_bad(apart, card))


def _good_or_bad(apart: float, card: Metric) -> float:
    """Without an interval nobody knows whether it is more than chance: no colour takes sides."""
    if not card.interval:
        return 0.0
    return float((apart > 0) - (apart < 0)) * (1 if card.better == "higher" else -1)


def _no_change(value: Value, before: Value | None, language: str) -> str:
    """Of a hidden value nothing is said, not even that last year's is missing."""
    if value.value is None:
        return ""
    return t("panel.no_year_ago" if before is None else "panel.year_ago_hidden", language)


def _behind(key: str, value: Value, language: str) -> str:
    if value.value is None:
        return t(f"flag.{value.flag}", language)
    said = words.pupils(value.pupils, language)
    between = words.interval(value, key, language)
    return f"{said} · {between}" if between else said


def _reported(block: Block, asking: Asking) -> tuple[Cell, ...]:
    language = asking.view.language
    rows = asking.answer(block.metrics[0], ("school",)).rows
    silent = [row.key[0] for row in rows if row.flag == "x"]
    there = len(rows) - len(silent)
    names = [
        schools(asking.snapshot)[key].name for key in silent if key in schools(asking.snapshot)
    ]
    detail = ", ".join(names[:3]) + (" …" if len(names) > 3 else "")
    return (
        Cell(t("panel.schools_reported", language)),
        Cell(integer(there, language), there, "count"),
        Cell(plural("panel.of_schools", len(rows), language), tone=0.0),
        Cell(detail),
    )
