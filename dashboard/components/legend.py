"""What the signs and colours of a panel mean; only those that are there."""

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from dashboard.i18n import t
from dashboard.spec.panel import Panel

FLAGS = ("c", "u", "x", "z")
SIGNS = {"c": "c", "u": "u", "x": "–", "z": "z"}


def legend(panel: Panel, language: str, scale: bool = False) -> Component:
    """`scale` says which colour is lower and which higher."""
    there = {cell.flag for row in panel.rows for cell in row}
    parts = [_scale(language)] if scale else []
    return html.Div([*parts, *_flags(there, language)], className="legend-line")


def _scale(language: str) -> Component:
    return html.Span([t("heat.lower", language), html.I(), t("heat.higher", language)])


def _flags(there: Iterable[str], language: str) -> list[Component]:
    return [
        html.Span(
            [html.Span(SIGNS[flag], className=f"sign flag-{flag}"), t(f"flag.{flag}", language)]
        )
        for flag in FLAGS
        if flag in there
    ]
