"""The number itself: what it says, of what, and what stands above and below its line."""

from collections.abc import Iterator

from dashboard.i18n import has, integer, number, t
from dashboard.panels import words
from dashboard.panels.sourcing import Sourced, metrics_of, sourced
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import TIMES
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Choice, Column, Panel, Switch


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Rows of a name and a text; the first is the number."""
    language = view.language
    found = sourced(page, view, asking)
    if found is None:
        title, about = (t(f"block.sources.number{end}", language) for end in ("", ".about"))
        return Panel(title, about, empty=_nothing(asking, language))
    key = found.answer.question.metric
    return Panel(
        title=t(f"metric.{key}", language),
        about=t(f"metric.{key}.about", language),
        columns=(
            Column("name", t("sources.what", language)),
            Column("value", t("panel.value", language)),
        ),
        rows=tuple(_rows(found, page, language)),
        sentences=_hidden(found, language),
        switches=_metrics(page, view, language),
    )


def _nothing(asking: Asking, language: str) -> str:
    known = asking.snapshot is not None
    return t("sources.nothing_asked" if known else "sources.no_snapshot", language)


def _rows(found: Sourced, page: Page, language: str) -> Iterator[tuple[Cell, Cell]]:
    key, value = found.answer.question.metric, found.value
    yield Cell(t("panel.value", language)), words.cell(value, key, language)
    if value.value is not None and value.numerator is not None:
        yield _fact(f"metric.{key}.numerator", _number(value.numerator, language), language)
        yield _fact(f"metric.{key}.denominator", _number(value.denominator, language), language)
        if value.pupils:
            yield _fact("sources.behind", integer(value.pupils, language), language)
    if when := words.when(found.answer, language):
        yield _fact("export.taken", when, language)
    if rule := found.answer.taken.rule:
        yield _fact("export.rule", t(f"rule.{rule}", language), language)
    yield from _chosen(found, page, language)


def _chosen(found: Sourced, page: Page, language: str) -> Iterator[tuple[Cell, Cell]]:
    """The group and the filters; times are told already."""
    asking, taken = found.asking, found.answer.taken
    told = {name for name in TIMES if getattr(taken, name) is not None}
    for spec in page.filters:
        values = asking.view.filters.values[spec.key]
        if values and spec.key not in told:
            names = (words.name(spec.key, v, asking.snapshot, language) for v in values)
            yield Cell(t(spec.words, language)), Cell(", ".join(names))
    for name in found.counted.empty:
        yield _fact(f"filter.{name}", t("sources.not_told", language), language)


def _fact(key: str, text: str, language: str) -> tuple[Cell, Cell]:
    return Cell(t(key, language)), Cell(text)


def _number(value: float, language: str) -> str:
    whole = float(value).is_integer()
    return integer(int(value), language) if whole else number(float(value), language, 2)


def _hidden(found: Sourced, language: str) -> tuple[str, ...]:
    if not found.hidden:
        return ()
    return (t("sources.logged" if found.opens else "sources.hidden", language),)


def _metrics(page: Page, view: View, language: str) -> tuple[Switch, ...]:
    """The other numbers of the same block."""
    keys = [key for key in metrics_of(page, view) if has(f"metric.{key}", language)]
    if len(keys) < 2:
        return ()
    used = view.option(page, "metric")
    choices = tuple(
        Choice(
            key,
            t(f"metric.{key}", language),
            page.path + view.turned("metric", key).turned("table", "").search(page),
            key == used,
        )
        for key in keys
    )
    return (Switch("metric", t("option.metric", language), choices),)
