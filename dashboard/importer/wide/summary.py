"""Rows below a list of pupils that say something of all of them."""

import tomllib
from functools import cache, lru_cache
from pathlib import Path

from dashboard.importer.normalise.text import fold
from dashboard.importer.subtotal import summed_grades

PATH = Path(__file__).with_name("summaries.toml")
RATES = ("mean_mark", "quality", "pass_rate", "sou")
COUNTS = ("n5", "n4", "n3", "n2", "not_assessed")


@lru_cache(maxsize=4096)
def summary(text: str) -> str | None:
    """Which rate or count the row tells, "aside" for any other; None for a name."""
    said = fold(text)
    for kind in (*RATES, *COUNTS, "aside"):
        whole, begins = _words(kind)
        if said in whole or f"{said} ".startswith(begins):
            return kind
    return "aside" if summed_grades(text) is not None else None


def is_no_period(text: str) -> bool:
    return fold(text) in _words("no_period")[0]


def is_final(text: str) -> bool:
    return fold(text) in _words("final")[0]


@cache
def _words(kind: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words = tomllib.loads(PATH.read_text(encoding="utf-8"))[kind]
    begins = tuple(f"{fold(word[:-1])} " for word in words if word.endswith("…"))
    return frozenset(fold(word) for word in words), begins
