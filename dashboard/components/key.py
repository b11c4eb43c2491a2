"""What the colours beside the district's line mean: better, worse, and neither."""

from dash import html
from dash.development.base_component import Component

from dashboard.i18n import t


def key(language: str) -> Component:
    return html.Div(
        [
            html.Span([html.I(className="dash"), t("profile.district", language)]),
            html.Span([html.I(className="worse"), t("profile.worse", language)]),
            html.Span([html.I(className="better"), t("profile.better", language)]),
        ],
        className="legend-line keys",
    )
