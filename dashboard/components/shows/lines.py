"""Lines over time, one for each metric."""

from dash.development.base_component import Component

from dashboard.charts import lines
from dashboard.components.chart import chart
from dashboard.spec.panel import Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    return chart(panel, lines.figure(panel, language), language, block_id)
