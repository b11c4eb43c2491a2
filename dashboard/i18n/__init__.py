"""Words and shapes of numbers, dates and order, one folder of gettext catalogues a language."""

from dashboard.i18n.catalogues import LANGUAGES, has, known, plural, t
from dashboard.i18n.shapes import clock, day, integer, moment, number, order, percent

__all__ = [
    "LANGUAGES",
    "clock",
    "day",
    "has",
    "integer",
    "known",
    "moment",
    "number",
    "order",
    "percent",
    "plural",
    "t",
]
