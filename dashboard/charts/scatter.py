"""Points of two shares, their usual line, and those that are far from it."""

from math import sqrt

from dashboard.charts import hover, theme
from dashboard.i18n import percent
from dashboard.spec.panel import Cell, Column, Panel

HEIGHT = 360
SMALLEST, LARGEST = 7, 24  # pixels across; the area goes by the takers
OTHERS = "#c9d0d6"  # points that the filters leave out
USUAL, HIGHER, LOWER = theme.BAR, theme.SERIES[1], theme.SERIES[2]
FEW_ROWS = 3  # so few points are all named

Place = tuple[float, float, float]  # across, up, weight


def figure(panel: Panel, language: str) -> dict:
    """The second column goes across, the third up; `marks`: "line" and "others" hold points,
    "far" a side (1, 0, −1) for each row. A point's area goes by the fifth column."""
    rows = [row for row in panel.rows if row[1].number is not None and row[2].number is not None]
    others = panel.marks.get("others", [])
    line = panel.marks.get("line", ())
    most = max([_weight(row) for row in rows] + [weight for _, _, weight in others], default=1)
    across = [row[1].number for row in rows] + [x for x, *_ in (*others, *line)]
    up = [row[2].number for row in rows] + [place[1] for place in (*others, *line)]
    layout = theme.layout(
        HEIGHT,
        xaxis=_axis(across, panel.columns[1:2], language),
        yaxis=_axis(up, panel.columns[2:3], language),
        showlegend=False,
        hovermode="closest",
        annotations=_line_words(panel),
    )
    data = [_line(line), _others(others, most), _points(panel, rows, most, language)]
    return {"data": data, "layout": layout}


def _points(panel: Panel, rows: list[tuple[Cell, ...]], most: float, language: str) -> dict:
    far = dict(zip(panel.rows, panel.marks.get("far", ())))
    across = [row[1].number for row in rows] + [x for x, *_ in panel.marks.get("others", [])]
    sides = [far.get(row, 0) for row in rows]
    named = [side or len(rows) <= FEW_ROWS for side in sides]
    colours = [{1: HIGHER, -1: LOWER}.get(side, USUAL) for side in sides]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [round(row[1].number, 4) for row in rows],
        "y": [round(row[2].number, 4) for row in rows],
        "marker": {
            "size": [_size(_weight(row), most) for row in rows],
            "color": [theme.PAPER if _weak(row) else c for row, c in zip(rows, colours)],
            "line": {
                "width": 1.4,
                "color": [theme.MUTED if c == USUAL else c for c in colours],
            },
            "opacity": 0.9,
        },
        "text": [theme.plain(row[0].text) if show else "" for row, show in zip(rows, named)],
        "textposition": [_beside(row, across) for row in rows],
        "textfont": {"family": theme.FONT, "size": 12, "color": theme.INK},
        "cliponaxis": False,
        "customdata": [hover.told(panel, row, language) for row in rows],
        "hovertemplate": hover.TEMPLATE,
    }


def _others(others: list[Place], most: float) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [round(x, 4) for x, _, _ in others],
        "y": [round(y, 4) for _, y, _ in others],
        "marker": {"size": [_size(weight, most) for *_, weight in others], "color": OTHERS},
        "hoverinfo": "skip",
    }


def _line(line: tuple[tuple[float, float], ...]) -> dict:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [round(x, 4) for x, _ in line],
        "y": [round(y, 4) for _, y in line],
        "line": {"color": theme.ACCENT, "width": 1.6, "dash": "dot"},
        "hoverinfo": "skip",
    }


def _beside(row: tuple[Cell, ...], across: list[float]) -> str:
    """A name stands on the side where there is room."""
    right = row[1].number > (min(across) + max(across)) / 2
    return "middle left" if right else "middle right"


def _line_words(panel: Panel) -> list[dict]:
    """At the upper end of the line, over it."""
    line, said = panel.marks.get("line", ()), panel.marks.get("line_words", "")
    if not line or not said:
        return []
    x, y = line[-1]
    font = {"family": theme.FONT, "size": 12, "color": theme.ACCENT}
    place = {"x": round(x, 4), "y": round(y, 4), "xref": "x", "yref": "y"}
    anchor = {"xanchor": "right", "yanchor": "bottom", "showarrow": False}
    return [{"text": theme.plain(said), "font": font} | anchor | place]


def _axis(found: list[float], column: tuple[Column, ...], language: str) -> dict:
    """As far as the points reach, with room for the largest of them."""
    low, high = min(found, default=0.0), max(found, default=1.0)
    marks = [mark for mark in theme.ticks(low, high) if 0 <= mark <= 1]
    room = (marks[-1] - marks[0]) * 0.06
    font = {"family": theme.FONT, "size": 12.5, "color": theme.INK}
    title = {"text": theme.plain(column[0].title) if column else "", "font": font}
    texts = [percent(mark, language, 0) for mark in marks]
    reach = [marks[0] - room, marks[-1] + room]
    return theme.axis(
        tickvals=marks, ticktext=texts, tickmode="array", range=reach, title=title, showline=True
    )


def _weight(row: tuple[Cell, ...]) -> float:
    return row[4].number or 0


def _size(weight: float, most: float) -> float:
    return round(max(SMALLEST, LARGEST * sqrt(weight / most)), 1) if most else SMALLEST


def _weak(row: tuple[Cell, ...]) -> bool:
    """Few pupils behind either value: hollow, so that it weighs less."""
    return "u" in (row[1].flag, row[2].flag)
