"""Periods: «1 четверть», «I четверть», «1 ЧТ», «4 чейрек», «Годовая» → Q1 … Q4, H1, H2, Y."""

import re
from functools import lru_cache

from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.normalise.words import stems, words
from dashboard.importer.normalise.year import without_year
from dashboard.spec.sheet import Cell

CODES = {fold(code): code for code in ("Q1", "Q2", "Q3", "Q4", "H1", "H2", "Y")}
ASIDE = re.compile(r"\([^)]*\)")  # «2 четверть (1 полугодие)» is the quarter
TOKEN = re.compile(r"[0-9]+|[^\W\d_]+(?:/[^\W\d_]+)?")
KINDS = ("half", "quarter", "year")  # «жарым жылдык»: the half-year's word goes first
LARGEST = {"quarter": 4, "half": 2}


@lru_cache(maxsize=4096, typed=True)
def period(cell: Cell, unit: str = "") -> str:
    """`unit` is the heading or label beside the cell: under «Четверть» a bare 1 is a quarter."""
    text = plain(cell)
    folded = fold(ASIDE.sub(" ", without_year(text)))
    if folded in CODES:
        return CODES[folded]
    tokens = tuple(TOKEN.findall(folded))
    if len(tokens) == 1 and _number(tokens[0]) and unit:
        return period(f"{text} {ASIDE.sub(' ', unit)}")
    return _read(tokens, spans_a_year=without_year(text) != text)


def _read(tokens: tuple[str, ...], spans_a_year: bool) -> str:
    kind = next((kind for kind in KINDS if any(_is(token, kind) for token in tokens)), None)
    numbers = [number for token in tokens if (number := _number(token))]
    known = all(_number(token) or _is(token, "filler", *KINDS) for token in tokens)
    if kind is None or not known or len(numbers) > 1:
        raise ValueError("bad_period")
    if kind == "year":
        return _whole_year(numbers, spans_a_year)
    if not numbers or numbers[0] > LARGEST[kind]:
        raise ValueError("bad_period")
    return f"{'Q' if kind == 'quarter' else 'H'}{numbers[0]}"


def _whole_year(numbers: list[int], spans_a_year: bool) -> str:
    """«2024/2025 учебный год» says which year, not that the marks are the year's."""
    if numbers or spans_a_year:
        raise ValueError("bad_period")
    return "Y"


def _is(token: str, *kinds: str) -> bool:
    return any(
        token in words("period", kind)
        if kind == "filler" and len(token) < 3
        else token.startswith(stems("period", kind))
        for kind in kinds
    )


def _number(token: str) -> int:
    """1-4, or 0 where the token says none; a wrong digit is none of them too."""
    for number in ("1", "2", "3", "4"):
        for stem in stems("period", "number", number):
            if token == stem or (len(stem) > 3 and token.startswith(stem)):
                return int(number)
    return 0
