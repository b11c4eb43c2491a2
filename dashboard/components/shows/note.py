"""A line of words, without a card: what a reader must know of every block beside it."""

from dash import html
from dash.development.base_component import Component

from dashboard.spec.panel import Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    """The title is there for a screen reader."""
    title = html.H2(panel.title, className="visually-hidden")
    words = [panel.empty] if panel.empty else panel.sentences
    return html.Div([title, *(html.P(text, className="about") for text in words)])
