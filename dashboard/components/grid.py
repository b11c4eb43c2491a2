"""A panel as a table: caption, heads that sort, numbers to the right."""

from markupsafe import Markup

from dashboard.components.markup import Words, drawn, link, tag
from dashboard.i18n import t
from dashboard.spec.panel import Cell, Column, Panel

NUMBERS = frozenset({"percent", "points", "number", "count"})


def grid(panel: Panel, language: str) -> dict:
    """It scrolls inside its card; the first column stays."""
    caption = tag("caption", panel.title, class_="visually-hidden")
    head = tag("thead", tag("tr", *(_head(column, panel, language) for column in panel.columns)))
    body = tag("tbody", *(_row(row, panel) for row in panel.rows))
    return drawn(tag("table", caption, head, body, class_="table table-sm grid-table"), panel.title)


def _head(column: Column, panel: Panel, language: str) -> Markup:
    """A head with an address in `marks["sort"]` is a link that turns the order."""
    way = panel.marks.get("sorted", {}).get(column.name)
    href = panel.marks.get("sort", {}).get(column.name, "")
    words: Words = column.title
    if href:
        hint = t("sort.by", language, column=column.title)
        words = link(column.title, href, title=hint, data_keep=f"sort-{column.name}")
    return tag("th", words, scope="col", class_=_side(column.unit), aria_sort=way)


def _row(row: tuple[Cell, ...], panel: Panel) -> Markup:
    first, *others = row
    cells = (_cell(cell, column.unit) for cell, column in zip(others, panel.columns[1:]))
    return tag("tr", tag("th", link(first.text, first.href), scope="row"), *cells)


def _cell(cell: Cell, unit: str) -> Markup:
    name = f"{_side(unit)} flag-{cell.flag}" if cell.flag else _side(unit)
    return tag("td", link(cell.text, cell.href), class_=name)


def _side(unit: str) -> str:
    return "number" if unit in NUMBERS else "words"
