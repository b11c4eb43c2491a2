"""A funnel: dots within limits; what lies outside is named and has a form of its own."""

from dash.development.base_component import Component

from dashboard.charts import funnel
from dashboard.components.card import card
from dashboard.components.chart import chart
from dashboard.spec.panel import Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    if panel.empty:
        return card(panel)
    return chart(panel, funnel.figure(panel, language), language, block_id)
