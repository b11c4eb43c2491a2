"""Schools on a flat map, the links between them, an outline: plain lines and dots, no tiles."""

from dashboard.charts import hover, theme
from dashboard.charts.map_lines import bent, closed
from dashboard.charts.map_plan import NAME, REGION, Plan, planned
from dashboard.spec.panel import Panel
from dashboard.spec.sketch import Dot, Line, Point, Sketch

WIDE, HIGH = 840, 458  # pixels of the card on a projector of 1366 × 768
NARROW, NARROW_HIGH = 330, 290  # of a phone
LAND, SHORE = "#edf4f3", "#c6d4d3"
PALE, GREY = "#d3d9de", "#c9d0d6"
ALONE = theme.SERIES[1]
NETWORK = "network"
KINDS = (*theme.DIRECTIONS, "")  # "": of a mentor whose direction nobody knows
THIN, THICK = 1.1, 2.4  # one pair, several
BEND, STEP = 0.08, 0.04  # of the length: each direction bends a little more than the one before


def figure(panel: Panel, language: str) -> dict:
    """`marks["sketch"]` has what to draw; a point's address is in its trace's `meta`."""
    return _figure(panel, language, WIDE, HIGH)


def narrow(panel: Panel, language: str) -> dict:
    return _figure(panel, language, NARROW, NARROW_HIGH)


def _figure(panel: Panel, language: str, wide: int, high: int) -> dict:
    sketch: Sketch = panel.marks["sketch"]
    plan = planned(sketch, wide, high)
    layout = theme.layout(
        high,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        xaxis=_axis(plan.canvas.across),
        yaxis=_axis(plan.canvas.up, scaleanchor="x", scaleratio=1),
        showlegend=False,
        shapes=[*_land(sketch), *_lines(sketch, plan)],
        hovermode="closest",
    )
    names = [
        _texts([dot.label for dot in sketch.dots], plan, plan.names, NAME, theme.INK),
        _texts([name for name, _ in sketch.regions], plan, plan.regions, REGION, theme.MUTED),
    ]
    dots = _dots(panel, sketch, plan, language)
    return {"data": [_leads(plan), dots, *names], "layout": layout}


def _axis(reach: list[float], **more: object) -> dict:
    return {"visible": False, "fixedrange": True, "range": reach} | more


def _land(sketch: Sketch) -> list[dict]:
    """A hole runs the other way round and stays empty."""
    path = "".join(closed(ring) for ring in sketch.outline)
    land = _stroke("land", path, SHORE, 1) | {"fillcolor": LAND}
    return [land | {"fillrule": "nonzero"}] if path else []


def _lines(sketch: Sketch, plan: Plan) -> list[dict]:
    """A stroke for each kind and width: hundreds of links are a few."""
    at = {dot.key: disc[:2] for dot, disc in zip(sketch.dots, plan.discs)}
    drawn = [line for line in sketch.lines if line.start in at and line.end in at]
    network = bent(_ends(drawn, at, NETWORK), plan.canvas, 0.0)
    strokes = [_stroke(NETWORK, network, theme.MUTED, 1, dash="dot")]
    for rank, kind in enumerate(KINDS):
        for several, width in ((False, THIN), (True, THICK)):
            ends = _ends([line for line in drawn if (line.count > 1) == several], at, kind)
            path = bent(ends, plan.canvas, BEND + STEP * rank)
            strokes.append(_stroke(kind or "unknown", path, theme.direction(kind), width))
    return [stroke | {"opacity": 0.6} for stroke in strokes if stroke["path"]]


def _stroke(name: str, path: str, colour: str, width: float, dash: str = "solid") -> dict:
    """Below the dots, in the order given."""
    line = {"color": colour, "width": width, "dash": dash}
    return {"type": "path", "name": name, "path": path, "line": line, "layer": "below"}


def _ends(lines: list[Line], at: dict[str, Point], kind: str) -> list[tuple[Point, Point]]:
    mine = (line for line in lines if line.kind == kind and line.start != line.end)
    return [(at[line.start], at[line.end]) for line in mine]


def _leads(plan: Plan) -> dict:
    """Short lines to the names that stand off their dots."""
    ends = [name.line for name in plan.names if name and name.line]
    path = [(*map(plan.canvas.plane, line), (None, None)) for line in ends]
    flat = [point for line in path for point in line]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for x, _ in flat],
        "y": [y for _, y in flat],
        "line": {"color": theme.INK, "width": 1},
        "hoverinfo": "skip",
    }


def _dots(panel: Panel, sketch: Sketch, plan: Plan, language: str) -> dict:
    """What was not asked for lies below, who has no link on top."""
    states = {"beside": 0, "linked": 1, "alone": 2}
    order = sorted(range(len(sketch.dots)), key=lambda place: states[sketch.dots[place].state])
    dots = [sketch.dots[place] for place in order]
    places = [plan.canvas.plane(plan.discs[place][:2]) for place in order]
    looks = [_look(dot) for dot in dots]
    rows = {row[0].href: row for row in panel.rows}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _ in places],
        "y": [y for _, y in places],
        "marker": {
            "size": [round(2 * plan.discs[place][2], 1) for place in order],
            "color": [inside for inside, _, _ in looks],
            "symbol": ["square" if dot.known == "aside" else "circle" for dot in dots],
            "line": {"color": [edge for _, edge, _ in looks], "width": [w for _, _, w in looks]},
            "opacity": 1,
        },
        "cliponaxis": False,
        "customdata": [_told(panel, rows, dot, language) for dot in dots],
        "hovertemplate": hover.TEMPLATE,
        "meta": {"follow": [dot.href for dot in dots]},
    }


def _look(dot: Dot) -> tuple[str, str, float]:
    """Inside, edge, width of the edge. Grey inside: the place is not the school's own."""
    if dot.state == "beside":
        return PALE, theme.PAPER, 0.8
    if dot.state == "alone":
        return theme.PAPER if dot.known == "own" else GREY, ALONE, 2.2
    return (theme.INK, theme.PAPER, 0.8) if dot.known == "own" else (GREY, theme.INK, 1.4)


def _told(panel: Panel, rows: dict, dot: Dot, language: str) -> str:
    """What its row says; the table may stand in any order."""
    row = rows.get(dot.href)
    return hover.told(panel, row, language) if row else f"<b>{theme.plain(dot.name)}</b>"


def _texts(texts: list[str], plan: Plan, placed: list, size: float, ink: str) -> dict:
    shown = [(text, name) for text, name in zip(texts, placed) if name]
    places = [plan.canvas.plane((name.x, name.y)) for _, name in shown]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x for x, _ in places],
        "y": [y for _, y in places],
        "text": [theme.plain(text) for text, _ in shown],
        "textposition": "middle center",
        "textfont": {"family": theme.FONT, "size": size, "color": ink},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
