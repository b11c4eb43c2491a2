"""Does a heading name a day of a course: «12.10», «12.10.2026», «1-күн», «день 1»?"""

import re
from functools import lru_cache

from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.normalise.told_day import told_or_none
from dashboard.importer.normalise.words import words

# «12.1» may be the number that a spreadsheet made of 12.10, so both digits of a month are needed.
SHORT = re.compile(r"([0-9]{1,2})\.([0-9]{2})\.?(?![0-9.])(.*)")


@lru_cache(maxsize=4096)
def is_day(text: str) -> bool:
    if month_and_day(text):
        return True
    told = told_or_none(text)
    if told is not None:
        return told.first == told.last and _is_weekday(told.rest)
    tokens = re.findall(r"[0-9]+|[^\W\d_]+", fold(text))
    said = [token for token in tokens if not token.isdecimal()]
    return len(tokens) == len(said) + 1 and bool(said) and set(said) <= words("presence", "day")


def month_and_day(text: str) -> tuple[int, int] | None:
    match = SHORT.fullmatch(plain(text))
    if match is None or not _is_weekday(match[3]):
        return None
    if not 1 <= int(match[2]) <= 12 or not 1 <= int(match[1]) <= 31:
        return None
    return int(match[2]), int(match[1])


def _is_weekday(text: str) -> bool:
    """«пн», «г.» or nothing: another word may name a course."""
    return set(fold(text).split()) <= words("presence", "weekday") | words("presence", "day")
