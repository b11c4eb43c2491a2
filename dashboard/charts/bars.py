"""Horizontal bars: a value for each row, its interval, and the district's line."""

from dashboard.charts import hover, scale, theme
from dashboard.spec.panel import Cell, Panel

ROW = 24  # pixels for each bar
AROUND = 64  # pixels for the axis and the district's name


def figure(panel: Panel, language: str) -> dict:
    """The second column is drawn; what is hidden or missing keeps its line and its sign."""
    rows = list(reversed(panel.rows))  # plotly counts from below
    drawn = [row[1] for row in rows]
    ends = [value for cell in drawn for value in (cell.number, _high(cell))]
    unit = panel.columns[1].unit if len(panel.columns) > 1 else "text"
    layout = theme.layout(
        AROUND + ROW * len(rows),
        xaxis=scale.values([*ends, panel.reference], unit, language) | {"side": "top"},
        yaxis=_names(rows),
        bargap=0.36,
        showlegend=False,
        shapes=_line(panel),
        annotations=_line_words(panel, len(rows)),
    )
    return {"data": [_bars(panel, rows), _signs(rows)], "layout": layout}


def _bars(panel: Panel, rows: list[tuple[Cell, ...]]) -> dict:
    drawn = [row[1] for row in rows]
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(rows))),
        "x": [_rounded(cell.number) for cell in drawn],
        "marker": {"color": [_colour(cell) for cell in drawn]},
        "customdata": [hover.told(panel, row) for row in rows],
        "hovertemplate": hover.TEMPLATE,
        "error_x": _whiskers(drawn),
    }


def _signs(rows: list[tuple[Cell, ...]]) -> dict:
    """Where there is no bar, the sign that says why."""
    missing = [(place, row[1].text) for place, row in enumerate(rows) if row[1].number is None]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [0 for _ in missing],
        "y": [place for place, _ in missing],
        "text": [theme.plain(text) for _, text in missing],
        "textposition": "middle right",
        "textfont": {"family": theme.FONT, "size": 12, "color": theme.MUTED},
        "hoverinfo": "skip",
    }


def _whiskers(drawn: list[Cell]) -> dict:
    return {
        "type": "data",
        "symmetric": False,
        "array": [_rounded(_span(cell, _high(cell))) for cell in drawn],
        "arrayminus": [_rounded(_span(cell, _low(cell))) for cell in drawn],
        "color": theme.MUTED,
        "thickness": 1.2,
        "width": 3,
    }


def _names(rows: list[tuple[Cell, ...]]) -> dict:
    return theme.axis(
        tickvals=list(range(len(rows))),
        ticktext=[theme.plain(row[0].text) for row in rows],
        tickmode="array",
        range=[-0.6, len(rows) + 0.4],  # a free line on top for the district's name
        showgrid=False,
    )


def _line(panel: Panel) -> list[dict]:
    if panel.reference is None:
        return []
    at = {"x0": panel.reference, "x1": panel.reference, "y0": 0, "y1": 1}
    line = {"color": theme.ACCENT, "width": 1.6, "dash": "dot"}
    return [{"type": "line", "xref": "x", "yref": "paper", "line": line} | at]


def _line_words(panel: Panel, rows: int) -> list[dict]:
    if panel.reference is None or not panel.reference_text:
        return []
    font = {"family": theme.FONT, "size": 12, "color": theme.ACCENT}
    place = {"x": panel.reference, "y": rows - 0.1, "xref": "x", "yref": "y", "xanchor": "left"}
    return [{"text": theme.plain(panel.reference_text), "showarrow": False, "font": font} | place]


def _colour(cell: Cell) -> str:
    """Few pupils behind it: paler, so that it weighs less."""
    return "#d3e2e2" if cell.flag == "u" else theme.BAR


def _low(cell: Cell) -> float | None:
    return cell.value.low if cell.value else None


def _high(cell: Cell) -> float | None:
    return cell.value.high if cell.value else None


def _span(cell: Cell, end: float | None) -> float | None:
    return None if end is None or cell.number is None else abs(end - cell.number)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
