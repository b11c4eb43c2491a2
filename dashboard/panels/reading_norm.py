"""How many children read as the norm of their language and grade asks."""

from dashboard.i18n import t
from dashboard.panels import empty, reading_words, words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A row for each language of the test and grade; each leads to the page of that group."""
    key, language = block.metrics[0], view.language
    answer = asking.answer(key, block.by)
    title = t(f"block.{page.key}.{block.key}", language)
    if not any(row.flag != "x" for row in answer.rows):
        return Panel(title, "", empty=empty.why(page, block, asking))
    when = words.when(answer, language)
    found = {row.key: row for row in answer.rows}
    return Panel(
        title=title,
        about=t(f"block.{page.key}.{block.key}.about", language, when=when),
        columns=_columns(key, language),
        rows=tuple(_row(page, key, found[k], view) for k in reading_words.in_order(found)),
    )


def _columns(key: str, language: str) -> tuple[Column, ...]:
    return (
        Column("name", t("reading.group_heading", language)),
        Column("value", t(f"metric.{key}", language), unit="percent"),
        Column("interval", t("panel.interval", language)),
        Column("good", t(f"metric.{key}.numerator", language), unit="count"),
        Column("of", t(f"metric.{key}.denominator", language), unit="count"),
    )


def _row(page: Page, key: str, value: Value, view: View) -> tuple[Cell, ...]:
    (tongue, grade), language = value.key, view.language
    href = reading_words.tab(page, view, view.tab, language=tongue, grade=grade)
    counts = (value.numerator, value.denominator) if value.flag not in ("x", "z") else (None, None)
    return (
        Cell(reading_words.group(tongue, grade, language), href=href),
        reading_words.share(value, key, language),
        Cell(words.interval(value, key, language)),
        *(words.count(count, language) for count in counts),
    )
