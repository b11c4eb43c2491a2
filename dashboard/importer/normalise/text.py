"""Texts as they are compared: one spelling for spaces, quotes, dashes and look-alike letters."""

import re
import unicodedata
from functools import lru_cache

from dashboard.spec.sheet import Cell

# Latin letters that a keyboard left on gives for Cyrillic ones, and the letters of the old
# Kyrgyz fonts (є ї for ө ү). Both sides of a comparison go through it.
LOOK_ALIKE = str.maketrans("aceopxyktmhiəєїѳɵё", "асеорхуктмніәөүөөе")
UNFIT = re.compile("[\x00\u200b\ufeff\ud800-\udfff]")  # halves of letters, marks of no width
QUOTES = str.maketrans("", "", "\"'«»“”„‟‘’‚`´*")
GAPS = re.compile(r"[\s.,:;()\[\]{}_‐‑‒–—―−-]+")
SLASH = re.compile(r"\s*/\s*")


def plain(cell: Cell) -> str:
    """The cell as one line of text; "" for an empty one."""
    return "" if cell is None else squash(cell if isinstance(cell, str) else str(cell))


@lru_cache(maxsize=65536)
def squash(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", UNFIT.sub("", text)).split())


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Words parted by single spaces, without case, quotes and points: for headings and labels."""
    bare = squash(text).casefold().translate(LOOK_ALIKE).translate(QUOTES)
    return SLASH.sub("/", " ".join(GAPS.sub(" ", bare).replace("%", " % ").split()))


@lru_cache(maxsize=65536)
def skeleton(text: str) -> str:
    """Letters and digits alone: for names."""
    bare = squash(text).casefold().translate(LOOK_ALIKE)
    return "".join(letter for letter in bare if letter.isalnum())
