"""Metrics over all years and periods: a line for each, the same as a table."""

from dashboard.i18n import t
from dashboard.metrics.times import ENDS
from dashboard.panels import words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """One row per year and period, quarters apart from half-years and years."""
    language = view.language
    found = {key: _answers(key, asking) for key in block.metrics}
    times = sorted({time for values in found.values() for time in values}, key=_in_time)
    title = t(f"block.{page.key}.{block.key}", language)
    if len(times) < 2:
        why = "one_time" if times else "empty"
        return Panel(title, "", empty=t(f"panel.{why}", language))
    return Panel(
        title=title,
        about=t(f"block.{page.key}.{block.key}.about", language),
        columns=_columns(block, asking),
        rows=tuple(_row(time, found, language) for time in times),
    )


def _answers(key: str, asking: Asking) -> dict[tuple[str, str], Value]:
    """Quarters follow each other; half-years and years are other things and are left out."""
    answer = asking.answer(key, ("year", "period"), year=(), period=("Q1", "Q2", "Q3", "Q4"))
    return {row.key: row for row in answer.rows}


def _in_time(time: tuple[str, str]) -> tuple[str, int]:
    year, period = time
    return year, ENDS[period]


def _columns(block: Block, asking: Asking) -> tuple[Column, ...]:
    language = asking.view.language
    values = (Column(k, t(f"metric.{k}", language), unit=asking.unit(k)) for k in block.metrics)
    pupils = Column("pupils", t("panel.pupils_heading", language), unit="count")
    return (Column("time", t("panel.time", language)), *values, pupils)


def _row(time: tuple[str, str], found: dict[str, dict], language: str) -> tuple[Cell, ...]:
    year, period = time
    text = f"{year}, {t(f'period.{period}', language)}"
    values = [found[key].get(time) for key in found]
    pupils = next((value.pupils for value in values if value is not None), None)
    cells = (words.cell(value, key, language) for key, value in zip(found, values))
    return (Cell(text), *cells, words.count(pupils, language))
