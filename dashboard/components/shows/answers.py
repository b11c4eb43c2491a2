"""Answers to the questions of a survey as bars in a table: long words have the room they need."""

from itertools import islice

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.components.card import card
from dashboard.components.legend import legend
from dashboard.components.markup import drawn, tag
from dashboard.spec.panel import Cell, Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    """`marks["groups"]` are the questions, each with how many of the rows are its own; the first
    is open. A row is an option, its share with the words for it, its interval."""
    if panel.empty:
        return card(panel)
    rows, parts = iter(panel.rows), []
    for place, (question, count) in enumerate(panel.marks["groups"]):
        table = _table(panel, question, tuple(islice(rows, count)))
        parts += folded(question, table, place)
    said = html.Div([html.P(sentence) for sentence in panel.sentences], className="said")
    return card(panel, said, *parts, legend(panel, language))


def folded(question: str, table: Component, place: int) -> list[Component]:
    """The first question is open; the others are, when they are asked for."""
    if not place:
        return [html.H3(question), table]
    return [html.Details([html.Summary(question), table], className="question")]


def _table(panel: Panel, question: str, rows: tuple[tuple[Cell, ...], ...]) -> Component:
    caption = tag("caption", question, class_="visually-hidden")
    option, share, between, *_ = (column.title for column in panel.columns)
    heads = (tag("th", title, scope="col") for title in (option, "", share, between))
    head = tag("thead", tag("tr", *heads), class_="visually-hidden")
    body = tag("tbody", *(_row(row) for row in rows))
    return drawn(tag("table", caption, head, body, class_="answers"), question)


def _row(row: tuple[Cell, ...]) -> Markup:
    option, share, between, *_ = row
    return tag(
        "tr",
        tag("th", option.text, scope="row"),
        tag("td", _bar(share), class_="bar", aria_hidden="true"),
        tag("td", share.text, class_="of"),
        tag("td", between.text, class_="between"),
    )


def _bar(share: Cell) -> Markup:
    """The share, and over it a line as long as its interval."""
    if share.number is None:
        return tag("span", class_="track")
    inside = [tag("i", style=f"width:{_percent(share.number)}")]
    value = share.value
    if value is not None and value.low is not None:
        place = f"left:{_percent(value.low)};width:{_percent(value.high - value.low)}"
        inside.append(tag("b", style=place))
    return tag("span", *inside, class_="track")


def _percent(share: float) -> str:
    return f"{min(1.0, max(0.0, share)) * 100:.1f}%"
