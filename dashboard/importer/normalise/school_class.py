"""Classes: `8А`, «8 А», 8-А, 8"А", 8«А», «8 а класс», Latin 8A, «VIII-А» → grade 8, letter «А»."""

import re
from functools import lru_cache

from dashboard.importer.normalise.group import part_group
from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.normalise.words import words
from dashboard.spec.sheet import Cell

LATIN = str.maketrans("ABCEHIKMOPTXYƏ", "АВСЕНІКМОРТХУӘ")
SHAPE = re.compile(r"([0-9]{1,2})(?:[\s\-–—./\"'«“„‘`]*([^\W\d_])[\"'»”“’`]*)?")
LARGEST = 12  # 0 is the preparatory class
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI")
# The Cyrillic letters that look so, the sign of Word and phones for each numeral.
AS_ROMAN = str.maketrans("ІХӀ", "IXI") | {0x2160 + place: one for place, one in enumerate(ROMAN)}
IN_ROMAN = re.compile(r"([IVX]+)(?:([\s\-–—\"'«“„‘`]*)([^\W\d_a-zа-яёәіңғүұқөһIVX])[\"'»”“’`]*)?")


@lru_cache(maxsize=65536, typed=True)
def school_class(cell: Cell) -> tuple[int, str | None, str | None]:
    """Grade, letter, teaching group; the last two None where the cell does not name them."""
    name, group = part_group(plain(cell))
    text = _without_the_word(name)
    match = SHAPE.fullmatch(text)
    if match is None and fold(name) in words("class", "preparatory"):
        return 0, None, group
    if match is None:
        return *_in_roman(text, named=text != name.strip(" -.")), group
    if int(match.group(1)) > LARGEST:
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


def _in_roman(text: str, named: bool) -> tuple[int, str | None]:
    """«II А», «ІІ-А», «IX». «Х» alone is the letter of a class; «Х класс» and «Х-А» are the tenth.

    Ranges («I-IV») are no classes.
    """
    match = IN_ROMAN.fullmatch(text.translate(AS_ROMAN))
    if match is None or match[1] not in ROMAN:
        raise ValueError("bad_class")
    numeral, apart, letter = match.groups()
    if numeral == "X" and not (apart if letter else named):
        raise ValueError("bad_class")
    return ROMAN.index(numeral) + 1, letter and _upper(letter)


def _upper(letter: str) -> str:
    """Cyrillic upper case; a Latin letter that looks like no Cyrillic one stays."""
    return letter.upper().translate(LATIN)


def _without_the_word(text: str) -> str:
    """«8-«А» классы» → 8-«А»; «Класс 8А» → 8А."""
    parts = re.split(r"(\s+|(?<=[0-9\"»”])-?(?=[^\W\d_]{2})|-(?=[^\W\d_]{2}))", text)
    kept = [part for part in parts if part and fold(part) not in words("class", "word")]
    return "".join(kept).strip(" -.")
