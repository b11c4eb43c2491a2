"""A point for each school: two values against each other, with the table of both."""

from dash.development.base_component import Component

from dashboard.charts import scatter
from dashboard.components.chart import chart
from dashboard.spec.panel import Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    return chart(panel, scatter.figure(panel, language), language, block_id)
