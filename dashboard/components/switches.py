"""What can be turned, where it is seen: each option a row of links, the one in use marked."""

from dash import html
from dash.development.base_component import Component

from dashboard.spec.panel import Choice, Panel, Switch


def switches(panel: Panel) -> list[Component]:
    return [_switch(switch) for switch in panel.switches]


def _switch(switch: Switch) -> Component:
    links = [_choice(switch.key, choice) for choice in switch.choices]
    return html.Div(
        [html.Span(switch.title, className="name"), *links],
        className="switch",
        role="group",
        **{"aria-label": switch.title},
    )


def _choice(key: str, choice: Choice) -> Component:
    marks = {"data-keep": f"switch-{key}-{choice.value}"}
    if choice.used:
        marks["aria-current"] = "true"
    return html.A(choice.words, href=choice.href, className="inside", **marks)
