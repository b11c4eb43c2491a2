"""Codes of teachers in lists of schools. A name in their place is refused."""

import re

from dashboard.importer.normalise.text import plain
from dashboard.spec.sheet import Cell

WORD = re.compile(r"[^\W\d_]{4,}")
LONGEST = 4  # letters of a code without a digit


def teacher_code(cell: Cell) -> str:
    text = plain(cell).removesuffix(".0") if isinstance(cell, float) else plain(cell)
    digits = any(map(str.isdigit, text))
    named = any(WORD.fullmatch(token.strip(".,")) for token in text.split())
    if named or not (digits or (text.isupper() and text.isalpha() and len(text) <= LONGEST)):
        raise ValueError("teacher_named")
    return text
