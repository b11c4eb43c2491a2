"""A heat map as a coloured table: it reads aloud, copies and prints, and needs no script."""

from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.charts.theme import step
from dashboard.components.card import card
from dashboard.components.legend import legend
from dashboard.components.markup import drawn, link, tag
from dashboard.i18n import integer, t
from dashboard.spec.panel import Cell, Column, Panel

MANY_ROWS = 12  # more stand closer
MANY_COLUMNS = 18  # more stand narrower, under heads turned on their side


def draw(panel: Panel, language: str, block_id: str) -> Component:
    if panel.empty:
        return card(panel)
    size = "tight" if len(panel.rows) > MANY_ROWS else "roomy"
    size += " narrow" if len(panel.columns) > MANY_COLUMNS else ""
    caption = tag("caption", panel.title, class_="visually-hidden")
    head = tag("thead", tag("tr", *(_head(column) for column in panel.columns)))
    body = tag("tbody", *(_row(row, language) for row in panel.rows))
    table = tag("table", caption, head, body, class_=f"table heat {size}")
    return card(panel, drawn(table, panel.title), legend(panel, language, scale=True))


def _head(column: Column) -> Markup:
    """The whole name is there for a pointer and a screen reader."""
    if not column.short or column.short == column.title:
        return tag("th", column.title, scope="col")
    return tag("th", tag("abbr", column.short, title=column.title), scope="col")


def _row(row: tuple[Cell, ...], language: str) -> Markup:
    first, *others = row
    head = tag("th", link(first.text, first.href), scope="row", title=first.text)
    return tag("tr", head, *(_cell(cell, language) for cell in others))


def _cell(cell: Cell, language: str) -> Markup:
    """The sign of percent stands once, in the title."""
    words = cell.text.rstrip("%\xa0\u202f ") if cell.unit == "percent" else cell.text
    name = f"flag-{cell.flag}" if cell.flag in ("c", "x", "z") else f"t{step(cell.tone)}"
    return tag("td", link(words, cell.href), class_=name, title=_behind(cell, language) or None)


def _behind(cell: Cell, language: str) -> str:
    if cell.flag in ("c", "x", "z") or cell.value is None:
        return t(f"flag.{cell.flag}", language) if cell.flag else ""
    above, below = (
        integer(round(count), language) for count in (cell.value.numerator, cell.value.denominator)
    )
    pupils = integer(cell.value.pupils, language)
    said = t("cell.counts", language, value=cell.text, above=above, below=below, pupils=pupils)
    return f"{said} · {t('flag.u', language)}" if cell.flag == "u" else said
