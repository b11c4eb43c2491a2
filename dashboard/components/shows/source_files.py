"""The files behind a number, each with a link to its original."""

from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.components.card import card
from dashboard.components.markup import drawn, link, tag
from dashboard.i18n import t
from dashboard.spec.panel import Cell, Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    """`marks["originals"]` holds an address for each row, "" where there is no file."""
    if panel.empty:
        return card(panel)
    originals = panel.marks.get("originals", ())
    heads = [tag("th", column.title, scope="col") for column in panel.columns]
    more = [tag("th", t("sources.original", language), scope="col")] if originals else []
    caption = tag("caption", panel.title, class_="visually-hidden")
    head = tag("thead", tag("tr", *heads, *more))
    told = originals or (None,) * len(panel.rows)
    body = tag("tbody", *(_row(row, href, language) for row, href in zip(panel.rows, told)))
    table = tag("table", caption, head, body, class_="table table-sm grid-table")
    return card(panel, drawn(table, panel.title))


def _row(row: tuple[Cell, ...], original: str | None, language: str) -> Markup:
    first, *others = row
    cells = [tag("td", cell.text, class_=_side(cell)) for cell in others]
    if original is not None:
        cells.append(tag("td", _download(first.text, original, language), class_="words"))
    return tag("tr", tag("th", link(first.text, first.href), scope="row"), *cells)


def _download(name: str, address: str, language: str) -> Markup | str:
    """A plain link: the browser fetches the file."""
    if not address:
        return ""
    words = t("sources.download", language)
    return tag("a", words, href=address, download="", aria_label=f"{words}: {name}")


def _side(cell: Cell) -> str:
    return "number" if cell.unit == "count" else "words"
