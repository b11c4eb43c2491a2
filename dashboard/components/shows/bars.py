"""Horizontal bars with their intervals and the district's line, for a wide and a narrow screen."""

from dash.development.base_component import Component

from dashboard.charts import bars
from dashboard.components.chart import chart
from dashboard.spec.panel import Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    return chart(
        panel, bars.figure(panel, language), language, block_id, bars.narrow(panel, language)
    )
