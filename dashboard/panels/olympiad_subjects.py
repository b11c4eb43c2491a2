"""Olympiad places per 100 participants by subject, at one stage."""

from collections import Counter

from dashboard.i18n import order, t
from dashboard.panels import exam_words, words
from dashboard.panels.olympiad_stages import stages_of
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

# Of stages that tell equally much, the first where our pupils meet the most others.
BEST = ("republic", "oblast", "district", "school")


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """In the order of names. Stages are never added: whoever goes on stands in both."""
    (dimension,), key, language = block.by, block.metrics[0], view.language
    answer = asking.answer(key, (dimension, "stage"))
    title = t(f"block.{page.key}.{block.key}", language)
    if not answer.rows:
        return Panel(title, "", empty=exam_words.why_empty(key, asking))
    stage = _stage(answer)
    rows = _named(dimension, [row for row in answer.rows if row.key[1] == stage], asking)
    about = {"when": answer.taken.year, "stage": t(f"choice.{stage}", language)}
    return Panel(
        title=title,
        about=t(f"block.{page.key}.{block.key}.about", language, **about),
        columns=(
            Column("name", t(f"filter.{dimension}", language)),
            Column("value", t(f"metric.{key}", language), unit="percent"),
            Column("interval", t("panel.interval", language)),
            Column("places", t(f"metric.{key}.numerator", language), unit="count"),
            Column("participants", t(f"metric.{key}.denominator", language), unit="count"),
        ),
        rows=tuple(_row(page, block, row, asking) for row in rows),
    )


def _stage(answer: Answer) -> str:
    """The stage with the most values that can be relied upon."""
    there = [stage for stage in BEST if stage in stages_of(answer)]
    told = Counter(row.key[1] for row in answer.rows if row.value is not None and not row.flag)
    return max(there, key=lambda stage: told[stage])


def _named(dimension: str, values: list[Value], asking: Asking) -> list[tuple[str, Value]]:
    language = asking.view.language
    named = [(words.name(dimension, v.key[0], asking.snapshot, language), v) for v in values]
    return sorted(named, key=lambda row: order(row[0], language))


def _row(page: Page, block: Block, named: tuple[str, Value], asking: Asking) -> tuple[Cell, ...]:
    (text, value), key, language = named, block.metrics[0], asking.view.language
    href = exam_words.on_tab(page, asking.view, block.tab, **{block.by[0]: value.key[0]})
    return (
        Cell(text, href=href),
        words.cell(value, key, language),
        Cell(words.interval(value, key, language)),
        words.count(value.numerator, language),
        words.count(value.denominator, language),
    )
