"""Small multiples: a strip of dots for each metric, a line for each school, whiskers on each."""

import textwrap

from dashboard.charts import theme
from dashboard.charts.strips import Strip, axis, reach, whisker
from dashboard.i18n import t
from dashboard.spec.panel import Cell, Column, Panel

ROW = 26  # pixels for each school
LINE = 15  # of a title above a strip
AXIS = 26  # below each strip
ACROSS, NARROW = 5, 2  # strips beside each other; on a phone
DRAWN = ("percent", "points")  # counts go with the size of a school: they stay in the table
COLOURS = {1: theme.ACCENT, -1: "#a8500a", 0: theme.MUTED}


def figure(panel: Panel, language: str) -> dict:
    """Whiskers are ±1.39 standard errors, for reading two schools by overlap."""
    return _figure(panel, language, ACROSS, [_name(panel, c, c.title) for c in _schools(panel)])


def narrow(panel: Panel, language: str) -> dict:
    """For a phone: two strips beside each other, and the schools' short names."""
    return _figure(panel, language, NARROW, [_name(panel, c, c.short) for c in _schools(panel)])


def has_dots(panel: Panel) -> bool:
    """Whether there is anything to draw: all may be hidden."""
    return bool(_strips(panel))


def _name(panel: Panel, column: Column, name: str) -> str:
    """The school that was chosen alone stands out among those beside it."""
    plain = theme.plain(name)
    return f"<b>{plain}</b>" if column.name == panel.marks.get("own") else plain


def _figure(panel: Panel, language: str, across: int, names: list[str]) -> dict:
    strips = _strips(panel)
    across = min(across, max(1, len(strips)))
    bands = max(1, -(-len(strips) // across))
    title = LINE * max((len(_lines(s, across)) for s in strips), default=0) + 10
    height = bands * (title + ROW * len(names) + AXIS)
    layout = theme.layout(
        height,
        **_school_axes(names, bands, title),
        **{s.axis_key: axis(s, across, language) for s in strips},
        showlegend=False,
        shapes=[_line(s, across) for s in strips if s.district.number is not None],
        annotations=[_title(s, across) for s in strips],
        hovermode="closest",
    )
    layout["margin"] = {"l": 4, "r": 10, "t": 0, "b": 0}
    data = [part for s in strips for part in _dots(panel, s, across, language)]
    return {"data": data, "layout": layout}


def _schools(panel: Panel) -> list[Column]:
    return [column for column in panel.columns[2:] if column.unit == "number"]


def _strips(panel: Panel) -> list[Strip]:
    """The rows that any school has a number of."""
    places = [at for at, c in enumerate(panel.columns) if at > 1 and c.unit == "number"]
    drawn = [
        row
        for row in panel.rows
        if any(row[at].unit in DRAWN and row[at].number is not None for at in places)
    ]
    return [
        Strip(nth, row[0].text, tuple(row[at] for at in places), row[1])
        for nth, row in enumerate(drawn)
    ]


def _school_axes(names: list[str], bands: int, title: int) -> dict:
    """One axis of names for each band, the first school on top; `title` pixels above it."""
    tall, each = title + ROW * len(names) + AXIS, ROW * len(names)
    height = bands * tall
    axes = {}
    for band in range(bands):
        top = 1 - (band * tall + title) / height
        axes[f"yaxis{band + 1 if band else ''}"] = theme.axis(
            tickvals=list(range(len(names))),
            ticktext=list(reversed(names)),
            tickmode="array",
            tickfont={"family": theme.FONT, "size": 12, "color": theme.INK},
            range=[-0.5, len(names) - 0.5],
            domain=[max(0.0, top - each / height), top],
        )
    return axes


def _dots(panel: Panel, strip: Strip, across: int, language: str) -> list[dict]:
    """Seen ones with their whiskers, and the sign of those that are hidden or missing."""
    places = list(reversed(range(len(strip.cells))))
    told = [_told(panel, strip, nth, language) for nth in range(len(strip.cells))]
    there = [nth for nth, cell in enumerate(strip.cells) if cell.number is not None]
    gone = [nth for nth, cell in enumerate(strip.cells) if cell.number is None]
    axes = {"type": "scatter", "xaxis": strip.x, "yaxis": strip.y(across)}
    at = {"y": [places[nth] for nth in there], "customdata": [told[nth] for nth in there]}
    seen = {
        "mode": "markers",
        "x": [round(strip.cells[nth].number, 4) for nth in there],
        "marker": _markers([strip.cells[nth] for nth in there]),
        "error_x": _whiskers([strip.cells[nth] for nth in there]),
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    low = round(reach(strip)[0], 4)
    signs = {
        "mode": "text",
        "x": [low for _ in gone],
        "y": [places[nth] for nth in gone],
        "text": [theme.plain(strip.cells[nth].text) for nth in gone],
        "textfont": {"family": theme.FONT, "size": 12, "color": theme.MUTED},
        "customdata": [told[nth] for nth in gone],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    return [axes | at | seen, *([axes | signs] if gone else [])]


def _markers(cells: list[Cell]) -> dict:
    """Open where few pupils are behind it; in colour where it is really apart."""
    tones = [(cell.tone or 0) for cell in cells]
    return {
        "size": 10,
        "color": [COLOURS[(tone > 0) - (tone < 0)] for tone in tones],
        "symbol": ["circle-open" if cell.flag == "u" else "circle" for cell in cells],
    }


def _whiskers(cells: list[Cell]) -> dict:
    ends = [whisker(cell) or (cell.number, cell.number) for cell in cells]
    return {
        "type": "data",
        "symmetric": False,
        "array": [round(high - cell.number, 4) for (_, high), cell in zip(ends, cells)],
        "arrayminus": [round(cell.number - low, 4) for (low, _), cell in zip(ends, cells)],
        "color": theme.MUTED,
        "thickness": 1.4,
        "width": 4,
    }


def _told(panel: Panel, strip: Strip, nth: int, language: str) -> str:
    cell, name = strip.cells[nth], _schools(panel)[nth].title
    why = t(f"flag.{cell.flag}", language) if cell.flag else ""
    said = why if cell.number is None else f"{cell.text} ({why})" if why else cell.text
    return f"<b>{theme.plain(name)}</b><br>{theme.plain(strip.title)}: {theme.plain(said)}"


def _line(strip: Strip, across: int) -> dict:
    at = {"x0": strip.district.number, "x1": strip.district.number, "y0": 0, "y1": 1}
    line = {"color": theme.ACCENT, "width": 1.6, "dash": "dot"}
    axes = {"xref": strip.x, "yref": f"{strip.y(across)} domain"}
    return {"type": "line", "line": line} | axes | at


def _title(strip: Strip, across: int) -> dict:
    font = {"family": theme.FONT, "size": 12, "color": theme.INK}
    place = {"x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom", "align": "left"}
    axes = {"xref": f"{strip.x} domain", "yref": f"{strip.y(across)} domain"}
    words = "<br>".join(f"<b>{theme.plain(line)}</b>" for line in _lines(strip, across))
    return {"text": words, "showarrow": False, "font": font} | place | axes


def _lines(strip: Strip, across: int) -> list[str]:
    """As wide as the strip below has room for."""
    return textwrap.wrap(strip.title, 18 if across > NARROW else 19, break_long_words=False)
