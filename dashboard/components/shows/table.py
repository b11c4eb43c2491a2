"""A plain table."""

from dash.development.base_component import Component

from dashboard.components.card import card
from dashboard.components.grid import grid
from dashboard.components.legend import legend
from dashboard.spec.panel import Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    if panel.empty:
        return card(panel)
    return card(panel, grid(panel, language), legend(panel, language))
