"""Changes as bars around 0, for a wide and a narrow screen."""

from dash.development.base_component import Component

from dashboard.charts import changes
from dashboard.components.card import card
from dashboard.components.chart import chart
from dashboard.spec.panel import Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    if panel.empty:
        return card(panel)
    return chart(
        panel, changes.figure(panel, language), language, block_id, changes.narrow(panel, language)
    )
