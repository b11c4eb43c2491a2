"""School years: «2023/2024», «2023/24», «2023–2024 уч. год» → 2023-2024."""

import re
from functools import lru_cache

from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.normalise.words import words
from dashboard.spec.sheet import Cell

SPAN = re.compile(r"(?<![0-9])([12][0-9]{3})\s*[-/\\‐‑–—−]\s*([12][0-9]{3}|[0-9]{2})(?![0-9])")


@lru_cache(maxsize=4096, typed=True)
def year(cell: Cell) -> str:
    """A bare year is not a school year: it may be the one that began in it or that ended."""
    text = plain(cell) if isinstance(cell, str) else ""
    match = SPAN.search(text)
    rest = fold(SPAN.sub(" ", text, count=1)).split()
    if match is None or not all(word in words("year", "filler") for word in rest):
        raise ValueError("bad_year")
    return _span(match)


def without_year(text: str) -> str:
    return SPAN.sub(" ", text)


def _span(match: re.Match) -> str:
    first = int(match.group(1))
    if int(match.group(2)) not in (first + 1, (first + 1) % 100):
        raise ValueError("bad_year")
    return f"{first}-{first + 1}"
