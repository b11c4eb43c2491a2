"""Which words of a file that nobody knows may be quoted: its headings, never a pupil's name."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile

from dashboard.importer.labels import labels
from dashboard.importer.layouts import layouts
from dashboard.importer.meanings import own_headings
from dashboard.importer.normalise.person import is_person
from dashboard.importer.normalise.text import fold, plain
from dashboard.spec.sheet import Cell, Sheet

DEEPEST = 60  # rows of a sheet that are looked through
MOST, LONGEST = 20, 40  # headings in a message, letters of each
FEWEST = 2  # words of a row of headings


def unknown_headings(sheets: Iterable[Sheet]) -> str:
    """«Оценка», «Урок» …: of all sheets the row most like headings; «—» where none is like them."""
    best = max((_row(sheet) for sheet in sheets), key=_rank, default=[])
    return ", ".join(f"«{text[:LONGEST]}»" for text in best[:MOST]) or "—"


def _row(sheet: Sheet) -> list[str]:
    """Above the first row with numbers. Of rows equally known the highest: pupils stand below."""
    rows = sheet.rows[:DEEPEST]
    above = list(takewhile(lambda row: not _has_number(row), rows))
    found = [_words(row) for row in above if _may_head(row)]
    best = max(found, key=_rank, default=[])
    if _known(best) or (best and len(above) < len(rows)):
        return best
    return _known(_words(rows[len(above)])) if len(above) < len(rows) else []


def _may_head(row: tuple[Cell, ...]) -> bool:
    """«Ученик: Асанова Айгүл» tells; what is written like a name is no heading."""
    words = _words(row)
    told = bool(labels((), ((1, row),))) or any(":" in plain(cell) for cell in row)
    named = any(is_person(text) for text in words if not _known([text]))
    return len(words) >= FEWEST and not told and not named


def _rank(words: Sequence[str]) -> tuple[int, bool]:
    """A row of two cells may be a title with a name; but pupils' rows may have more than any."""
    return len(_known(words)), len(words) > FEWEST


def _known(words: Sequence[str]) -> list[str]:
    return [text for text in words if fold(text) in _headings()]


def _words(row: tuple[Cell, ...]) -> list[str]:
    texts = (plain(cell) for cell in row if isinstance(cell, str))
    return list(dict.fromkeys(text for text in texts if any(map(str.isalpha, text))))


def _has_number(row: tuple[Cell, ...]) -> bool:
    return any(_is_number(cell) for cell in row)


def _is_number(cell: Cell) -> bool:
    if isinstance(cell, str):
        return plain(cell).strip("%").replace(",", "").replace(".", "").strip().isdecimal()
    return isinstance(cell, int | float)


@cache
def _headings() -> frozenset[str]:
    return frozenset(_all())


def _all() -> Iterator[str]:
    for key in layouts():
        yield from own_headings(key)
