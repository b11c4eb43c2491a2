"""What is kept, as a table: each snapshot with a button that keeps it for good, or no longer."""

from dash import html
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
    said = html.Div([html.P(sentence) for sentence in panel.sentences], className="said")
    parts = [drawn(_table(panel, language), panel.title)]
    if panel.marks["prune"]:
        parts.append(drawn(_prune(language), t("keeping.prune", language)))
    return card(panel, said, *parts)


def _table(panel: Panel, language: str) -> Markup:
    heads = [
        tag("th", column.title, scope="col", class_="number" if column.unit == "number" else None)
        for column in panel.columns
    ]
    rows = [
        _row(row, turn, panel, language) for row, turn in zip(panel.rows, panel.marks["keeping"])
    ]
    caption = tag("caption", panel.title, class_="visually-hidden")
    head = tag("thead", tag("tr", *heads, tag("th", t("keeping.column.do", language), scope="col")))
    body = tag("tbody", *rows)
    return tag("table", caption, head, body, class_="table table-sm grid-table desk-table")


def _row(row: tuple[Cell, ...], turn: tuple[str, bool], panel: Panel, language: str) -> Markup:
    first, size, state = row
    _, of_size, of_state = (column.title for column in panel.columns)
    return tag(
        "tr",
        tag("th", first.text, scope="row"),
        tag("td", size.text, class_="number", data_label=of_size),
        tag("td", state.text, data_label=of_state),
        tag("td", _turn(*turn, first.text, language)),
    )


def _turn(snapshot: str, frozen: bool, when: str, language: str) -> Markup:
    """Either way the button stands in the same place, so the focus stays on it."""
    what = "thaw" if frozen else "freeze"
    kept = form.hidden(snapshot=snapshot, lang=language)
    why = t("keeping.why", language)
    asked = [] if frozen else [form.text("why", aria_label=why, placeholder=why, maxlength="200")]
    words = t(f"keeping.{what}", language)
    hint = t(f"keeping.{what}.of", language, when=when)
    button = form.button(words, class_="quiet", aria_label=hint, data_keep=f"keep-{snapshot}")
    return form.form(f"/data/keeping/{what}?lang={language}", kept, *asked, " ", button)


def _prune(language: str) -> Markup:
    button = form.button(t("keeping.prune", language), class_="quiet", data_keep="prune")
    sure = t("keeping.prune.sure", language)
    action = f"/data/keeping/prune?lang={language}"
    return form.form(action, form.hidden(lang=language), button, data_confirm=sure)
