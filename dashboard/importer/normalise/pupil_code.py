"""Codes of pupils. No name of a child reaches a snapshot: refused, or made a code."""

import hmac
import re
from base64 import b32encode
from dataclasses import dataclass, field

from dashboard.importer.normalise.text import plain, skeleton
from dashboard.spec.sheet import Cell

WORD = re.compile(r"[^\W\d_]{2,}")
LENGTH = 10  # letters of a code that is made: no two children of a district share it by chance


@dataclass(frozen=True, slots=True)
class Named:
    """A pupil told by name, on the way to a code. It shows its name to nobody."""

    text: str = field(repr=False)


def pupil_code(cell: Cell) -> str:
    text = plain(cell)
    if len(WORD.findall(text)) > 1 and not any(letter.isdigit() for letter in text):
        raise ValueError("pupil_named")
    return text


def keyed_code(key: bytes, named: Named, *told: object) -> str:
    """The same child of the same school and class has the same code, however it is spelled.

    Without the key nobody can try names until one fits.
    """
    parts = sorted(skeleton(part).replace("ё", "е") for part in named.text.split())
    text = "|".join([*("" if one is None else str(one) for one in told), *parts])
    made = hmac.digest(key, text.encode("utf-8"), "sha256")
    return b32encode(made).decode("ascii")[:LENGTH]
