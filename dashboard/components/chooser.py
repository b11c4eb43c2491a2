"""A list of links to choose from, in as many columns as there is room for."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.card import card
from dashboard.components.link import link
from dashboard.spec.panel import Cell, Panel


def chooser(panel: Panel) -> Component:
    """The other blocks of the page wait: assets/compare.css leaves them out."""
    return card(panel, html.Ul([_item(row) for row in panel.rows], className="choose"))


def _item(row: tuple[Cell, ...]) -> Component:
    name, *others = row
    facts = " · ".join(cell.text for cell in others if cell.text)
    return html.Li([link(name.text, name.href), " ", html.Small(facts)])
