"""The rows behind a number as they stand in their files; each can be put right."""

from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.components.card import card
from dashboard.components.correcting import correct_form
from dashboard.components.grid import grid
from dashboard.components.markup import drawn, tag
from dashboard.i18n import t
from dashboard.spec.panel import Cell, Panel

LIST = "put-right"  # the focus goes there: a row's own form is closed inside it
FORMS = 50  # rows that have a form of their own; of more a file is chosen first


def draw(panel: Panel, language: str, block_id: str) -> Component:
    if panel.empty:
        return card(panel)
    return card(panel, grid(panel, language), *_correcting(panel, language))


def _correcting(panel: Panel, language: str) -> list[dict]:
    """Below the table, each under the place of its row: a form needs the whole width."""
    forms = [
        tag("li", tag("span", " · ".join((*_place(row, panel), name))), form)
        for row, cells, name in zip(
            panel.rows, panel.marks["cells"][:FORMS], panel.marks.get("names", ())
        )
        if (form := _form(panel, cells, language))
    ]
    if not forms:
        return []
    title = t("sources.correct", language)
    inside = tag(
        "details", tag("summary", title, data_keep=LIST), tag("ul", *forms), class_="put-right"
    )
    return [drawn(inside, title)]


def _place(row: tuple[Cell, ...], panel: Panel) -> list[str]:
    """«marks.xlsx», «7А», «Row 8»"""
    file, sheet, number = row[:3]
    said = f"{panel.columns[2].title} {number.text}" if number.text else ""
    return [words for words in (file.text, sheet.text, said) if words]


def _form(panel: Panel, cells: dict, language: str) -> Markup:
    marks = panel.marks
    return correct_form((marks["table"], cells, cells), language, marks["then"], LIST)
