"""Horizontal bars around 0: a change for each row, with its interval."""

from dashboard.charts import bars, theme
from dashboard.i18n import number
from dashboard.spec.panel import Cell, Panel

FELL, ROSE, UNCLEAR = "#c69e7c", "#68a2a0", "#d5dbe1"


def figure(panel: Panel, language: str) -> dict:
    """As `bars`; a change that is real has the colour of its way, others are grey."""
    return _around(bars.figure(panel, language), panel, language)


def narrow(panel: Panel, language: str) -> dict:
    """For a phone: the names stand above the bars, at the left of the axis."""
    made = _around(bars.narrow(panel, language), panel, language)
    layout = made["layout"]
    notes = [_leftmost(note) for note in layout["annotations"]]
    return made | {"layout": layout | {"annotations": notes}}


def _around(made: dict, panel: Panel, language: str) -> dict:
    drawn = [row[1] for row in reversed(panel.rows)]
    first, *others = made["data"]
    coloured = first | {"marker": {"color": [_colour(cell) for cell in drawn]}}
    layout = made["layout"]
    axis = layout["xaxis"] | _axis(drawn, language)
    return {"data": [coloured, *others], "layout": layout | {"xaxis": axis}}


def _axis(drawn: list[Cell], language: str) -> dict:
    """As far to the left as to the right, so that the middle is no change."""
    ends = [abs(end) for cell in drawn if cell.value for end in (cell.value.low, cell.value.high)]
    marks = theme.ticks(-max(ends, default=10.0), max(ends, default=10.0))
    texts = [_written(mark, language) for mark in marks]
    return {"tickvals": marks, "ticktext": texts, "range": [marks[0], marks[-1]]}


def _written(mark: float, language: str) -> str:
    sign = "+" if mark > 0 else "\u2212" if mark < 0 else ""
    return sign + number(abs(mark), language, 0 if float(mark).is_integer() else 1)


def _colour(cell: Cell) -> str:
    return FELL if (cell.tone or 0) < 0 else ROSE if (cell.tone or 0) > 0 else UNCLEAR


def _leftmost(note: dict) -> dict:
    """The name of a row begins where the axis does; the district's stays at its line."""
    return note | {"xref": "paper", "x": 0} if note.get("x") == 0 and "bgcolor" in note else note
