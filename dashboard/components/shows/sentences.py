"""Plain sentences, then what they speak of, each with its link."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.card import card
from dashboard.components.link import link
from dashboard.i18n import integer, plural, t
from dashboard.spec.panel import Cell, Panel

SHOWN = 7  # more is a list, not a message


def draw(panel: Panel, language: str, block_id: str) -> Component:
    """`marks["lower"]` says how many of the rows, from the top, are lower than the district."""
    if panel.empty:
        return card(panel)
    said = [html.P(sentence) for sentence in panel.sentences]
    lower = panel.marks.get("lower", 0)
    items = [_item(row, place < lower, language) for place, row in enumerate(panel.rows)]
    return card(panel, html.Div(said, className="said"), *_list(items, language))


def _list(items: list[Component], language: str) -> list[Component]:
    if not items:
        return []
    shown = [html.Ul(items[:SHOWN], className="attention")]
    rest = items[SHOWN:]
    if rest:
        more = plural("sentences.more", len(rest), language, number=integer(len(rest), language))
        shown.append(html.Details([html.Summary(more), html.Ul(rest, className="attention")]))
    return shown


def _item(row: tuple[Cell, ...], lower: bool, language: str) -> Component:
    first, *others = row
    facts = " · ".join(cell.text for cell in others if cell.text)
    words = html.Div([html.B(first.text), " ", html.Span(facts, className="facts")])
    way = link(f"{t('sentences.open', language)} ›", first.href) if first.href else None
    return html.Li([html.Span(className="dot low" if lower else "dot high"), words, way])
