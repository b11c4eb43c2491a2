"""Codes of pupils. A name in their place is refused: no name of a child reaches a snapshot."""

import re

from dashboard.importer.normalise.text import plain
from dashboard.spec.sheet import Cell

WORD = re.compile(r"[^\W\d_]{2,}")


def pupil_code(cell: Cell) -> str:
    text = plain(cell)
    if len(WORD.findall(text)) > 1 and not any(letter.isdigit() for letter in text):
        raise ValueError("pupil_named")
    return text
