"""Rounds of a diagnosis: «начало года», «жылдын башы», «end» → start, middle, end."""

from functools import lru_cache

from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.normalise.words import stems
from dashboard.spec.sheet import Cell

ROUNDS = ("start", "middle", "end")


@lru_cache(maxsize=4096, typed=True)
def reading_round(cell: Cell) -> str:
    """Every word must be known, and just one round named."""
    tokens = fold(plain(cell)).split()
    named = {name for name in ROUNDS for t in tokens if t.startswith(stems("round", name))}
    known = stems("round", "filler") + tuple(s for name in ROUNDS for s in stems("round", name))
    if len(named) != 1 or not all(token.startswith(known) for token in tokens):
        raise ValueError("bad_round")
    return named.pop()
