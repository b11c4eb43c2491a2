"""The subject tests: the share at the threshold of each. They are never added to the main test."""

from dashboard.i18n import order, t
from dashboard.metrics.thresholds import held
from dashboard.panels import exam_words, words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """In the order of names. There is no value of the district: the tests differ."""
    key, language = block.metrics[0], view.language
    answer = asking.answer(key, ("subject",))
    title = t(f"block.{page.key}.{block.key}", language)
    values = [row for row in answer.rows if row.key[0] is not None]  # None is the main test
    if not values:
        otherwise = "exams.no_subjects" if answer.rows else "panel.empty"
        return Panel(title, "", empty=exam_words.why_empty(key, asking, otherwise))
    year = answer.taken.year
    named = [(words.name("subject", v.key[0], asking.snapshot, language), v) for v in values]
    named.sort(key=lambda row: order(row[0], language))
    return Panel(
        title=title,
        about=t(f"block.{page.key}.{block.key}.about", language, when=year),
        columns=(
            Column("name", t("filter.subject", language)),
            Column("value", t(f"metric.{key}", language), unit="percent"),
            Column("interval", t("panel.interval", language)),
            Column("passed", t(f"metric.{key}.numerator", language), unit="count"),
            Column("takers", t(f"metric.{key}.denominator", language), unit="count"),
            Column("threshold", t("exams.threshold_heading", language), unit="count"),
            Column("source", t("exams.source", language)),
        ),
        rows=tuple(_row(page, block, row, year, asking) for row in named),
    )


def _row(
    page: Page, block: Block, named: tuple[str, Value], year: str | None, asking: Asking
) -> tuple[Cell, ...]:
    (text, value), key, language = named, block.metrics[0], asking.view.language
    subject = value.key[0]
    href = exam_words.on_tab(page, asking.view, "tests", subject=subject)
    return (
        Cell(text, href=href),
        words.cell(value, key, language),
        Cell(words.interval(value, key, language)),
        words.count(value.numerator, language),
        words.count(value.denominator, language),
        *_threshold(subject, year, asking),
    )


def _threshold(subject: str, year: str | None, asking: Asking) -> tuple[Cell, Cell]:
    """Empty where no source tells, or where two different tests were held."""
    exams = held(asking.snapshot, year or "", subject)
    found = exam_words.points((exams[0], subject), year) if len(exams) == 1 else None
    if found is None:
        return Cell("", unit="count"), Cell("")
    return words.count(found.points, asking.view.language), Cell(found.source)
