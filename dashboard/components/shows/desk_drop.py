"""A place to drop files on, and the batches that are not at their end."""

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.components import form
from dashboard.components.card import card
from dashboard.components.markup import drawn, link, tag
from dashboard.i18n import t
from dashboard.spec.panel import Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    if panel.empty:
        return card(panel)
    parts = [_drop(language), *_waiting(panel, language), *_batches(panel, language)]
    return card(
        panel, html.Div([drawn(part, panel.title) for part in parts], className="desk-drop")
    )


def _drop(language: str) -> Markup:
    """assets/tirek.js sends it as soon as files are chosen or dropped on it."""
    words, hint = (
        tag("strong", t("desk.drop", language)),
        tag("small", t("desk.drop.hint", language)),
    )
    chosen = form.files("files", data_sends="", class_="picks")
    pick = tag("span", t("desk.drop.files", language), class_="pick")
    label = tag("label", words, hint, chosen, pick)
    folder = form.files("files", data_sends="", class_="picks", webkitdirectory="")
    whole = tag("label", folder, tag("span", t("desk.drop.folder", language), class_="pick"))
    action = f"/data/drop?lang={language}"
    return tag(
        "div",
        form.upload(action, label, class_="inside drop", data_then="load"),
        form.upload(action, whole, class_="inside folder", data_then="load"),
    )


def _waiting(panel: Panel, language: str) -> list[Markup]:
    words = panel.marks["waiting"]
    if not words:
        return []
    button = form.button(t("desk.again", language), class_="quiet")
    again = form.form(f"/data/again?lang={language}", button, data_then="load")
    return [tag("div", tag("p", words), again, class_="notice")]


def _batches(panel: Panel, language: str) -> list[Markup]:
    if not panel.rows:
        return []
    items = [
        tag(
            "li",
            link(first.text, first.href, aria_current="true" if here else None),
            Markup(" "),
            tag("small", state.text),
        )
        for (first, state), here in zip(panel.rows, panel.marks["chosen"])
    ]
    return [tag("div", tag("h3", t("desk.open", language)), tag("ul", *items))]
