"""The national test in a few numbers: share at the threshold, mean, who took it; and a year ago."""

from dashboard.i18n import integer, number, plural, t
from dashboard.metrics import metric
from dashboard.panels import exam_words, lives, words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.comparison import pair


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A row for each metric, and one for the schools with results."""
    language = view.language
    title = t(f"block.{page.key}.{block.key}", language)
    first = asking.answer(block.metrics[0])
    if not first.rows:
        return Panel(title, "", empty=exam_words.why_empty(block.metrics[0], asking))
    test = exam_words.names(first.taken.year, asking)
    return Panel(
        title=title,
        about=_about(page, block, test, first, asking),
        columns=tuple(
            Column(name, t(f"panel.{name}", language))
            for name in ("name", "value", "change", "gap", "detail")
        ),
        rows=(*(_row(key, asking) for key in block.metrics), _schools(block, first, asking)),
    )


def _about(page: Page, block: Block, test: str, first: Answer, asking: Asking) -> str:
    """With a note where a chosen school has taken in another since a year ago."""
    stem, when = f"block.{page.key}.{block.key}.about", first.taken.year
    note = lives.note(asking.view.filters.where().get("school", ()), first.taken, asking)
    return f"{t(stem, asking.view.language, when=when, test=test)} {note}".strip()


def _row(key: str, asking: Asking) -> tuple[Cell, ...]:
    language = asking.view.language
    answer = asking.answer(key)
    value = answer.rows[0] if answer.rows else None
    return (
        Cell(t(f"metric.{key}", language)),
        words.cell(value, key, language),
        _change(key, value, _year_ago(key, answer, asking), language),
        Cell(""),
        Cell(_behind(key, value, language)),
    )


def _year_ago(key: str, answer: Answer, asking: Asking) -> Value | None:
    """The year before, shown or hidden; None where nothing was sent then."""
    year = answer.taken.year
    if year is None:
        return None
    before = f"{int(year[:4]) - 1}-{int(year[5:]) - 1}"
    rows = asking.answer(key, year=(before,)).rows
    return rows[0] if rows and rows[0].flag != "x" else None


def _change(key: str, value: Value | None, before: Value | None, language: str) -> Cell:
    """Of a hidden value nothing is said, not even that last year's is missing."""
    if value is None or value.value is None:
        return Cell("", tone=0.0)
    if before is None or before.value is None:
        why = "no_year_ago" if before is None else "year_ago_hidden"
        return Cell(t(f"panel.{why}", language), tone=0.0)
    card = metric(key)
    if card.interval:
        found = pair(value.value, value.pupils, before.value, before.pupils)
        if not found.told_apart:
            return Cell(t("panel.no_real_change", language), tone=0.0)
    apart = value.value - before.value
    size = number(abs(apart) * (100 if card.unit == "percent" else 1), language, card.decimals)
    way = "same" if not apart else "higher" if apart > 0 else "lower"
    # Scores of two years are of two tests, and more takers are no merit: no colour takes sides.
    return Cell(t(f"panel.{way}.{card.unit}", language, size=size), tone=0.0)


def _behind(key: str, value: Value | None, language: str) -> str:
    """«812 of 1290 takers · 45–49 %»."""
    if value is None or value.value is None:
        return t(f"flag.{value.flag if value else 'x'}", language)
    above, below = (
        integer(round(count), language) for count in (value.numerator, value.denominator)
    )
    if not metric(key).interval:
        return t("exams.of_takers", language, takers=below)
    said = t("exams.out_of", language, above=above, below=below)
    return f"{said} · {words.interval(value, key, language)}"


def _schools(block: Block, first: Answer, asking: Asking) -> tuple[Cell, ...]:
    """The takers themselves, from how many schools they are, and which threshold it is about."""
    language, value = asking.view.language, first.rows[0]
    rows = asking.answer(block.metrics[0], ("school",)).rows
    there = sum(row.flag != "x" for row in rows)
    of_schools = plural("panel.of_schools", len(rows), language)
    shown = value.denominator is not None
    return (
        Cell(t("exams.takers", language)),
        words.count(value.denominator, language) if shown else Cell(value.flag, flag=value.flag),
        Cell(t("exams.from_schools", language, schools=integer(there, language), all=of_schools)),
        Cell(""),
        Cell(exam_words.thresholds_said(first.taken.year, asking)),
    )
