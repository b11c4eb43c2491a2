"""The axis of values: from where to where, and its words in the person's language."""

from collections.abc import Iterable

from dashboard.charts import theme
from dashboard.i18n import number, percent


def values(found: Iterable[float | None], unit: str, language: str) -> dict:
    """Shares start at 0 and end at 100 % at most, unless one is over it (more than was planned);
    other numbers take the room they need."""
    there = [value for value in found if value is not None]
    low = 0.0 if unit != "points" else min(there, default=0.0)
    high = max(there, default=1.0)
    marks = theme.ticks(low, high)
    if unit == "percent":
        marks = [mark for mark in marks if mark <= max(1.0, high)]
    texts = _written(marks, unit, language)
    top = max(marks[-1], high)
    room = (top - marks[0]) * 0.03
    return theme.axis(
        tickvals=marks, ticktext=texts, range=[marks[0] - room / 3, top + room], tickmode="array"
    )


def _written(marks: list[float], unit: str, language: str) -> list[str]:
    """Shares with a decimal only where two of them would read alike without."""
    if unit == "percent":
        whole = [percent(mark, language, 0) for mark in marks]
        alike = len(set(whole)) < len(whole)
        return [percent(mark, language, 1) for mark in marks] if alike else whole
    return [number(mark, language, 0 if float(mark).is_integer() else 1) for mark in marks]
