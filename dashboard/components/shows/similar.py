"""A position in words, then the table that it comes from."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.card import card
from dashboard.components.grid import grid
from dashboard.components.legend import legend
from dashboard.spec.panel import Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    if panel.empty:
        return card(panel)
    said = html.Div([html.P(sentence) for sentence in panel.sentences], className="said")
    return card(panel, said, grid(panel, language), legend(panel, language))
