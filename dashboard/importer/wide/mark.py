"""A final mark as it stands in a cell → the count that it adds to."""

import re
import tomllib
from functools import cache
from pathlib import Path

from dashboard.importer.normalise.empty import is_empty
from dashboard.importer.normalise.text import plain, skeleton
from dashboard.spec.sheet import Cell

WORD = re.compile(r"[^\W\d_]{2,}")
PATH = Path(__file__).parents[1] / "journal_marks.toml"
DASHES = frozenset("-‐‑‒–—―−")


def final_mark(cell: Cell) -> str | None:
    """None for one that cannot be read."""
    if is_empty(cell):
        return "no_mark"
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else plain(cell)
    return _kinds().get(skeleton(text))


def is_dash(cell: Cell) -> bool:
    """The pupil does not study the subject; an empty cell is a mark not given."""
    text = plain(cell)
    return bool(text) and set(text) <= DASHES


def shown(cell: Cell) -> str:
    """The cell as a message may quote it: in a row that slipped aside it may hold a name."""
    text = plain(cell)
    words = WORD.findall(text)
    return "…" if len(words) > 1 or any(word[0].isupper() for word in words) else text


@cache
def _kinds() -> dict[str, str]:
    told = tomllib.loads(PATH.read_text(encoding="utf-8"))
    return {skeleton(word): part for part, words in told.items() for word in words}
