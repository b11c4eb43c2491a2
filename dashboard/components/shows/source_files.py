"""The files behind a number, each with a link to its original."""

from collections.abc import Sequence

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
    heads = [
        tag("th", column.title, scope="col", class_=_side(column.unit)) for column in panel.columns
    ]
    more = (
        [tag("th", t("sources.original", language), scope="col", class_="words")]
        if originals
        else []
    )
    caption = tag("caption", panel.title, class_="visually-hidden")
    head = tag("thead", tag("tr", *heads, *more))
    told = originals or (None,) * len(panel.rows)
    titles = [column.title for column in panel.columns]
    body = tag("tbody", *(_row(row, titles, href, language) for row, href in zip(panel.rows, told)))
    table = tag("table", caption, head, body, class_="table table-sm grid-table")
    return card(panel, drawn(table, panel.title))


def _row(
    row: tuple[Cell, ...], titles: Sequence[str], original: str | None, language: str
) -> Markup:
    first, *others = row
    cells = [
        tag("td", cell.text, class_=_side(cell.unit), data_label=title)
        for cell, title in zip(others, titles[1:])
    ]
    if original is not None:
        cells.append(tag("td", _download(first.text, original, language), class_="words"))
    return tag("tr", tag("th", link(first.text, first.href), scope="row"), *cells)


def _download(name: str, address: str, language: str) -> Markup | str:
    """A plain link: the browser fetches the file."""
    if not address:
        return ""
    words = t("sources.download", language)
    return tag("a", words, href=address, download="", aria_label=f"{words}: {name}")


def _side(unit: str) -> str:
    return "number" if unit == "count" else "words"
