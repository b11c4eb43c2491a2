"""What weekdays and months are called, in every language that we speak."""

from collections.abc import Iterator, Mapping
from functools import cache

from babel.dates import get_day_names, get_month_names

from dashboard.i18n.catalogues import LANGUAGES

WIDTHS = ("wide", "abbreviated", "short")


def weekday(number: int, language: str) -> str:
    """In short: «пн», «дүй.». Monday is 0."""
    return get_day_names("abbreviated", locale=language)[number]


@cache
def weekdays() -> Mapping[str, int]:
    """Every way to write a weekday, in small letters and without a full stop: «дүйшөмбү», «пн»."""
    return dict(_named(get_day_names, WIDTHS, ("format",)))


@cache
def months() -> Mapping[str, int]:
    """Every whole name of a month, in small letters: «октябрь», «октября», «қазан»."""
    return dict(_named(get_month_names, WIDTHS[:1], ("format", "stand-alone")))


def _named(
    names: object, widths: tuple[str, ...], contexts: tuple[str, ...]
) -> Iterator[tuple[str, int]]:
    for language in LANGUAGES:
        for width in widths:
            for context in contexts:
                for number, name in names(width, context, locale=language).items():
                    yield name.casefold().rstrip("."), number
