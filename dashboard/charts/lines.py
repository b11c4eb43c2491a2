"""Lines over time: each column that holds values is a line, named where it ends."""

from dashboard.charts import hover, scale, theme
from dashboard.spec.panel import Panel

HEIGHT = 380


def figure(panel: Panel, language: str) -> dict:
    """Columns of one unit share the axis: that of the first column with values."""
    drawn = [place for place in range(1, len(panel.columns)) if _has_values(panel, place)]
    unit = panel.columns[drawn[0]].unit if drawn else "text"
    same = [place for place in drawn if panel.columns[place].unit == unit]
    found = [row[place].number for row in panel.rows for place in same]
    values = scale.values([*found, panel.reference], unit, language)
    layout = theme.layout(
        HEIGHT,
        xaxis=_times(panel),
        yaxis=values,
        showlegend=len(same) > 1,
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "font": _font()},
        hovermode="closest",
    )
    data = [_line(panel, place, nth, language) for nth, place in enumerate(same)]
    return {"data": [*data, *_signs(panel, same, values["range"][0], language)], "layout": layout}


def _line(panel: Panel, place: int, nth: int, language: str) -> dict:
    colour = theme.SERIES[nth % len(theme.SERIES)]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": theme.plain(panel.columns[place].title),
        "x": list(range(len(panel.rows))),
        "y": [_rounded(row[place].number) for row in panel.rows],
        "line": {"color": colour, "width": 2.2},
        "marker": _points(panel, place, colour),
        "connectgaps": False,
        "customdata": [hover.told(panel, row, language) for row in panel.rows],
        "hovertemplate": hover.TEMPLATE,
    }


def _points(panel: Panel, place: int, colour: str) -> dict:
    """All filled, unless the panel says which: `marks["filled"]`, rows by the column's name."""
    filled = panel.marks.get("filled", {}).get(panel.columns[place].name)
    if filled is None:
        return {"color": colour, "size": 7}
    inside = [colour if at in filled else theme.PAPER for at in range(len(panel.rows))]
    return {"color": inside, "size": 9, "line": {"color": colour, "width": 2}}


def _signs(panel: Panel, drawn: list[int], floor: float, language: str) -> list[dict]:
    """Over the axis, where a line has no point: the sign that says why. A gap says nothing."""
    missing = [
        (at, row, next(row[place].text for place in drawn if row[place].number is None))
        for at, row in enumerate(panel.rows)
        if any(row[place].number is None for place in drawn)
    ]
    if not missing:
        return []
    signs = {
        "type": "scatter",
        "mode": "text",
        "name": "",
        "showlegend": False,
        "x": [at for at, _, _ in missing],
        "y": [floor for _ in missing],
        "text": [theme.plain(text) for _, _, text in missing],
        "textposition": "top center",
        "textfont": _font() | {"color": theme.MUTED},
        "customdata": [hover.told(panel, row, language) for _, row, _ in missing],
        "hovertemplate": hover.TEMPLATE,
    }
    return [signs]


def _times(panel: Panel) -> dict:
    """Every time is named, unless `marks["ticks"]` says which rows: many months have no room."""
    named = sorted(panel.marks.get("ticks", range(len(panel.rows))))
    names = [theme.plain(panel.rows[at][0].text) for at in named]
    return theme.axis(
        tickvals=named,
        ticktext=[name.replace(", ", "<br>", 1) for name in names],
        tickmode="array",
        range=[-0.4, len(panel.rows) - 0.6],
        showgrid=False,
    )


def _has_values(panel: Panel, place: int) -> bool:
    return any(row[place].value is not None for row in panel.rows)


def _font() -> dict:
    return {"family": theme.FONT, "size": 12.5, "color": theme.INK}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
