"""Codes of pupils. No name of a child reaches a snapshot: refused, or made a code."""

import hmac
import re
from base64 import b32encode
from dataclasses import dataclass, field

from dashboard.importer.normalise.text import plain, skeleton
from dashboard.spec.sheet import Cell

WORD = re.compile(r"[^\W\d_]{2,}")
BETWEEN = re.compile(r"[\s,.;]+")
LENGTH = 10  # letters of a code that is made: no two children of a district share it by chance


@dataclass(frozen=True, slots=True)
class Named:
    """A pupil told by name, on the way to a code. It shows its name to nobody."""

    text: str = field(repr=False)
    mark: str = ""  # what tells a child from a namesake of the same class

    @property
    def parts(self) -> tuple[str, ...]:
        """The same for «Асанов А.Б.», «АСАНОВ, А. Б.»: their order and points say nothing."""
        told = (skeleton(part).replace("ё", "е") for part in BETWEEN.split(self.text))
        return tuple(sorted(filter(None, told)))


def pupil_code(cell: Cell) -> str:
    text = plain(cell)
    if len(WORD.findall(text)) > 1 and not any(letter.isdigit() for letter in text):
        raise ValueError("pupil_named")
    return text


def keyed_code(key: bytes, named: Named, *told: object) -> str:
    """The same child of the same school and class has the same code, however it is spelled.

    Without the key nobody can try names until one fits.
    """
    about = ["" if one is None else str(one) for one in told]
    text = "|".join([*about, *named.parts, *([f"#{named.mark}"] if named.mark else [])])
    made = hmac.digest(key, text.encode("utf-8"), "sha256")
    return b32encode(made).decode("ascii")[:LENGTH]
