"""Yes or no: да/нет, ооба/жок, иә/жоқ, yes/no, 1/0, +."""

from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.normalise.words import words
from dashboard.spec.sheet import Cell


def flag(cell: Cell) -> bool:
    if isinstance(cell, bool):
        return cell
    text = plain(cell)
    if text in ("+", "✓", "✔") or fold(text) in words("flag", "yes"):
        return True
    if fold(text) in words("flag", "no"):
        return False
    raise ValueError("bad_choice")
