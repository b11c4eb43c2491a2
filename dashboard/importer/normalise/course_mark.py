"""A teacher's cell under a course: «+», a day, hours, the number of a certificate."""

import re
from datetime import date
from typing import NamedTuple

from dashboard.importer.normalise.empty import is_empty
from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.normalise.told_day import told_day
from dashboard.importer.normalise.words import stems, words
from dashboard.spec.sheet import Cell

NUMBER = re.compile(r"(?i)(?:№|no\.?|n)?(?=\D*[0-9])[\w/.№-]+")
SERIES = re.compile(r"[^\W\d_a-zа-яёәіңғүұқөһ]{1,3}")
HOURS = re.compile(r"([0-9]{1,3})(?:[.,][0-9])?-?([^\W\d_]*)")


class Mark(NamedTuple):
    """The course is finished: some day from `first` to `last`, both None where nothing tells."""

    first: date | None = None
    last: date | None = None
    certificate: str | None = None


def course_mark(cell: Cell) -> Mark | None:
    """None: not finished. Raises ValueError for what means neither, as a person's name would.

    Of two certificates in one cell the later counts.
    """
    parts = re.split(r"[;\n]+", cell) if isinstance(cell, str) else [cell]
    marks = [mark for part in parts if (mark := _one(part)) is not None]
    return max(marks, key=lambda mark: mark.last or date.min, default=None)


def _one(cell: Cell) -> Mark | None:
    text = plain(cell).removesuffix(".0") if isinstance(cell, float) else plain(cell)
    if cell is False or is_empty(cell) or fold(text) in words("completion", "no"):
        return None
    if cell is True or text in ("+", "√", "✓", "✔", "☑") or fold(text) in _yes():
        return Mark()
    told = told_day(cell if isinstance(cell, date) else text)
    certificate = _certificate(told.rest if told else text)
    return Mark(told and told.first, told and told.last, certificate)


def _certificate(text: str) -> str | None:
    """What is neither hours nor a word about certificates must be a number."""
    number: list[str] = []
    numbered = False
    for token in filter(fold, (part.strip(".\"'«»") for part in re.split(r"[\s,:()]+", text))):
        if fold(token) in words("completion", "number"):
            numbered = True
        elif (not numbered and _is_hours(token)) or fold(token) in _fillers():
            continue
        elif NUMBER.fullmatch(token) or SERIES.fullmatch(token):
            number.append(token.lstrip("№"))
        else:
            raise ValueError("bad_completion")
    if number and not any(map(str.isdigit, "".join(number))):
        raise ValueError("bad_completion")
    return " ".join(number) or None


def _is_hours(token: str) -> bool:
    """«72», «72ч», «72-часовой»; and the word alone, behind its number."""
    match = HOURS.fullmatch(token)
    if match is None:
        return _is_unit(fold(token))
    return not match[1].startswith("0") and (not match[2] or _is_unit(fold(match[2])))


def _is_unit(word: str) -> bool:
    """The short ones as they stand: «ч» begins many words."""
    long = tuple(stem for stem in stems("completion", "hours") if len(stem) > 2)
    return word in words("completion", "hours") or word.startswith(long)


def _fillers() -> frozenset[str]:
    return _yes() | words("completion", "filler")


def _yes() -> frozenset[str]:
    return words("flag", "yes") | words("completion", "yes")
