"""What a school is, in one line of facts; or all schools, to choose one."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.card import card
from dashboard.components.chooser import chooser
from dashboard.components.link import link
from dashboard.spec.panel import Cell, Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    if panel.empty:
        return card(panel)
    if panel.marks.get("choose"):
        return chooser(panel)
    facts = html.Dl([_fact(row) for row in panel.rows], className="passport-facts")
    said = [html.P(sentence, className="notice") for sentence in panel.sentences]
    links = [link(f"{words} ›", href) for words, href in panel.marks.get("links", ())]
    return html.Div(
        card(panel, facts, *said, html.Div(links, className="read-on")), className="passport"
    )


def _fact(row: tuple[Cell, ...]) -> Component:
    name, value, *_ = row
    return html.Div([html.Dt(name.text), html.Dd(value.text)])
