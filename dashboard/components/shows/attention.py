"""What needs attention: a dot, the sentence, what it stands on, and where to see it."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.card import card
from dashboard.i18n import t
from dashboard.spec.panel import Cell, Panel

DOTS = {-1: "low", 0: "grey", 1: "high"}
APART = " · "


def draw(panel: Panel, language: str, block_id: str) -> Component:
    """A row is a finding: the sentence with its tone and its address, then the evidence.
    `marks["hint"]` says by what rule they stand in this order."""
    if panel.empty:
        return card(panel)
    said = [html.P(sentence, className="nothing") for sentence in panel.sentences]
    items = [_item(row, language) for row in panel.rows]
    found = [html.Ul(items, className="attention findings")] if items else []
    hint = panel.marks.get("hint")
    rule = [html.P(hint, className="rule-line")] if hint else []
    return card(panel, *said, *found, *rule)


def _item(row: tuple[Cell, ...], language: str) -> Component:
    sentence, evidence = row
    dot = html.Span(className=f"dot {DOTS[round(sentence.tone or 0)]}")
    parts = [html.Span(part) for part in evidence.text.split(APART)]
    facts = html.Div(_between(parts), className="facts")
    return html.Li([dot, html.B(sentence.text), *_open(sentence, language), facts])


def _between(parts: list[Component]) -> list[Component | str]:
    """A line is broken between the parts first: the stylesheet keeps each together."""
    return [piece for part in parts for piece in (APART, part)][1:]


def _open(sentence: Cell, language: str) -> list[Component]:
    """Seven links of one word: a screen reader is told what each opens."""
    if not sentence.href:
        return []
    words = t("attention.open", language)
    name = {"aria-label": f"{words} {sentence.text}"}
    return [html.A(words, href=sentence.href, className="inside open", **name)]
