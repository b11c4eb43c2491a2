"""Small histograms: one for each grade, the bands of words a minute and the norm as a line."""

from dataclasses import dataclass
from itertools import islice

from dashboard.charts import hover, theme
from dashboard.i18n import percent
from dashboard.spec.panel import Cell, Panel

ACROSS, NARROW = 4, 2  # beside each other; on a phone
GAP = 0.04  # between them, of the whole width
TITLE, ROOM, AXIS = 30, 112, 26  # pixels of each: above it, the bars, below it
WIDE = 10  # words of a band
NONE = -WIDE  # where the bar of those who read no word begins
NO_WORD = "#a8500a"
Rows = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Small:
    """One of them: its bands, and the norm if there is one."""

    nth: int
    line: int  # which line of them it stands on, from the top
    column: int
    title: str
    rows: Rows
    norm: float | None
    norm_text: str

    @property
    def x(self) -> str:
        return "x" if self.nth == 0 else f"x{self.nth + 1}"

    @property
    def y(self) -> str:
        return "y" if self.nth == 0 else f"y{self.nth + 1}"


@dataclass(frozen=True, slots=True)
class Scale:
    """The same for all of them, so that they can be read beside each other."""

    words: float  # where the last band ends
    share: float  # the highest bar


def figure(panel: Panel, language: str) -> dict:
    return _figure(panel, language, ACROSS)


def narrow(panel: Panel, language: str) -> dict:
    return _figure(panel, language, NARROW)


def has_bars(panel: Panel) -> bool:
    """Whether there is anything to draw: all may be hidden."""
    return any(_number(row) is not None for row in panel.rows)


def _figure(panel: Panel, language: str, across: int) -> dict:
    found, scale = _smalls(panel, across), _scale(panel)
    lines, columns = found[-1].line + 1, max(small.column for small in found) + 1
    axes: dict = {}
    for small in found:
        axes |= _across(small, scale, columns) | _up(small, scale, lines, language)
    layout = theme.layout(
        lines * (TITLE + ROOM + AXIS),
        **axes,
        showlegend=False,
        bargap=0.08,
        hovermode="closest",
        shapes=[_line(small) for small in found if small.norm is not None],
        annotations=[note for small in found for note in _notes(small)],
    )
    layout["margin"] = {"l": 34, "r": 6, "t": 0, "b": 0}
    return {"data": [_bars(panel, small, language) for small in found], "layout": layout}


def _smalls(panel: Panel, across: int) -> list[Small]:
    """A language begins a line of its own."""
    rows, found = iter(panel.rows), []
    line, column, before = -1, 0, ""
    for title, tongue, count, norm, said in panel.marks["groups"]:
        column += 1
        if tongue != before or column == across:
            line, column, before = line + 1, 0, tongue
        own = tuple(islice(rows, count))
        found.append(Small(len(found), line, column, title, own, norm, said))
    return found


def _scale(panel: Panel) -> Scale:
    ends = [_place(row) + WIDE for row in panel.rows if _number(row) is not None]
    norms = [norm for *_, norm, _ in panel.marks["groups"] if norm is not None]
    highest = max((_number(row) for row in panel.rows if _number(row) is not None), default=1.0)
    return Scale(max([*ends, *(norm + WIDE for norm in norms)], default=WIDE), highest)


def _number(row: tuple[Cell, ...]) -> float | None:
    return row[2].number


def _place(row: tuple[Cell, ...]) -> float:
    """Where a band begins: no word at all stands before 0, 1-9 with the tens."""
    band = row[1].number or 0
    return NONE if not band else 0 if band < WIDE else band


def _across(small: Small, scale: Scale, columns: int) -> dict:
    wide = (1 - GAP * (columns - 1)) / columns
    left = small.column * (wide + GAP)
    place = {"domain": [left, min(1.0, left + wide)], "anchor": small.y}
    return {f"xaxis{small.x[1:]}": _words_axis(scale) | place}


def _up(small: Small, scale: Scale, lines: int, language: str) -> dict:
    tall = TITLE + ROOM + AXIS
    top = 1 - (small.line * tall + TITLE) / (lines * tall)
    place = {"domain": [max(0.0, top - ROOM / (lines * tall)), top], "anchor": small.x}
    return {f"yaxis{small.y[1:]}": _share_axis(scale, small.column == 0, language) | place}


def _words_axis(scale: Scale) -> dict:
    marks = [mark for mark in theme.ticks(0, scale.words, 5) if mark <= scale.words]
    return theme.axis(
        tickvals=marks,
        ticktext=[f"{mark:.0f}" for mark in marks],
        tickmode="array",
        tickangle=0,
        automargin=False,
        showgrid=False,
        range=[NONE - 1, scale.words + 1],
    )


def _share_axis(scale: Scale, first: bool, language: str) -> dict:
    """Its words stand beside the first of a line alone."""
    marks = [mark for mark in theme.ticks(0.0, scale.share, 3) if mark <= scale.share * 1.05]
    return theme.axis(
        tickvals=marks,
        ticktext=[percent(mark, language, 0) for mark in marks],
        tickmode="array",
        showticklabels=first,
        automargin=False,
        range=[0, scale.share * 1.08],
    )


def _bars(panel: Panel, small: Small, language: str) -> dict:
    rows = [row for row in small.rows if _number(row) is not None]
    return {
        "type": "bar",
        "xaxis": small.x,
        "yaxis": small.y,
        "x": [_place(row) + WIDE / 2 for row in rows],
        "y": [round(_number(row), 4) for row in rows],
        "width": [WIDE * 0.9 for _ in rows],
        "marker": {"color": [theme.BAR if row[1].number else NO_WORD for row in rows]},
        "customdata": [hover.told(panel, row, language) for row in rows],
        "hovertemplate": hover.TEMPLATE,
    }


def _line(small: Small) -> dict:
    at = {"x0": small.norm, "x1": small.norm, "y0": 0, "y1": 1}
    line = {"color": theme.ACCENT, "width": 1.6, "dash": "dot"}
    return {"type": "line", "xref": small.x, "yref": f"{small.y} domain", "line": line} | at


def _notes(small: Small) -> list[dict]:
    """The name above the bars, under it the norm at its line; the sign of what is hidden."""
    name = _note(small, f"<b>{theme.plain(small.title)}</b>", theme.INK) | {"yshift": 15}
    notes = [name | {"x": 0, "xref": f"{small.x} domain", "xanchor": "left"}]
    if small.norm is not None:
        notes.append(_note(small, theme.plain(small.norm_text), theme.ACCENT) | {"x": small.norm})
    if small.rows and all(_number(row) is None for row in small.rows):
        sign = _note(small, theme.plain(small.rows[0][2].text), theme.MUTED)
        notes.append(sign | {"x": 0.5, "xref": f"{small.x} domain", "y": 0.4})
    return notes


def _note(small: Small, text: str, colour: str) -> dict:
    font = {"family": theme.FONT, "size": 12, "color": colour}
    at = {"xref": small.x, "yref": f"{small.y} domain", "y": 1, "yanchor": "bottom"}
    return {"text": text, "showarrow": False, "font": font, "borderpad": 0} | at
