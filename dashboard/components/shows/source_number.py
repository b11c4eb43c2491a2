"""One number as facts: what it says, of what, and what stands above and below its line."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.card import card
from dashboard.spec.panel import Cell, Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    if panel.empty:
        return card(panel)
    said = [html.P(sentence, className="notice") for sentence in panel.sentences]
    facts = html.Dl([_fact(row) for row in panel.rows], className="source-facts")
    return card(panel, *said, facts)


def _fact(row: tuple[Cell, ...]) -> Component:
    name, value = row
    return html.Div([html.Dt(name.text), html.Dd(value.text)])
