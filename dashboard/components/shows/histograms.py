"""Small histograms beside each other, with the table of all of them."""

from dash.development.base_component import Component

from dashboard.charts import histograms
from dashboard.components.card import card
from dashboard.components.chart import as_table, chart
from dashboard.components.legend import legend
from dashboard.spec.panel import Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    """Where all are hidden the table alone says so."""
    if panel.empty:
        return card(panel)
    if not histograms.has_bars(panel):
        return card(panel, legend(panel, language), as_table(panel, language))
    wide, narrow = histograms.figure(panel, language), histograms.narrow(panel, language)
    return chart(panel, wide, language, block_id, narrow)
