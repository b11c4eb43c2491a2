"""Horizontal bars: a value for each row, its interval, and the district's line."""

from dashboard.charts import hover, scale, theme
from dashboard.spec.panel import Cell, Panel

ROW = 24  # pixels for each bar
TALL_ROW = 42  # with the name above the bar
AROUND = 64  # pixels for the axis and the district's name


def figure(panel: Panel, language: str) -> dict:
    """The second column is drawn; what is hidden or missing keeps its line and its sign."""
    rows = list(reversed(panel.rows))  # plotly counts from below
    drawn = [row[1] for row in rows]
    ends = [value for cell in drawn for value in (cell.number, _high(cell))]
    unit = panel.columns[1].unit if len(panel.columns) > 1 else "text"
    layout = theme.layout(
        AROUND + ROW * len(rows),
        xaxis=scale.values([*ends, panel.reference], unit, language)
        | {"side": "top", "tickangle": 0},
        yaxis=_names(rows),
        bargap=0.36,
        showlegend=False,
        shapes=_line(panel),
        annotations=_line_words(panel, len(rows), max((end for end in ends if end), default=1.0)),
    )
    data = [_bars(panel, rows, language), _signs(panel, rows, language)]
    return {"data": data, "layout": layout}


def narrow(panel: Panel, language: str) -> dict:
    """For a phone, where the names would leave no room beside them: they stand above the bars."""
    made = figure(panel, language)
    layout = made["layout"]
    names = [_name_above(row, place) for place, row in enumerate(reversed(panel.rows))]
    beside = {"showticklabels": False, "range": [-0.4, len(names) + 0.3]}
    return made | {
        "layout": layout
        | {
            "height": AROUND + TALL_ROW * len(names),
            "bargap": 0.64,
            "yaxis": layout["yaxis"] | beside,
            "annotations": [*layout["annotations"], *names],
        }
    }


def _name_above(row: tuple[Cell, ...], place: int) -> dict:
    font = {"family": theme.FONT, "size": 12, "color": theme.INK}
    at = {"x": 0, "y": place + 0.4, "xref": "x", "yref": "y", "xanchor": "left"}
    look = {"showarrow": False, "font": font, "bgcolor": theme.PAPER, "borderpad": 0}
    return {"text": theme.plain(row[0].text)} | look | at


def _bars(panel: Panel, rows: list[tuple[Cell, ...]], language: str) -> dict:
    drawn = [row[1] for row in rows]
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(rows))),
        "x": [_rounded(cell.number) for cell in drawn],
        "marker": {"color": [_colour(cell) for cell in drawn]},
        "customdata": [hover.told(panel, row, language) for row in rows],
        "hovertemplate": hover.TEMPLATE,
    } | _whiskers(drawn)


def _signs(panel: Panel, rows: list[tuple[Cell, ...]], language: str) -> dict:
    """Where there is no bar, the sign that says why; beside a bar that is unreliable, its own."""
    signed = [(place, row) for place, row in enumerate(rows) if _sign(row[1])]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [_rounded(_high(row[1]) or row[1].number or 0) for _, row in signed],
        "y": [place for place, _ in signed],
        "text": [theme.plain(_sign(row[1])) for _, row in signed],
        "textposition": "middle right",
        "textfont": {"family": theme.FONT, "size": 12, "color": theme.MUTED},
        "customdata": [hover.told(panel, row, language) for _, row in signed],
        "hovertemplate": hover.TEMPLATE,
    }


def _sign(cell: Cell) -> str:
    """A bar of no length is told from no bar at all."""
    if not cell.number:
        return cell.text
    return "\u00a0u" if cell.flag == "u" else ""


def _whiskers(drawn: list[Cell]) -> dict:
    """None at all where nothing has an interval: plotly would draw whiskers of no length."""
    if all(_high(cell) is None for cell in drawn):
        return {}
    whiskers = {
        "type": "data",
        "symmetric": False,
        "array": [_rounded(_span(cell, _high(cell))) for cell in drawn],
        "arrayminus": [_rounded(_span(cell, _low(cell))) for cell in drawn],
        "color": theme.MUTED,
        "thickness": 1.2,
        "width": 3,
    }
    return {"error_x": whiskers}


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


def _line_words(panel: Panel, rows: int, longest: float) -> list[dict]:
    """On the side of the line where there is room."""
    if panel.reference is None or not panel.reference_text:
        return []
    font = {"family": theme.FONT, "size": 12, "color": theme.ACCENT}
    side = "left" if panel.reference < longest * 0.65 else "right"
    place = {"x": panel.reference, "y": rows - 0.1, "xref": "x", "yref": "y", "xanchor": side}
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
