"""Does a row sum up others? «5 Параллель», «5-9», «итог», «Школа», «Барлығы», «All Grades»."""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

from dashboard.importer.normalise.text import fold, squash

PATH = Path(__file__).with_name("subtotals.toml")
SPAN = re.compile(r"([0-9]{1,2})\s*[-–—]\s*([0-9]{1,2})(?![0-9])")
ORDINAL = re.compile(r"(?<=[0-9])(?:-?(?:е|х|м|го|й))\b")


@lru_cache(maxsize=4096)
def summed_grades(text: str) -> tuple[int, int] | None:
    """The first and last grade, (0, 12) for all. None: the row sums up nothing."""
    line = ORDINAL.sub("", squash(text))
    span = SPAN.search(line)
    tokens = fold(SPAN.sub(" ", line)).split()
    numbers = [int(token) for token in tokens if token.isdecimal()]
    named = [token for token in tokens if not token.isdecimal()]
    if not all(token in _words("total", "mean", "stage", "filler") for token in named):
        return None
    if span and not numbers:
        return int(span.group(1)), int(span.group(2))
    if (
        span
        or len(numbers) > 1
        or not any(token in _words("total", "mean", "stage") for token in named)
    ):
        return None
    return (numbers[0], numbers[0]) if numbers and "№" not in named else (0, 12)


def is_unchecked(text: str) -> bool:
    """Averages, and stages of a school that do not name their grades: nothing to compare with."""
    tokens = fold(text).split()
    stage = not SPAN.search(squash(text)) and any(token in _words("stage") for token in tokens)
    return stage or any(token in _words("mean") for token in tokens)


@cache
def _words(*lists: str) -> frozenset[str]:
    told = tomllib.loads(PATH.read_text(encoding="utf-8"))
    return frozenset(part for name in lists for word in told[name] for part in fold(word).split())
