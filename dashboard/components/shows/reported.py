"""Who has reported what, as a table whose colours say what is late; its head counts."""

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.components.card import card
from dashboard.components.markup import Words, drawn, link, tag
from dashboard.i18n import t
from dashboard.spec.panel import Cell, Column, Panel

SIGNS = {-1.0: "late", 0.0: "owed", 1.0: "came"}  # by tone


def draw(panel: Panel, language: str, block_id: str) -> Component:
    if panel.empty:
        return card(panel)
    *rows, sums = panel.rows  # a file ends with them; on a screen the answer stands first
    caption = tag("caption", panel.title, class_="visually-hidden")
    heads = tag("tr", *(_head(column, panel, language) for column in panel.columns))
    body = tag("tbody", *(_row(row) for row in rows))
    table = tag("table", caption, tag("thead", heads, _row(sums)), body, class_="table reported")
    said = [html.P(sentence, className="late") for sentence in panel.sentences]
    return card(panel, *said, drawn(table, panel.title), _legend(panel, language))


def _head(column: Column, panel: Panel, language: str) -> Markup:
    """A head that sorts is a link."""
    way = panel.marks.get("sorted", {}).get(column.name)
    href = panel.marks.get("sort", {}).get(column.name, "")
    hint = t("sort.by", language, column=column.title) if href else None
    inside = link(column.title, href, title=hint, data_keep=f"sort-{column.name}")
    return tag("th", inside, scope="col", aria_sort=way)


def _row(row: tuple[Cell, ...]) -> Markup:
    first, *others = row
    head = tag("th", link(first.text, first.href), scope="row")
    return tag("tr", head, *(_cell(cell) for cell in others))


def _cell(cell: Cell) -> Markup:
    """«420» and small under it the day."""
    sign = "none" if cell.tone is None else SIGNS[cell.tone]
    number, _, on = cell.text.partition(" · ")
    under: list[Words] = [" ", tag("small", on)] if on else []
    return tag("td", number, *under, class_=sign)


def _legend(panel: Panel, language: str) -> Component:
    """What the colours mean; only those that are there."""
    there = {cell.tone for row in panel.rows[:-1] for cell in row[1:]}
    parts = [
        html.Span([html.Span("", className=f"sample {sign}"), t(f"reported.sign.{sign}", language)])
        for tone, sign in SIGNS.items()
        if tone in there
    ]
    if None in there:
        parts.append(html.Span(f"– {t('reported.sign.none', language)}"))
    return html.Div(parts, className="legend-line reported")
