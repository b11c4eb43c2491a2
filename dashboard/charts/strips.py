"""One strip of small multiples: a metric, its schools, and the axis that they need."""

from dataclasses import dataclass

from dashboard.charts import theme
from dashboard.i18n import number, percent
from dashboard.spec.panel import Cell
from dashboard.statistics.comparison import beside

GAP = 0.035  # between strips, of the whole width


@dataclass(frozen=True, slots=True)
class Strip:
    """One metric: `cells` of the schools from the top, and where the district stands."""

    nth: int
    title: str
    cells: tuple[Cell, ...]
    district: Cell

    @property
    def x(self) -> str:
        return "x" if self.nth == 0 else f"x{self.nth + 1}"

    @property
    def axis_key(self) -> str:
        return f"xaxis{self.x[1:]}"

    def y(self, across: int) -> str:
        """The axis of names of its band, with so many strips beside each other."""
        band = self.nth // across
        return "y" if band == 0 else f"y{band + 1}"


def axis(strip: Strip, across: int, language: str) -> dict:
    """As wide as its own values need: dots are read by their distance, not from zero."""
    low, high = reach(strip)
    room = (high - low) * 0.08
    marks = _marks(low - room, high + room)
    wide = (1 - GAP * (across - 1)) / across
    left = (strip.nth % across) * (wide + GAP)
    return theme.axis(
        tickvals=marks,
        ticktext=_written(marks, _unit(strip), language),
        tickmode="array",
        tickangle=0,
        automargin=False,
        range=[low - room, high + room],
        domain=[left, min(1.0, left + wide)],
        anchor=strip.y(across),
    )


def _marks(low: float, high: float) -> list[float]:
    """Two at least, few enough that their words do not meet."""
    for most in (3, 4, 6, 10):
        marks = [mark for mark in theme.ticks(low, high, most) if low <= mark <= high]
        if len(marks) > 1:
            break
    return marks


def reach(strip: Strip) -> tuple[float, float]:
    ends = [end for cell in strip.cells for end in _ends(cell)]
    ends += [strip.district.number] if strip.district.number is not None else []
    low, high = min(ends), max(ends)
    return (low, high) if high > low else (low - 0.05, high + 0.05)


def _ends(cell: Cell) -> list[float]:
    if cell.number is None:
        return []
    return [cell.number, *(whisker(cell) or ())]


def whisker(cell: Cell) -> tuple[float, float] | None:
    """Only where the value is a share of pupils."""
    if cell.number is None or cell.value is None or cell.value.low is None:
        return None
    return beside(cell.value.value, cell.value.pupils)


def _unit(strip: Strip) -> str:
    return next(cell.unit for cell in strip.cells if cell.number is not None)


def _written(marks: list[float], unit: str, language: str) -> list[str]:
    """With as many decimals as tell them apart."""
    write = percent if unit == "percent" else number
    for decimals in (0, 1, 2):
        texts = [write(mark, language, decimals) for mark in marks]
        if len(set(texts)) == len(texts):
            break
    return texts
