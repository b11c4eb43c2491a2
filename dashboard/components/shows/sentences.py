"""Plain sentences, then what they speak of, each with its link."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.card import card
from dashboard.components.link import link
from dashboard.i18n import integer, plural
from dashboard.spec.panel import Cell, Panel

SHOWN = 7  # more is a list, not a message


def draw(panel: Panel, language: str, block_id: str) -> Component:
    """`marks["lower"]` says how many of the rows, from the top, are lower than the district (a row
    with a tone of its own says so itself);
    `marks["named"]` how many of the sentences speak of the rows. The others stand below them."""
    if panel.empty:
        return card(panel)
    named = panel.marks.get("named", len(panel.sentences))
    above, below = panel.sentences[:named], panel.sentences[named:]
    lower = panel.marks.get("lower", 0)
    items = [_item(row, place < lower) for place, row in enumerate(panel.rows)]
    return card(panel, *_said(above), *_list(items, language), *_said(below))


def _said(sentences: tuple[str, ...]) -> list[Component]:
    return [html.Div([html.P(s) for s in sentences], className="said")] if sentences else []


def _list(items: list[Component], language: str) -> list[Component]:
    if not items:
        return []
    shown = [html.Ul(items[:SHOWN], className="attention")]
    rest = items[SHOWN:]
    if rest:
        more = plural("sentences.more", len(rest), language, number=integer(len(rest), language))
        shown.append(html.Details([html.Summary(more), html.Ul(rest, className="attention")]))
    return shown


def _item(row: tuple[Cell, ...], lower: bool) -> Component:
    first, *others = row
    lower = lower if first.tone is None else first.tone < 0
    facts = " · ".join(cell.text for cell in others if cell.text)
    name = html.B(link(f"{first.text} ›", first.href) if first.href else first.text)
    words = html.Div([name, html.Div(facts, className="facts")])
    return html.Li([html.Span(className="dot low" if lower else "dot high"), words])
