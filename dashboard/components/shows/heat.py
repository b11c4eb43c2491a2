"""A heat map as a coloured table: it reads aloud, copies and prints, and needs no script."""

from functools import cache

from dash.development.base_component import Component
from markupsafe import Markup, escape

from dashboard.charts.theme import step
from dashboard.components.card import card
from dashboard.components.legend import legend
from dashboard.components.markup import drawn, link, tag
from dashboard.i18n import integer, t
from dashboard.spec.panel import Cell, Column, Panel

MANY_ROWS = 12  # more stand closer
FEW_COLUMNS = 6  # fewer keep close to the names instead of filling the card
MANY_COLUMNS = 18  # more stand narrower, under heads turned on their side


def draw(panel: Panel, language: str, block_id: str) -> Component:
    """`marks["counts"]` are the words for what is behind a cell, if that is not marks."""
    if panel.empty:
        return card(panel)
    caption = tag("caption", panel.title, class_="visually-hidden")
    head = tag("thead", tag("tr", *(_head(column) for column in panel.columns)))
    counts = panel.marks.get("counts", "cell.counts")
    body = tag("tbody", *(_row(row, counts, language) for row in panel.rows))
    table = tag("table", caption, head, body, class_=f"table heat {_size(panel)}")
    return card(panel, drawn(table, panel.title), legend(panel, language, scale=True))


def _size(panel: Panel) -> str:
    rows = "tight" if len(panel.rows) > MANY_ROWS else "roomy"
    if len(panel.columns) > MANY_COLUMNS:
        return f"{rows} narrow"
    return f"{rows} few" if len(panel.columns) < FEW_COLUMNS else rows


def _head(column: Column) -> Markup:
    """The whole name is there for a pointer and a screen reader."""
    if not column.short or column.short == column.title:
        return tag("th", tag("span", column.title), scope="col")
    return tag("th", tag("abbr", column.short, title=column.title), scope="col")


def _row(row: tuple[Cell, ...], counts: str, language: str) -> Markup:
    first, *others = row
    head = tag("th", link(first.text, first.href), scope="row", title=first.text)
    return Markup(f"<tr>{head}{''.join([_cell(cell, counts, language) for cell in others])}</tr>")


def _cell(cell: Cell, counts: str, language: str) -> Markup:
    """Written in one piece, and escaped where it is not a number that we wrote ourselves: a heat
    map has a thousand of them. The sign of percent stands once, in the title."""
    if cell.number is None or cell.value is None:
        sign = f"flag-{cell.flag}" if cell.flag else "t0"
        behind = t(f"flag.{cell.flag}", language) if cell.flag else None
        return tag("td", link(cell.text, cell.href), class_=sign, title=behind)
    words = cell.text.rstrip("%\xa0\u202f ") if cell.unit == "percent" else cell.text
    if cell.href:
        words = f'<a href="{escape(cell.href)}" class="inside">{words}</a>'
    behind = _behind(cell, counts, language)
    sign = " flag-u" if cell.flag == "u" else ""
    return Markup(f'<td class="t{step(cell.tone)}{sign}" title="{behind}">{words}</td>')


def _behind(cell: Cell, counts: str, language: str) -> str:
    above, below = (
        integer(round(count), language) for count in (cell.value.numerator, cell.value.denominator)
    )
    pupils = integer(cell.value.pupils, language)
    said = _counts(counts, language).format(
        value=cell.text, above=above, below=below, pupils=pupils
    )
    return f"{said} · {escape(t('flag.u', language))}" if cell.flag == "u" else said


@cache
def _counts(key: str, language: str) -> str:
    """The words around the counts, escaped once; their places are still open."""
    places = {name: f"{{{name}}}" for name in ("value", "above", "below", "pupils")}
    return str(escape(t(key, language, **places)))
