"""Days inside a text: «на 01.11.2026», «ИКТ, 2024», «№ 123 от 12.04.2024»."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from dashboard.importer.normalise.day import day
from dashboard.importer.normalise.text import plain, squash
from dashboard.importer.normalise.words import keys
from dashboard.importer.normalise.year import SPAN
from dashboard.spec.sheet import Cell

ISO = re.compile(r"(?<![\w./-])([0-9]{4})([-./])([0-9]{1,2})\2([0-9]{1,2})(?![\w-])")
LOCAL = re.compile(r"(?<![\w./])([0-9]{1,2})([./])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![0-9])")
DASHED = re.compile(r"(?<![\w-])([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})(?![\w-])")
OF_A_MONTH = re.compile(r"(?<![\w./-])(0?[1-9]|1[0-2])[./]((?:19|20)[0-9]{2})(?![\w./-])")
YEARS = re.compile(rf"(?<![\w./№-])(?<!№ ){SPAN.pattern}")
YEAR = re.compile(
    r"(?<![\w./№-])(?<!№ )((?:19|20)[0-9]{2})"
    r"(?:[\s-]*(?:г|гг|год\w*|ж|жыл\w*|year)\b\.?)?(?!\w|[/-]\w|\.[0-9])",
    re.IGNORECASE,
)
LEAST = 4  # digits of a year


class ToldDay(NamedTuple):
    """From `first` to `last`: one day, or as much as a month or a year leaves open.

    `before` and `after` are the words around it.
    """

    first: date
    last: date
    before: str
    after: str

    @property
    def rest(self) -> str:
        return squash(f"{self.before} {self.after}")


@lru_cache(maxsize=4096, typed=True)
def told_day(cell: Cell) -> ToldDay | None:
    """Of several days the last one. Raises ValueError for a day that there is not."""
    text = plain(cell)
    if sum(map(str.isdigit, text)) < LEAST:
        return None
    for pattern, read in _shapes():
        found = [match for match in pattern.finditer(text) if read(match)]
        if found:
            first, last = max((read(match) for match in found), key=lambda span: span[1])
            after = pattern.sub(" ", text[found[0].end() :])
            return ToldDay(first, last, squash(text[: found[0].start()]), squash(after))
    return None


def told_or_none(text: str) -> ToldDay | None:
    """Of a heading or a label: a day that there is not tells nothing."""
    try:
        return told_day(text)
    except ValueError:
        return None


@cache
def _shapes() -> tuple[tuple[re.Pattern, Callable], ...]:
    """The exact ones first: a year alone counts where nothing closer is said."""
    month = "|".join(stem for number in range(1, 13) for stem in keys("month", str(number)))
    russian = re.compile(rf"(?<!\w)([0-9]{{1,2}})\W{{0,3}}({month})\w*\W{{1,3}}([0-9]{{4}})", re.I)
    turkic = re.compile(
        rf"(?<!\w)([0-9]{{4}})[\s-]*ж\w*\.?\W+([0-9]{{1,2}})[\s-]*({month})\w*", re.I
    )
    return (
        (ISO, lambda match: _one(match[1], match[3], match[4])),
        (LOCAL, lambda match: _one(match[4], match[3], match[1])),
        (DASHED, lambda match: _one(match[3], match[2], match[1])),
        (russian, lambda match: _one(match[3], _month(match[2]), match[1])),
        (turkic, lambda match: _one(match[1], _month(match[3]), match[2])),
        (OF_A_MONTH, lambda match: _in_month(int(match[2]), int(match[1]))),
        (YEARS, _school_year),
        (YEAR, lambda match: (date(int(match[1]), 1, 1), date(int(match[1]), 12, 31))),
    )


def end_of_year(year: str) -> date:
    """«2025-2026» or its first year alone → 31 August 2026."""
    return date(int(year[:4]) + 1, 8, 31)


def _school_year(match: re.Match) -> tuple[date, date] | None:
    following = int(match[1]) + 1
    if int(match[2]) not in (following, following % 100):
        return None
    return date(following - 1, 9, 1), end_of_year(match[1])


def _one(year: str, month: object, number: str) -> tuple[date, date]:
    found = day(f"{'20' if len(year) == 2 else ''}{year}-{month}-{number}")
    return found, found


def _in_month(year: int, month: int) -> tuple[date, date]:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)


def _month(text: str) -> int:
    wanted = text.casefold()
    numbers = range(1, 13)
    return next(n for n in numbers if wanted.startswith(tuple(keys("month", str(n)))))
