"""Dots by pupils and value, between two pairs of limits, beside the district's line."""

import re

from dashboard.charts import hover, scale, theme
from dashboard.spec.panel import Cell, Panel

HEIGHT = 430
FEW = 15  # pupils: below this the dot is hollow, it tells little
LONGEST = 16  # letters of a name beside its dot
WIDE, TALL, LETTER = 880, 370, 7.2  # pixels, about: of the plot on a projector, of a letter
SIDES = {
    "right": {"xanchor": "left", "yanchor": "middle", "xshift": 9},
    "left": {"xanchor": "right", "yanchor": "middle", "xshift": -9},
    "above": {"xanchor": "center", "yanchor": "bottom", "yshift": 7},
    "below": {"xanchor": "center", "yanchor": "top", "yshift": -7},
}
LOOKS = {  # side: colour and form; never the colour alone
    -1: ("#9a4b0c", "triangle-down", 12),
    1: (theme.ACCENT, "triangle-up", 12),
}
ORDINARY = (theme.MUTED, "circle", 8)
Box = tuple[float, float, float, float]  # left, bottom, right, top
LINES = {"attention": "dash", "action": "solid"}


def figure(panel: Panel, language: str) -> dict:
    """The second column against its pupils; `marks` hold the curves and the places named."""
    last = max((curve[-1][0] for curve in _curves(panel)), default=1)
    ends = [end for curve in _curves(panel) for _, *both in curve for end in both]
    found = [row[1].number for row in panel.rows]
    layout = theme.layout(
        HEIGHT,
        xaxis=_pupils(panel, last, language),
        yaxis=scale.values([*found, *ends, panel.reference], panel.columns[1].unit, language),
        showlegend=False,
        hovermode="closest",
        shapes=_district(panel),
        annotations=[*_district_words(panel, last), *_names(panel, last)],
    )
    return {"data": [*_limits(panel), _dots(panel, language)], "layout": layout}


def _curves(panel: Panel) -> list[list[tuple[float, float, float]]]:
    return [panel.marks[level] for level in LINES if panel.marks.get(level)]


def _limits(panel: Panel) -> list[dict]:
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [point[0] for point in panel.marks.get(level, ())],
            "y": [round(point[end], 4) for point in panel.marks.get(level, ())],
            "line": {"color": theme.MUTED, "width": 1.2, "dash": dash},
            "hoverinfo": "skip",
        }
        for level, dash in LINES.items()
        for end in (1, 2)
    ]


def _dots(panel: Panel, language: str) -> dict:
    rows = panel.rows
    looks = [LOOKS.get(row[-1].tone, ORDINARY) for row in rows]
    colours = [colour for colour, _, _ in looks]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [_behind(row[1]) for row in rows],
        "y": [None if row[1].number is None else round(row[1].number, 4) for row in rows],
        "marker": {
            "symbol": [form for _, form, _ in looks],
            "size": [size for _, _, size in looks],
            "color": [
                theme.PAPER if _few(row[1]) else colour for row, colour in zip(rows, colours)
            ],
            "line": {"color": colours, "width": 1.4},
            "opacity": 0.85,
        },
        "customdata": [hover.told(panel, row, language) for row in rows],
        "hovertemplate": hover.TEMPLATE,
    }


def _behind(cell: Cell) -> int | None:
    return cell.value.pupils if cell.value else None


def _few(cell: Cell) -> bool:
    return (_behind(cell) or 0) < FEW


def _pupils(panel: Panel, last: float, language: str) -> dict:
    axis = scale.values([0, last], "count", language)
    title = next((column.title for column in panel.columns if column.name == "pupils"), "")
    font = {"family": theme.FONT, "size": 12, "color": theme.MUTED}
    words = {"text": theme.plain(title), "font": font, "standoff": 6}
    return axis | {"range": [0, last * 1.02], "title": words, "showgrid": False}


def _district(panel: Panel) -> list[dict]:
    if panel.reference is None:
        return []
    at = {"x0": 0, "x1": 1, "y0": panel.reference, "y1": panel.reference}
    line = {"color": theme.ACCENT, "width": 1.6, "dash": "dot"}
    return [{"type": "line", "xref": "paper", "yref": "y", "line": line, "layer": "below"} | at]


def _district_words(panel: Panel, last: float) -> list[dict]:
    if panel.reference is None or not panel.reference_text:
        return []
    place = {"x": last, "y": panel.reference, "xanchor": "right", "yanchor": "bottom"}
    return [_words(panel.reference_text, theme.ACCENT) | place | {"bgcolor": theme.PAPER}]


def _names(panel: Panel, last: float) -> list[dict]:
    """Beside the dots, each where no other name stands already."""
    taken = [_dot((_behind(row[1]) or 0) / last * WIDE, row[1].number or 0) for row in panel.rows]
    notes = []
    named = panel.marks.get("named", ())
    for row in (row for place, row in enumerate(panel.rows) if place in named):
        text, x, y = _short(row[0].text), _behind(row[1]) or 0, row[1].number or 0.0
        box, side = _free(text, x / last * WIDE, y * TALL, taken)
        taken.append(box)
        colour = LOOKS.get(row[-1].tone, ORDINARY)[0]
        notes.append(_words(text, colour) | {"x": x, "y": round(y, 4)} | SIDES[side])
    return notes


def _free(text: str, x: float, y: float, taken: list[Box]) -> tuple[Box, str]:
    """The first side of a dot, at pixels x and y, where the name covers no other and is not cut;
    the right one where there is none."""
    wide = LETTER * len(text)
    boxes = {
        "right": (x + 9, y - 7, x + 9 + wide, y + 7),
        "left": (x - 9 - wide, y - 7, x - 9, y + 7),
        "above": (x - wide / 2, y + 8, x + wide / 2, y + 23),
        "below": (x - wide / 2, y - 23, x + wide / 2, y - 8),
    }
    free = (
        (box, side)
        for side, box in boxes.items()
        if box[0] >= 0 and box[2] <= WIDE and not any(_meet(box, other) for other in taken)
    )
    return next(free, (boxes["right"], "right"))


def _dot(x: float, share: float) -> Box:
    return x - 6, share * TALL - 6, x + 6, share * TALL + 6


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _short(name: str) -> str:
    """«№ 12» where a name begins so: the table has it whole."""
    number = re.match(r"№\s*\d+", name)
    if number:
        return number[0]
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


def _words(text: str, colour: str) -> dict:
    font = {"family": theme.FONT, "size": 12, "color": colour}
    return {"text": theme.plain(text), "showarrow": False, "font": font, "xref": "x", "yref": "y"}
