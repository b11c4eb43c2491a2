"""Some schools over all figures: dots with whiskers, and under them the numbers in a table."""

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.charts import profile
from dashboard.charts.theme import step
from dashboard.components.card import card
from dashboard.components.chart import figures
from dashboard.components.chooser import chooser
from dashboard.components.key import key
from dashboard.components.legend import legend
from dashboard.components.markup import drawn as written
from dashboard.components.markup import link, tag
from dashboard.spec.panel import Cell, Column, Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    if panel.empty:
        return card(panel)
    if panel.marks.get("choose"):
        return chooser(panel)
    said = [html.P(sentence, className="notice") for sentence in panel.sentences]
    drawn = _drawn(panel, language, block_id)
    return card(panel, *said, *drawn, _table(panel), key(language), legend(panel, language))


def _drawn(panel: Panel, language: str, block_id: str) -> list[Component]:
    """Nothing where all are hidden: an empty chart says less than the table."""
    if not profile.has_dots(panel):
        return []
    wide, narrow = profile.figure(panel, language), profile.narrow(panel, language)
    return figures(panel, wide, block_id, narrow)


def _table(panel: Panel) -> dict:
    """A school's interval stands in its own cell, under the value."""
    caption = tag("caption", panel.title, class_="visually-hidden")
    links = panel.marks.get("links", {})
    heads = [_head(c, links.get(c.name, "")) for c in panel.columns if not _interval(c)]
    body = [_row(row, panel.columns) for row in panel.rows]
    inside = (caption, tag("thead", tag("tr", *heads)), tag("tbody", *body))
    return written(tag("table", *inside, class_="table profile"), panel.title)


def _interval(column: Column) -> bool:
    return column.name.endswith(".interval")


def _head(column: Column, href: str) -> Markup:
    """A school's short name, leading to its passport."""
    words = column.title
    if column.short and column.short != column.title:
        words = tag("abbr", column.short, title=column.title)
    return tag("th", link(words, href), scope="col")


def _row(row: tuple[Cell, ...], columns: tuple[Column, ...]) -> Markup:
    first, district, *cells = row
    between = iter([cell for cell, c in zip(cells, columns[2:]) if _interval(c)])
    values = [cell for cell, c in zip(cells, columns[2:]) if not _interval(c)]
    return tag(
        "tr",
        tag("th", first.text, scope="row"),
        tag("td", district.text, class_="district"),
        *(_cell(cell, next(between, Cell(""))) for cell in values),
    )


def _cell(cell: Cell, between: Cell) -> Markup:
    name = f"t{step(cell.tone)}" if cell.tone else "plain"
    name += f" flag-{cell.flag}" if cell.flag else ""
    small = [tag("small", between.text)] if between.text else []
    return tag("td", cell.text, *small, class_=name)
