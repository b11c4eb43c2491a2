"""Two shares side by side for each row, for a wide and a narrow screen."""

from dash.development.base_component import Component

from dashboard.charts import both
from dashboard.components.card import card
from dashboard.components.chart import chart
from dashboard.spec.panel import Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    if panel.empty:
        return card(panel)
    return chart(
        panel, both.figure(panel, language), language, block_id, both.narrow(panel, language)
    )
