"""How a language writes numbers, shares and dates, and how it orders names: by Babel's data."""

import re
from datetime import date, datetime
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import NumberPattern, format_decimal, parse_pattern

# Babel has no collation. Letters that are not named here keep their place by code point.
ALPHABETS = {
    "ky": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ru": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
    "en": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
}


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)


@lru_cache(maxsize=65536)
def percent(share: float, language: str, decimals: int = 1) -> str:
    """0.482 → «48,2 %», with the spaces and the comma of the language."""
    locale = _locale(language)
    return _pattern(locale.percent_formats[None].pattern, decimals).apply(share, locale)


@lru_cache(maxsize=65536)
def number(value: float, language: str, decimals: int = 1) -> str:
    """A number with just that many decimals."""
    locale = _locale(language)
    return _pattern(locale.decimal_formats[None].pattern, decimals).apply(value, locale)


@cache
def _pattern(pattern: str, decimals: int) -> NumberPattern:
    """The language's own pattern («#,##0 %») with a fixed number of decimals in it."""
    places = "." + "0" * decimals if decimals else ""
    return parse_pattern(re.sub(r"0(\.#+)?(?!.*0)", f"0{places}", pattern, count=1))


@lru_cache(maxsize=65536)
def integer(value: int, language: str) -> str:
    return format_decimal(value, locale=_locale(language))


def day(value: date, language: str) -> str:
    """A date in words of middle length: «18-ноя. 2026-ж.»."""
    return format_date(value, format="medium", locale=_locale(language))


def order(text: str, language: str) -> tuple:
    """A key to sort by: letters in the order of the alphabet, numbers by their size."""
    parts = re.split(r"(\d+)", text.casefold())
    return tuple(
        (0, int(part), ()) if part.isdecimal() else (1, 0, _places(part, language))
        for part in parts
        if part
    )


def _places(text: str, language: str) -> tuple[tuple[int, int], ...]:
    alphabet = _alphabet(language)
    return tuple((1, alphabet[c]) if c in alphabet else (0 if c < "а" else 2, ord(c)) for c in text)


@cache
def _alphabet(language: str) -> dict[str, int]:
    return {letter: place for place, letter in enumerate(ALPHABETS.get(language, ALPHABETS["ru"]))}


def moment(iso: str, language: str) -> str:
    """The day of an ISO time, in words."""
    return day(datetime.fromisoformat(iso).date(), language)


def clock(iso: str, language: str) -> str:
    """The day and the minute of an ISO time, where this computer stands."""
    here = datetime.fromisoformat(iso).astimezone()
    return f"{day(here.date(), language)} {format_time(here, 'HH:mm', locale=_locale(language))}"
