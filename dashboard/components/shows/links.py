"""Who supports whom, drawn as lines between two columns; what their colours mean, in words."""

from dash import html
from dash.development.base_component import Component

from dashboard.charts import links
from dashboard.charts.theme import direction
from dashboard.components.card import card
from dashboard.components.chart import as_table, figures
from dashboard.spec.panel import Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    """What the colours mean stands above the lines: there may be hundreds of schools below."""
    if panel.empty:
        return card(panel)
    wide, narrow = links.figure(panel, language), links.narrow(panel, language)
    drawn = figures(panel, wide, block_id, narrow)
    return card(panel, _colours(panel), *drawn, as_table(panel, language))


def _colours(panel: Panel) -> Component:
    parts = [
        html.Span([html.I(style={"background": direction(key)}), words])
        for key, words in panel.marks["directions"]
    ]
    return html.Div(parts, className="legend-line of-lines")
