"""A map of schools and their links; under it what its colours and shapes mean, and its table."""

from dash import html
from dash.development.base_component import Component

from dashboard.charts import map as drawing
from dashboard.charts.theme import direction
from dashboard.components.card import card
from dashboard.components.chart import as_table, figures
from dashboard.i18n import t
from dashboard.spec.panel import Panel


def draw(panel: Panel, language: str, block_id: str) -> Component:
    if panel.empty:
        return card(panel)
    wide, narrow = drawing.figure(panel, language), drawing.narrow(panel, language)
    drawn = figures(panel, wide, block_id, narrow)
    said = [html.P(" ".join(panel.sentences), className="about")] if panel.sentences else []
    return card(panel, *drawn, _meaning(panel, language), *said, as_table(panel, language))


def _meaning(panel: Panel, language: str) -> Component:
    sketch = panel.marks["sketch"]
    several = any(line.count > 1 for line in sketch.lines)
    keys = [
        *((html.I(style={"background": direction(key)}), words) for key, words in _colours(panel)),
        *_sign("network", language, there=panel.marks["network"]),
        *_sign("several", language, there=several),
        *_sign("alone", language, there=any(dot.state == "alone" for dot in sketch.dots)),
        *_sign("size", language, there=any(dot.weight for dot in sketch.dots)),
    ]
    return html.Div([html.Span([*key]) for key in keys], className="legend-line of-map")


def _colours(panel: Panel) -> tuple[tuple[str, str], ...]:
    return panel.marks["directions"]


def _sign(name: str, language: str, there: bool) -> list[tuple]:
    """Only what is there is explained."""
    return [(html.I(className=name), t(f"mentor_map.key.{name}", language))] if there else []
