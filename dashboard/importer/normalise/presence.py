"""A teacher's cell under a day of a course: there, away, or nothing said."""

from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.normalise.words import words
from dashboard.spec.sheet import Cell


def presence(cell: Cell) -> bool | None:
    """Raises ValueError for what means neither."""
    text = plain(cell)
    folded = fold(text)
    if isinstance(cell, bool) or not text:
        return None if not text else bool(cell)
    if text in ("+", "√", "✓", "✔", "☑") or folded in words("flag", "yes"):
        return True
    if folded in words("presence", "here"):
        return True
    if not folded or folded in words("flag", "no") | words("presence", "away"):
        return False
    if text.removesuffix(".0").isdecimal():
        return True  # hours of that day
    raise ValueError("bad_presence")
