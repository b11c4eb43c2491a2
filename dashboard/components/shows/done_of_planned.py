"""A table of «done / planned», shaded by what is missing: the fuller the plan, the paler."""

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.charts.theme import step
from dashboard.components.card import card
from dashboard.components.markup import drawn, tag
from dashboard.i18n import percent, t
from dashboard.spec.panel import Cell, Column, Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    """A cell with a number and no tone is not judged: it is not due yet."""
    if panel.empty:
        return card(panel)
    caption = tag("caption", panel.title, class_="visually-hidden")
    head = tag("thead", tag("tr", *(_head(column) for column in panel.columns)))
    body = tag("tbody", *(_row(row, language) for row in panel.rows))
    table = tag("table", caption, head, body, class_="table heat roomy done-of-planned")
    return card(panel, drawn(table, panel.title), _legend(language))


def _head(column: Column) -> Markup:
    return tag("th", tag("span", column.title), scope="col")


def _row(row: tuple[Cell, ...], language: str) -> Markup:
    first, *others = row
    head = tag("th", first.text, scope="row")
    return tag("tr", head, *(_cell(cell, language) for cell in others))


def _cell(cell: Cell, language: str) -> Markup:
    if cell.number is None:
        return tag("td", cell.text, class_="nothing")
    if cell.tone is None:
        return tag("td", cell.text, class_="later", title=t("done.later", language))
    said = percent(cell.number, language, 0)
    return tag("td", cell.text, class_=f"t{step(cell.tone)}", title=said)


def _legend(language: str) -> Component:
    """The two ends of the shades, and what has none."""
    parts = [
        html.Span([html.Span("0 / 5", className="sample none"), t("done.none", language)]),
        html.Span([html.Span("5 / 5", className="sample whole"), t("done.whole", language)]),
        html.Span([html.Span("0 / 5", className="sample later"), t("done.later", language)]),
    ]
    return html.Div(parts, className="legend-line")
