"""A list in words and as a table; it may have a file of its own."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.card import card
from dashboard.components.grid import grid
from dashboard.components.legend import legend
from dashboard.i18n import t
from dashboard.spec.panel import Panel

FORMS = ("csv", "xlsx")


def draw(panel: Panel, language: str, block_id: str) -> Component:
    """`marks["file"]` is the address of the file, with `{form}` for its format."""
    if panel.empty:
        return card(panel)
    said = html.Div([html.P(sentence) for sentence in panel.sentences], className="said")
    table = [grid(panel, language)] if panel.rows else []
    words = [said] if panel.sentences else []
    return card(panel, *words, *_files(panel, language), *table, legend(panel, language))


def _files(panel: Panel, language: str) -> list[Component]:
    """Plain links: the browser fetches the file. Looks as what can be turned on a page."""
    address = panel.marks.get("file", "")
    if not address:
        return []
    name = t("reading_children.screening_file", language)
    links = [
        html.A(t(f"format.{form}", language), href=address.format(form=form), download="")
        for form in FORMS
    ]
    label = html.Span(name, className="name")
    named = {"role": "group", "aria-label": name}
    return [html.Div([label, *links], className="switch files", **named)]
