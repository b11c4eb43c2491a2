"""Do the children understand what they read, and do they read it right?"""

from dashboard.i18n import t
from dashboard.panels import empty, reading_words, words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

BY = ("language", "grade")


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A row for each language of the test and grade."""
    (key, accuracy), language = block.metrics, view.language
    stem = f"block.{page.key}.{block.key}"
    found, right = asking.answer(key, BY).by_key(), asking.answer(accuracy, BY).by_key()
    told = [k for k in {*found, *right} if _told(found.get(k)) or _told(right.get(k))]
    if not told:
        return Panel(t(stem, language), "", empty=empty.why(page, block, asking))
    rows = (
        _row(k, found.get(k), right.get(k), block.metrics, language)
        for k in reading_words.in_order(told)
    )
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language),
        columns=_columns(block, language),
        rows=tuple(rows),
        sentences=(t("reading_children.four_questions", language),),
    )


def _told(value: Value | None) -> bool:
    return value is not None and value.flag not in ("x", "z")


def _columns(block: Block, language: str) -> tuple[Column, ...]:
    key, accuracy = block.metrics
    return (
        Column("name", t("reading.group_heading", language)),
        Column("value", t(f"metric.{key}", language), unit="percent"),
        Column("interval", t("panel.interval", language)),
        Column("of", t(f"metric.{key}.denominator", language), unit="count"),
        Column("accuracy", t(f"metric.{accuracy}", language), unit="percent"),
    )


def _row(
    group: tuple, value: Value | None, right: Value | None, keys: tuple[str, ...], language: str
) -> tuple[Cell, ...]:
    asked = value.denominator if _told(value) else None
    return (
        Cell(reading_words.group(*group, language)),
        words.cell(value if _told(value) else None, keys[0], language),
        Cell(words.interval(value, keys[0], language) if value else ""),
        words.count(asked, language),
        words.cell(right if _told(right) else None, keys[1], language),
    )
