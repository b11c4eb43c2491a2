"""Cells of a class sheet of reading. ValueError(check) for what cannot be read."""

import re
import tomllib
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dashboard.importer.diagnosis.clock import seconds
from dashboard.importer.normalise.choice import Spellings, choice, spellings
from dashboard.importer.normalise.number import count, number
from dashboard.importer.normalise.text import fold, plain, skeleton
from dashboard.importer.values import reader
from dashboard.spec import core
from dashboard.spec.sheet import Cell

PATH = Path(__file__).with_name("words.toml")
OF = re.compile(r"([0-9]{1,2})\s*(?:/|из|of|-)\s*([0-9]{1,2})", re.IGNORECASE)
NEARLY = 0.05  # of a question: a share printed without decimals


class Understood(NamedTuple):
    asked: int | None = None
    right: int | None = None


def words_read(cell: Cell) -> tuple[str, int | None]:
    """Status and words. An empty cell is a child who was not tested; 0 read nothing."""
    text = plain(cell)
    if not text or text in ("-", "–", "—") or fold(text) in told("absent"):
        return "absent", None
    if fold(text) in told("refused"):
        return "refused", None
    return "tested", count(cell)


def understood(cell: Cell, asked: int | None) -> Understood:
    """«4/5», «4 из 5»; «80 %» and 4 alone where it is known how many were asked."""
    if isinstance(cell, date):  # what a spreadsheet makes of 4/5
        return Understood(max(cell.day, cell.month), min(cell.day, cell.month))
    text = plain(cell)
    pair = OF.fullmatch(text)
    if pair:
        return Understood(int(pair.group(2)), int(pair.group(1)))
    share = _share(cell, text)
    if asked is None:
        raise ValueError("bad_comprehension")
    if share is None:
        return Understood(asked, count(cell))
    right = share * asked
    if abs(right - round(right)) > NEARLY or share > 1:
        raise ValueError("bad_comprehension")
    return Understood(asked, round(right))


def _share(cell: Cell, text: str) -> float | None:
    if text.endswith("%"):
        return number(text) / 100
    return cell if isinstance(cell, float) and 0 < cell < 1 else None


def measure(name: str, heading: str) -> Callable[[Cell], object]:
    """How the canonical column is read, with what class sheets write beside it."""
    if name == "seconds":
        return lambda cell: seconds(cell, heading)
    column = core.tables()["reading"].columns[name]
    if name == "manner":
        return lambda cell: choice(cell, _manners())
    return reader(column, heading)


@cache
def _manners() -> Spellings:
    own = ((skeleton(word), key) for key, words in _all()["manner"].items() for word in words)
    return (*spellings(core.tables()["reading"].columns["manner"]), *own)


def language(cell: Cell) -> str:
    return choice(cell, spellings(core.tables()["reading"].columns["language"]))


@cache
def told(name: str) -> frozenset[str]:
    return frozenset(map(fold, _all()[name]))


@cache
def _all() -> dict:
    return tomllib.loads(PATH.read_text(encoding="utf-8"))
