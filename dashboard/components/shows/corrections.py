"""The list of what was put right by hand, with what can be done about each."""

from urllib.parse import urlencode

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.components import form
from dashboard.components.card import card
from dashboard.components.correcting import correct_form, kept
from dashboard.components.markup import drawn, tag
from dashboard.i18n import t
from dashboard.spec.panel import Cell, Panel

STATE = "state"  # the column where it can be taken back


def draw(panel: Panel, language: str, block_id: str) -> Component:
    if panel.empty:
        return card(panel)
    said = html.Div([html.P(sentence) for sentence in panel.sentences], className="said")
    return card(panel, said, drawn(_table(panel, language), panel.title))


def _table(panel: Panel, language: str) -> Markup:
    caption = tag("caption", panel.title, class_="visually-hidden")
    heads = [tag("th", column.title, scope="col") for column in panel.columns]
    rows = [_row(panel, place, language) for place in range(len(panel.rows))]
    inside = (caption, tag("thead", tag("tr", *heads)), tag("tbody", *rows))
    return tag("table", *inside, class_="table table-sm grid-table corrections")


def _row(panel: Panel, place: int, language: str) -> Markup:
    """What it is of heads it. Where something was done the focus stays in the row."""
    cells = dict(zip((column.name for column in panel.columns), panel.rows[place]))
    titles = {column.name: column.title for column in panel.columns}
    (_, first), *others = cells.items()
    table, key = panel.marks["of"][place]
    keep = kept(table, key) if key else None
    head = tag("th", first.text, scope="row", tabindex="-1", data_keep=keep)
    parts = [
        _state(panel, place, cells, language)
        if name == STATE
        else tag("td", cell.text, data_label=titles[name])
        for name, cell in others
    ]
    return tag("tr", head, *parts)


def _state(panel: Panel, place: int, cells: dict[str, Cell], language: str) -> Markup:
    """How it stands and what can be done about it."""
    number, again = panel.marks["numbers"][place], panel.marks["again"][place]
    title = next(column.title for column in panel.columns if column.name == STATE)
    parts = [tag("span", cells[STATE].text)]
    if again:
        parts.append(correct_form(again, language, panel.marks["then"]))
    if panel.marks["live"][place]:
        parts.append(_take_back(number, cells, language))
    here = {"tabindex": "-1", "data_keep": f"correction-{number}"}
    return tag("td", *parts, class_=STATE, data_label=title, **here)


def _take_back(number: int, cells: dict[str, Cell], language: str) -> Markup:
    """One button; for those who hear the page it says which cell it is of."""
    about = {"row": cells["row"].text, "column": cells["column"].text}
    whole = t("corrections.take_back.of", language, **about)
    press = form.button(
        t("corrections.take_back", language), aria_label=whole, data_keep=f"correction-{number}"
    )
    action = f"/data/corrections/{number}/withdraw?{urlencode({'lang': language})}"
    return form.form(action, press, data_confirm=t("corrections.take_back.sure", language))
