"""The few numbers that matter: a card for each row of the panel."""

import re

from dash import html
from dash.development.base_component import Component

from dashboard.components.card import card, origin
from dashboard.components.link import link
from dashboard.components.sparkline import sparkline
from dashboard.i18n import t
from dashboard.panels.sparks import Spark
from dashboard.spec.panel import Cell, Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    """Columns are found by name: name, value, change, gap, detail. `marks["sparks"]` has the way
    of each row's number, or None. `marks["rows"]`: the numbers themselves are links."""
    if panel.empty:
        return card(panel)
    names = [column.name for column in panel.columns]
    ways = panel.marks.get("sparks") or (None,) * len(panel.rows)
    linked = panel.marks.get("rows", False)
    cards = [
        _card(dict(zip(names, row)), way, language, linked) for row, way in zip(panel.rows, ways)
    ]
    title = html.H2(panel.title, className="visually-hidden")
    return html.Div([title, html.Ul(cards, className="kpis"), *origin(panel)])


def _card(cells: dict[str, Cell], way: Spark | None, language: str, linked: bool) -> Component:
    name, value, change, gap = (cells[part] for part in ("name", "value", "change", "gap"))
    turn = _way(change.tone)
    parts = [
        html.Div(link(name.text, name.href or value.href), className="name"),
        html.Div([_number(value, language, linked), *_drawn(way, turn)], className="figure"),
        html.Div(change.text, className=f"change {turn}"),
        *([html.Div(gap.text, className="gap")] if gap.text else []),
        html.Div(cells["detail"].text, className="detail"),
    ]
    return html.Li(parts, className="panel kpi")


def _number(cell: Cell, language: str, linked: bool) -> Component:
    said = _value(cell)
    if linked and cell.href:
        said = html.A(said, href=cell.href, className="inside")
    return html.Div(said, className=f"value flag-{cell.flag}", title=_why(cell, language))


def _drawn(way: Spark | None, turn: str) -> list[Component]:
    return [html.Span(sparkline(way.values, way.said), className=turn)] if way else []


def _value(cell: Cell) -> list:
    """The unit is smaller than the number."""
    found = re.fullmatch(r"(.*?\d)(\D+)", cell.text) if cell.unit != "text" else None
    return [found[1], html.Small(found[2])] if found else [cell.text]


def _way(tone: float | None) -> str:
    return "same" if not tone else "up" if tone > 0 else "down"


def _why(cell: Cell, language: str) -> str | None:
    return t(f"flag.{cell.flag}", language) if cell.flag else None
