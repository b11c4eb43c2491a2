"""A figure with its table: drawn for the eye, told to a screen reader, opened by anybody."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.card import card
from dashboard.components.grid import grid
from dashboard.components.legend import legend
from dashboard.i18n import t
from dashboard.spec.panel import Panel

CONFIG = {"displaylogo": False, "displayModeBar": False, "responsive": True, "scrollZoom": False}


def chart(
    panel: Panel, figure: dict, language: str, block_id: str, narrow: dict | None = None
) -> Component:
    """Figures are plain dictionaries of dashboard/charts.

    A figure that a phone has no room for brings a `narrow` one; the stylesheet shows one of them.
    """
    if panel.empty:
        return card(panel)
    drawn = figures(panel, figure, block_id, narrow)
    return card(panel, *drawn, legend(panel, language), as_table(panel, language))


def as_table(panel: Panel, language: str) -> Component:
    """The same as a table, opened by who wants it."""
    inside = [html.Summary(t("chart.table", language)), grid(panel, language)]
    return html.Details(inside, className="as-table")


def figures(
    panel: Panel, figure: dict, block_id: str, narrow: dict | None = None
) -> list[Component]:
    """The figure alone, where its table stands elsewhere."""
    drawn = [_drawn(panel, figure, f"graph-{block_id}", "on-wide" if narrow else None)]
    if narrow:
        drawn.append(_drawn(panel, narrow, f"graph-{block_id}-narrow", "on-narrow"))
    return drawn


def _drawn(panel: Panel, figure: dict, graph_id: str, shown: str | None) -> Component:
    height = {"height": f"{figure['layout']['height']}px"}
    graph = dcc.Graph(id=graph_id, figure=figure, config=CONFIG, style=height)
    name = {"aria-label": f"{panel.title}. {panel.about}"}
    # The graph comes a moment later than its card: the room is kept, so that nothing jumps.
    return html.Div(graph, role="img", className=shown, style=height, **name)
