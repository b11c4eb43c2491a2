"""The card that a block stands in: its title, what it says, and the thing itself."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.switches import switches
from dashboard.spec.panel import Panel


def card(panel: Panel, *body: object) -> Component:
    """A panel with nothing to show says why instead."""
    shown = [html.P(panel.empty, className="empty")] if panel.empty else list(body)
    about = [html.P(panel.about, className="about")] if panel.about else []
    head = [html.H2(panel.title), *about, *switches(panel)]
    return html.Div([*head, *shown, *origin(panel)], className="panel")


def origin(panel: Panel) -> list[Component]:
    """Where its numbers are from: `marks["from"]` holds the words and the address."""
    if "from" not in panel.marks:
        return []
    words, href = panel.marks["from"]
    name = {"aria-label": f"{words} {panel.title}"}
    return [html.P(html.A(words, href=href, className="inside", **name), className="from")]
