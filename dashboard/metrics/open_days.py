"""On which days a mentor's doors are open, as a register has it: «жума», «пн, ср», «12.10.2026».

Only what is understood as a whole is read: a wrong day is worse than none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from functools import cache

from dashboard.i18n.days import months, weekdays

HOURS = re.compile(r"(?<![\d.])\d{1,2}:\d{2}(?:\s*[-–—]\s*\d{1,2}:\d{2})?")
# What stands between days; a full stop between numbers belongs to a date.
BETWEEN = re.compile(r"[,;\n]|(?<!\d)/|/(?!\d)|\s(?:и|жана|және|мен|пен|and|&)\s")
# «каждый вторник», «ар бир жума күнү», «әр бейсенбі күні», «every Monday»
AROUND = frozenset(
    (
        *("каждый", "каждая", "каждую", "каждое", "по", "в", "во", "день", "дни", "г", "г."),
        *("ар", "бир", "күнү", "күндөрү", "күн", "сайын", "әр", "бір", "күні", "күндері"),
        *("ж", "ж.", "every", "each", "on"),
    )
)
ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
LOCAL = re.compile(r"(\d{1,2})[-./](\d{1,2})(?:[-./](\d{4}|\d{2}))?")
WRITTEN = re.compile(
    r"(?:(\d{4})[-\s]*(?:ж(?:ыл\w*)?\.?)?\s+)?(\d{1,2})[-\s.]+([^\W\d_]+)(?:\s+(\d{4}))?"
)
SPAN = re.compile(r"([^\W\d_]+)\.?\s*[-–—]\s*([^\W\d_]+)\.?")
LEAST = 5  # letters of a name that may have an ending of its own: «пятницам», «бейшембиде»
ENDING = 3
WEEK = 7
Dated = tuple[int | None, int, int]  # year (None: every year), month, day


@dataclass(frozen=True, slots=True)
class OpenDays:
    weekdays: frozenset[int] = frozenset()  # Monday is 0
    dates: tuple[Dated, ...] = ()

    def next(self, on: date, until: date) -> date | None:
        """The first of them from `on` on, not after `until`."""
        found = [*self._weekly(on), *self._dated(on)]
        return min((day for day in found if on <= day <= until), default=None)

    def _weekly(self, on: date) -> Iterator[date]:
        for weekday in self.weekdays:
            yield on + timedelta(days=(weekday - on.weekday()) % WEEK)

    def _dated(self, on: date) -> Iterator[date]:
        for year, month, day in self.dates:
            for each in (year,) if year else (on.year, on.year + 1):
                if found := _day(each, month, day):
                    yield found


@cache
def open_days(text: str) -> OpenDays | None:
    """None where not all of it is understood."""
    rest = HOURS.sub(" ", text.casefold())
    parts = [part for part in map(_bare, BETWEEN.split(rest)) if part]
    weekly: set[int] = set()
    dates: list[Dated] = []
    for part in reversed(parts):  # «5, 12 и 19 октября»: the month stands last
        days, dated = _weekdays(part), _date(part, dates)
        if not days and dated is None:
            return None
        weekly |= days
        dates += [dated] if dated else []
    return OpenDays(frozenset(weekly), tuple(reversed(dates))) if parts else None


def _bare(part: str) -> str:
    return " ".join(word for word in part.split() if word not in AROUND).strip(" .()")


def _weekdays(part: str) -> frozenset[int]:
    """One, or from one to another: «пн–пт»."""
    alone = _weekday(part)
    if alone is not None:
        return frozenset({alone})
    span = SPAN.fullmatch(part)
    ends = [_weekday(name) for name in span.groups()] if span else []
    if not ends or None in ends:
        return frozenset()
    first, last = ends
    return frozenset((first + step) % WEEK for step in range((last - first) % WEEK + 1))


def _weekday(word: str) -> int | None:
    return _known(word.rstrip("."), weekdays())


def _known(word: str, names: dict[str, int]) -> int | None:
    """By the name, or by its stem with an ending."""
    if word in names:
        return names[word]
    stems = {
        number
        for name, number in names.items()
        if len(name) >= LEAST and word.startswith(name[:-1]) and len(word) <= len(name) + ENDING
    }
    return stems.pop() if len(stems) == 1 else None


def _date(part: str, later: list[Dated]) -> Dated | None:
    """A bare day is of the month that is named after it."""
    if part.isdecimal() and later:
        return _checked(later[-1][0], later[-1][1], int(part))
    if found := ISO.fullmatch(part):
        return _checked(*map(int, found.groups()))
    if found := LOCAL.fullmatch(part):
        day, month, year = found.groups()
        return _checked(_year(year), int(month), int(day))
    found = WRITTEN.fullmatch(part)
    month = _known(found[3], months()) if found else None
    return _checked(_year(found[1] or found[4]), month, int(found[2])) if month else None


def _year(text: str | None) -> int | None:
    return None if text is None else int(text) + (2000 if len(text) == 2 else 0)


def _checked(year: int | None, month: int, day: int) -> Dated | None:
    """29 February is a day, though not of every year."""
    return (year, month, day) if _day(year or 2000, month, day) else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(min(year, MAXYEAR), month, day)
    except ValueError:
        return None
