"""Figures beside the district's, each with a strip that shows value, interval and district."""

from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.charts.theme import step
from dashboard.components.card import card
from dashboard.components.key import key
from dashboard.components.legend import legend
from dashboard.components.markup import drawn, tag
from dashboard.components.strip import strip
from dashboard.spec.panel import Cell, Column, Panel

STRIP_AFTER = 2  # columns: the name, the value


def draw(panel: Panel, language: str, block_id: str) -> Component:
    """Columns: name, value, interval, district, then words and numbers of any kind."""
    if panel.empty:
        return card(panel)
    caption = tag("caption", panel.title, class_="visually-hidden")
    heads = [_head(column) for column in panel.columns]
    heads.insert(STRIP_AFTER, tag("td", class_="strip-head"))
    body = tag("tbody", *(_row(row, panel.columns) for row in panel.rows))
    table = tag("table", caption, tag("thead", tag("tr", *heads)), body, class_="table figures")
    return card(panel, drawn(table, panel.title), key(language), legend(panel, language))


def _head(column: Column) -> Markup:
    return tag("th", column.title, scope="col", class_=_side(column))


def _row(row: tuple[Cell, ...], columns: tuple[Column, ...]) -> Markup:
    first, value, between, district, *more = row
    return tag(
        "tr",
        tag("th", first.text, scope="row"),
        tag("td", value.text, class_=_value(value)),
        tag("td", _strip(value, district), class_="strip-cell"),
        tag("td", between.text, class_="words"),
        tag("td", district.text, class_="number"),
        *(tag("td", c.text, class_=_side(column)) for c, column in zip(more, columns[4:])),
    )


def _value(cell: Cell) -> str:
    """In colour only where it is apart from the district by more than chance."""
    name = f"number t{step(cell.tone)}" if cell.tone else "number"
    return f"{name} flag-{cell.flag}" if cell.flag else name


def _strip(cell: Cell, district: Cell) -> Markup | str:
    if cell.value is None or cell.value.low is None or cell.number is None:
        return ""
    return strip(cell.number, cell.value.low, cell.value.high, district.number)


def _side(column: Column) -> str:
    return "words" if column.unit == "text" else "number"
