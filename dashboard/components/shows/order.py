"""A list that is annexed to an order: with a heading, room for number and date, fit for paper."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.card import card
from dashboard.components.grid import grid
from dashboard.components.link import link
from dashboard.i18n import t
from dashboard.spec.panel import Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    """The first sentence heads the list; each of the others is told with its link in
    `marks["undo"]`."""
    if panel.empty:
        return card(panel)
    first, *others = panel.sentences or ("",)
    undo = panel.marks.get("undo") or ("",) * len(others)
    refused = [
        html.Li([f"{words} ", link(t("pairing.drop", language), href)])
        for words, href in zip(others, undo)
    ]
    list_ = [grid(panel, language)] if panel.rows else []
    links = [link(words, href) for words, href in panel.marks.get("links", ())]
    return card(
        panel,
        *([html.Ul(refused, className="notice refused")] if refused else []),
        html.P(first, className="said"),
        *list_,
        html.Div(links, className="read-on"),
    )
