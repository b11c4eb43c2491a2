"""The few numbers that matter: a card for each row of the panel."""

import re

from dash import html
from dash.development.base_component import Component

from dashboard.components.card import card
from dashboard.components.link import link
from dashboard.i18n import t
from dashboard.spec.panel import Cell, Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    """Columns are found by name: name, value, change, detail."""
    if panel.empty:
        return card(panel)
    names = [column.name for column in panel.columns]
    cards = [_card(dict(zip(names, row)), language) for row in panel.rows]
    title = html.H2(panel.title, className="visually-hidden")
    return html.Div([title, html.Ul(cards, className="kpis")])


def _card(cells: dict[str, Cell], language: str) -> Component:
    name, value, change = cells["name"], cells["value"], cells["change"]
    way = _way(change.tone)
    return html.Li(
        [
            html.Div(link(name.text, name.href or value.href), className="name"),
            html.Div(
                _value(value), className=f"value flag-{value.flag}", title=_why(value, language)
            ),
            html.Div(change.text, className=f"change {way}"),
            html.Div(cells["detail"].text, className="detail"),
        ],
        className="panel kpi",
    )


def _value(cell: Cell) -> list:
    """The unit is smaller than the number."""
    found = re.fullmatch(r"(.*?\d)(\D+)", cell.text) if cell.unit != "text" else None
    return [found[1], html.Small(found[2])] if found else [cell.text]


def _way(tone: float | None) -> str:
    return "same" if not tone else "up" if tone > 0 else "down"


def _why(cell: Cell, language: str) -> str | None:
    return t(f"flag.{cell.flag}", language) if cell.flag else None
