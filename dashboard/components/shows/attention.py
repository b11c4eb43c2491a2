"""What needs attention: a dot, the sentence, what it stands on, and where to see it."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.card import card
from dashboard.components.link import link
from dashboard.i18n import integer, plural, t
from dashboard.spec.panel import Cell, Panel

DOTS = {-1: "low", 0: "grey", 1: "high"}
APART = " · "
FOUND = "attention findings"


def draw(panel: Panel, language: str, block_id: str) -> Component:
    """A row is a finding: the sentence with its tone and its address, then the evidence.
    `marks["hint"]` says by what rule they stand in this order, `marks["open"]` what a link says,
    `marks["first"]` how many are seen before a click, `marks["all"]` where all of them are."""
    if panel.empty:
        return card(panel)
    said = [html.P(sentence, className="nothing") for sentence in panel.sentences]
    words = panel.marks.get("open") or t("attention.open", language)
    items = [_item(row, words) for row in panel.rows]
    hint = panel.marks.get("hint")
    rule = [html.P(hint, className="rule-line")] if hint else []
    first = panel.marks.get("first", len(items))
    found = [html.Ul(items[:first], className=FOUND)] if items else []
    return card(panel, *said, *found, *_all(panel), *_folded(items[first:], language), *rule)


def _folded(items: list[Component], language: str) -> list[Component]:
    if not items:
        return []
    more = plural("sentences.more", len(items), language, number=integer(len(items), language))
    return [html.Details([html.Summary(more), html.Ul(items, className=FOUND)])]


def _all(panel: Panel) -> list[Component]:
    """Nothing to list, nothing to open."""
    words, href = panel.marks.get("all", ("", ""))
    return [html.P(link(words, href), className="all")] if href and panel.rows else []


def _item(row: tuple[Cell, ...], words: str) -> Component:
    sentence, evidence = row
    dot = html.Span(className=f"dot {DOTS[round(sentence.tone or 0)]}")
    parts = [html.Span(part) for part in evidence.text.split(APART)]
    facts = html.Div(_between(parts), className="facts")
    return html.Li([dot, html.B(sentence.text), *_open(sentence, words), facts])


def _between(parts: list[Component]) -> list[Component | str]:
    """A line is broken between the parts first: the stylesheet keeps each together."""
    return [piece for part in parts for piece in (APART, part)][1:]


def _open(sentence: Cell, words: str) -> list[Component]:
    """Seven links of one word: a screen reader is told what each opens."""
    if not sentence.href:
        return []
    name = {"aria-label": f"{words} {sentence.text}"}
    return [html.A(words, href=sentence.href, className="inside open", **name)]
