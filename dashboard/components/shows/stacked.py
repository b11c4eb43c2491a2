"""Shares that add up to a whole, as one bar for each row beside their numbers."""

from itertools import islice

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.components.card import card
from dashboard.components.legend import legend
from dashboard.components.markup import drawn, tag
from dashboard.components.shows.answers import folded
from dashboard.spec.panel import Cell, Column, Panel

Rows = tuple[tuple[Cell, ...], ...]


def draw(panel: Panel, language: str, block_id: str) -> Component:
    """A row is a name, its parts, how many they are of, and the question. `marks["groups"]` are
    the questions, each with how many of the rows are its own."""
    if panel.empty:
        return card(panel)
    rows, found = iter(panel.rows), []
    for place, (question, count) in enumerate(panel.marks["groups"]):
        found += folded(question, _table(panel, question, tuple(islice(rows, count))), place)
    said = html.Div([html.P(sentence) for sentence in panel.sentences], className="said")
    return card(panel, said, _key(panel.columns[1:-2]), *found, legend(panel, language))


def _key(parts: tuple[Column, ...]) -> Component:
    """Which shade is which part."""
    names = [
        html.Span([html.I(className=f"part{place}"), column.title])
        for place, column in enumerate(parts)
    ]
    return html.Div(names, className="legend-line parts")


def _table(panel: Panel, question: str, rows: Rows) -> Component:
    caption = tag("caption", question, class_="visually-hidden")
    shown = panel.columns[:-1]  # the question heads them all
    head = tag("thead", tag("tr", *(tag("th", column.title, scope="col") for column in shown)))
    body = tag("tbody", *(_row(row, shown) for row in rows))
    return drawn(tag("table", caption, head, body, class_="stacked"), question)


def _row(row: tuple[Cell, ...], columns: tuple[Column, ...]) -> Markup:
    name, *parts, of, _ = row
    cells = (
        tag("td", cell.text, data_name=column.title, class_="flag-c" if cell.flag else None)
        for cell, column in zip((*parts, of), columns[1:])
    )
    return tag("tr", tag("th", name.text, _bar(parts), scope="row"), *cells)


def _bar(parts: list[Cell]) -> Markup:
    """The numbers stand beside it, so it is told to nobody who cannot see it."""
    shares = [
        tag("i", class_=f"part{place}", style=f"width:{cell.number * 100:.1f}%")
        for place, cell in enumerate(parts)
        if cell.number
    ]
    return tag("span", *shares, class_="track", aria_hidden="true")
