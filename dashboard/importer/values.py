"""How the cells of a column are read: one function a type, ValueError(check) for bad ones."""

from collections.abc import Callable
from datetime import date, datetime

from dashboard.importer.normalise.choice import Spellings, choice, spellings
from dashboard.importer.normalise.day import day
from dashboard.importer.normalise.empty import is_empty
from dashboard.importer.normalise.flag import flag
from dashboard.importer.normalise.group import group
from dashboard.importer.normalise.number import count, degree, number, printed
from dashboard.importer.normalise.period import period
from dashboard.importer.normalise.pupil_code import pupil_code
from dashboard.importer.normalise.round import reading_round
from dashboard.importer.normalise.school_class import letter, school_class
from dashboard.importer.normalise.teacher_code import teacher_code
from dashboard.importer.normalise.text import plain
from dashboard.importer.normalise.year import year
from dashboard.spec.core import Column
from dashboard.spec.sheet import Cell

Read = Callable[[Cell], object]
# What the contract writes behind the name of a column.
RANGES = {"expressiveness": (0, 2), "handwriting": (2, 5), "lat": (-90, 90)}
FOUNDED = frozenset(("opened", "closed"))
NUMBERS = frozenset(("count", "number", "printed", "degree"))


def reader(column: Column, heading: str) -> Read:
    """The heading helps where a cell alone says too little: «Четверть» over a bare 1."""
    if column.type == "choice":
        known = spellings(column)
        return lambda cell: choice(cell, known)
    if column.type == "round":
        known = spellings(column)
        return lambda cell: _round(cell, known)
    if column.name == "pupil_code":
        return pupil_code
    if column.name in RANGES:
        return _ranged(column)
    if column.name in FOUNDED:
        return _founded
    if column.type == "period":
        return lambda cell: period(cell, heading)
    if column.name == "group":
        return _group
    return READERS.get(column.type, text)


def empty(column: Column, cell: Cell) -> bool:
    return is_empty(cell, flag=column.type in ("flag", "choice"))


def text(cell: Cell) -> str:
    if isinstance(cell, datetime | date):
        return day(cell).isoformat()
    return plain(cell)


def listed(cell: Cell) -> str:
    """Values separated by ";"; a person also writes a comma or a new line."""
    parts = (part.strip() for part in text(cell).split(";"))
    return ";".join(part for part in parts if part)


def _round(cell: Cell, known: Spellings) -> str:
    try:
        return choice(cell, known)
    except ValueError:
        return reading_round(cell)


def _ranged(column: Column) -> Read:
    first, last = RANGES[column.name]
    read = READERS[column.type]

    def ranged(cell: Cell) -> object:
        value = read(cell)
        if not first <= value <= last:
            raise ValueError("bad_number")
        return value

    return ranged


def _founded(cell: Cell) -> date:
    """Of a school often the year alone is known: its first day."""
    written = plain(cell).removesuffix(".0")
    return day(f"{written}-01-01" if len(written) == 4 and written.isdecimal() else cell)


def _group(cell: Cell) -> str:
    return group(text(cell))


READERS: dict[str, Read] = {
    "year": year,
    "round": reading_round,
    "grade": school_class,
    "class": school_class,
    "letter": letter,
    "list": listed,
    "count": count,
    "number": number,
    "degree": degree,
    "printed": printed,
    "date": day,
    "flag": flag,
    "code": teacher_code,
}
