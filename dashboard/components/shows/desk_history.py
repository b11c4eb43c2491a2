"""The history of imports as a table, with undo where it can be done."""

from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.components import form
from dashboard.components.card import card
from dashboard.components.markup import drawn, tag
from dashboard.i18n import t
from dashboard.spec.panel import Cell, Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    if panel.empty:
        return card(panel)
    heads = [
        tag("th", column.title, scope="col", class_="number" if column.unit == "count" else None)
        for column in panel.columns
    ]
    rows = [
        _row(row, move, panel, language) for row, move in zip(panel.rows, panel.marks["history"])
    ]
    caption = tag("caption", panel.title, class_="visually-hidden")
    table = tag(
        "table",
        caption,
        tag("thead", tag("tr", *heads)),
        tag("tbody", *rows),
        class_="table table-sm grid-table desk-table",
    )
    return card(panel, drawn(table, panel.title))


def _row(row: tuple[Cell, ...], move: dict, panel: Panel, language: str) -> Markup:
    first, *others = row
    titles = [column.title for column in panel.columns[1:]]
    cells = [
        tag("td", cell.text, data_label=title, class_="number" if cell.unit == "count" else None)
        for cell, title in zip(others[:-1], titles)
    ]
    last = tag("td", others[-1].text, *_turn(move, language), data_label=titles[-1])
    return tag("tr", tag("th", first.text, scope="row"), *cells, last)


def _turn(move: dict, language: str) -> list[Markup]:
    turned = next((key for key in ("undo", "redo") if move[key]), None)
    if turned is None:
        return []
    button = form.button(t(f"desk.{turned}", language), class_="quiet", data_keep=turned)
    seen = form.hidden(snapshot=move["now"], lang=language)
    asks = t("desk.undo.sure", language) if turned == "undo" else None
    action = f"/data/{turned}?lang={language}"
    then = "redo" if turned == "undo" else "undo"  # what can be done next
    return [Markup(" "), form.form(action, seen, button, data_confirm=asks, data_then=then)]
