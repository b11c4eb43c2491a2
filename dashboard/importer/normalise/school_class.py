"""Classes: `8А`, «8 А», 8-А, 8"А", 8«А», «8 а класс», Latin 8A → grade 8, letter «А»."""

import re
from functools import lru_cache

from dashboard.importer.normalise.group import part_group
from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.normalise.words import words
from dashboard.spec.sheet import Cell

LATIN = str.maketrans("ABCEHIKMOPTXYƏ", "АВСЕНІКМОРТХУӘ")
SHAPE = re.compile(r"([0-9]{1,2})(?:[\s\-–—./\"'«“„‘`]*([^\W\d_])[\"'»”“’`]*)?")
LARGEST = 12  # 0 is the preparatory class


@lru_cache(maxsize=65536, typed=True)
def school_class(cell: Cell) -> tuple[int, str | None, str | None]:
    """Grade, letter, teaching group; the last two None where the cell does not name them."""
    name, group = part_group(plain(cell))
    match = SHAPE.fullmatch(_without_the_word(name))
    if match is None and fold(name) in words("class", "preparatory"):
        return 0, None, group
    if match is None or int(match.group(1)) > LARGEST:
        raise ValueError("bad_class")
    return int(match.group(1)), match.group(2) and _upper(match.group(2)), group


@lru_cache(maxsize=4096, typed=True)
def letter(cell: Cell) -> str:
    found = re.fullmatch(r"[\"'«“„]?([^\W\d_])[\"'»”“]?", plain(cell))
    if found is None:
        raise ValueError("bad_class")
    return _upper(found.group(1))


def written(grade: int, letter: str | None) -> str:
    return f"{grade}{letter or ''}"


def _upper(letter: str) -> str:
    """Cyrillic upper case; a Latin letter that looks like no Cyrillic one stays."""
    return letter.upper().translate(LATIN)


def _without_the_word(text: str) -> str:
    """«8-«А» классы» → 8-«А»; «Класс 8А» → 8А."""
    parts = re.split(r"(\s+|(?<=[0-9\"»”])-?(?=[^\W\d_]{2})|-(?=[^\W\d_]{2}))", text)
    kept = [part for part in parts if part and fold(part) not in words("class", "word")]
    return "".join(kept).strip(" -.")
