"""From a number to its files and rows: the link of each card, and of each number if asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from dashboard.i18n import t
from dashboard.metrics import metric
from dashboard.metrics.counts import takes
from dashboard.panels import View
from dashboard.panels.view import SMALL
from dashboard.spec.answer import Question, Value
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Panel
from dashboard.store import audit
from dashboard.web.site import Site

PAGE = "sources"


def switch(page: Page, view: View) -> list[Component]:
    """Turns every number of the page into a link to its own rows, and back."""
    state = "on" if view.rows else "off"
    href = page.path + replace(view, rows=not view.rows).search(page)
    words = t(f"sources.{state}.turn", view.language)
    marks = {"data-keep": "from", "title": t("sources.turn.about", view.language)}
    link = html.A(words, href=href, className="inside", **marks)
    said = [html.B(t("sources.on", view.language)), " "] if view.rows else []
    return [html.Span([*said, link], className=f"from-{state}")]


def sourced(panel: Panel, page: Page, block: Block, view: View, site: Site) -> Panel:
    """`marks["from"]` becomes the card's link: its words and its address."""
    if panel.marks.get("looked"):
        address = page.path + view.search(page)
        audit.log(site.settings.store, audit.SMALL_SHOWN, address, who=site.who)
    sources = site.pages.get(PAGE)
    if sources is None or panel.empty or not block.metrics:
        return panel
    link = (t("sources.link", view.language), _of_block(block, view, sources))
    rows = _linked(panel.rows, view, sources) if view.rows else panel.rows
    return replace(panel, rows=rows, marks={**panel.marks, "from": link, "rows": view.rows})


def _of_block(block: Block, view: View, sources: Page) -> str:
    """Of its first number; those beside it are a click away."""
    key, *others = block.metrics
    by = tuple(name for name in block.by if name in takes(metric(key).view))
    question = Question.of(key, by, view.filters.where(), view.rule)
    also = ".".join(block.metrics) if others else ""
    return _address(question, dict(question.where), view, sources, of=also)


def _linked(
    rows: Iterable[tuple[Cell, ...]], view: View, sources: Page
) -> tuple[tuple[Cell, ...], ...]:
    def linked(cell: Cell) -> Cell:
        value = cell.value
        if value is None or value.asked is None:
            return cell
        return cell._replace(href=of_value(value, view, sources))

    return tuple(tuple([linked(cell) for cell in row]) for row in rows)


def of_value(value: Value, view: View, sources: Page) -> str:
    """The address of the rows of one number."""
    question = value.asked.question
    return _address(question, value.asked.where(value.key), view, sources)


def _address(
    question: Question, where: Mapping[str, tuple], view: View, sources: Page, of: str = ""
) -> str:
    empty = [name for name, values in where.items() if values == (None,)]
    there = {name: values for name, values in where.items() if values and name not in empty}
    filters = FilterState(
        sources.filters, {spec.key: there.get(spec.key, ()) for spec in sources.filters}
    )
    beside = {
        "rule": question.rule,
        "metric": question.metric,
        "of": of,
        "by": ".".join(question.by),
        "empty": ".".join(sorted(empty)),
        "small": SMALL if view.small else "",
        "lang": view.language,
    }
    return sources.path + filters.to_search(**beside)
