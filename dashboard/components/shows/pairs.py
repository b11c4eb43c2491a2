"""Sentences on pairs, those that can be told apart first; the rest of a long list is folded."""

from itertools import islice

from dash import html
from dash.development.base_component import Component

from dashboard.components.card import card
from dashboard.i18n import integer, plural
from dashboard.spec.panel import Panel

SHOWN = 4  # of each metric


def draw(panel: Panel, language: str, block_id: str) -> Component:
    """`marks["groups"]` says how many of the rows speak of each metric; a sentence heads each.
    The last column holds the words of a pair."""
    if panel.empty:
        return card(panel)
    groups = panel.marks.get("groups", (len(panel.rows),))
    rows = iter(panel.rows)
    parts: list[Component] = []
    for summary, count in zip(panel.sentences, groups):
        items = [_item(row[-1].text, bool(row[-1].tone)) for row in islice(rows, count)]
        parts += [html.H3(summary), *_list(items, language)]
    rest = [html.P(sentence) for sentence in panel.sentences[len(groups) :]]
    return card(panel, *parts, html.Div(rest, className="said"))


def _list(items: list[Component], language: str) -> list[Component]:
    if not items:
        return []
    shown = [html.Ul(items[:SHOWN], className="pairs")]
    if rest := items[SHOWN:]:
        more = plural("sentences.more", len(rest), language, number=integer(len(rest), language))
        shown.append(html.Details([html.Summary(more), html.Ul(rest, className="pairs")]))
    return shown


def _item(words: str, told: bool) -> Component:
    return html.Li(words, className="told" if told else "same")
