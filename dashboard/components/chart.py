"""A figure with its table: drawn for the eye, told to a screen reader, opened by anybody."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.card import card
from dashboard.components.grid import grid
from dashboard.components.legend import legend
from dashboard.i18n import t
from dashboard.spec.panel import Panel

CONFIG = {"displaylogo": False, "displayModeBar": False, "responsive": True, "scrollZoom": False}


def chart(panel: Panel, figure: dict, language: str, block_id: str) -> Component:
    """`figure` is a plain dictionary of dashboard/charts."""
    if panel.empty:
        return card(panel)
    height = {"height": f"{figure['layout']['height']}px"}
    graph = dcc.Graph(id=f"graph-{block_id}", figure=figure, config=CONFIG, style=height)
    drawn = html.Div(graph, role="img", **{"aria-label": f"{panel.title}. {panel.about}"})
    table = html.Details(
        [
            html.Summary(t("chart.table", language)),
            grid(panel, language),
        ],
        className="as-table",
    )
    return card(panel, drawn, legend(panel, language), table)
