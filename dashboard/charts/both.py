"""Bars of one share and points of another on the same axis, a pair for each row."""

from dashboard.charts import bars, hover, scale, theme
from dashboard.spec.panel import Panel

POINT = "#7a4fa3"
LEGEND = 48  # pixels for it and the axis under it


def figure(panel: Panel, language: str) -> dict:
    """The second column as bars with their interval, the third as diamonds over them."""
    return _with_points(bars.figure(panel, language), panel, language)


def narrow(panel: Panel, language: str) -> dict:
    return _with_points(bars.narrow(panel, language), panel, language)


def _with_points(made: dict, panel: Panel, language: str) -> dict:
    rows = list(reversed(panel.rows))
    shown = [cell.number for row in rows for cell in row[1:3]]
    ends = [cell.value.high for row in rows for cell in row[1:2] if cell.value]
    axis = scale.values([*shown, *ends], panel.columns[1].unit, language)
    layout = made["layout"]
    font = {"family": theme.FONT, "size": 12.5, "color": theme.INK}
    legend = {"orientation": "h", "x": 0, "y": 1, "yanchor": "top", "yref": "container"}
    top = {"margin": layout["margin"] | {"t": LEGEND}, "height": layout["height"] + LEGEND}
    named = [
        trace | {"name": theme.plain(panel.columns[1].title), "showlegend": place == 0}
        for place, trace in enumerate(made["data"])
    ]
    return {
        "data": [*named, _points(panel, rows, language)],
        "layout": layout
        | top
        | {
            "xaxis": layout["xaxis"] | axis | {"side": "top"},
            "showlegend": True,
            "legend": legend | {"font": font},
        },
    }


def _points(panel: Panel, rows: list, language: str) -> dict:
    there = [(place, row) for place, row in enumerate(rows) if row[2].number is not None]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": theme.plain(panel.columns[2].title),
        "x": [round(row[2].number, 4) for _, row in there],
        "y": [place for place, _ in there],
        "marker": {"symbol": "diamond", "size": 9, "color": POINT},
        "customdata": [hover.told(panel, row, language) for _, row in there],
        "hovertemplate": hover.TEMPLATE,
    }
