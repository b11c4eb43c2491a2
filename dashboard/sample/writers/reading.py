"""Reading diagnostics: a text per school and year, in the three languages by turns."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from dashboard.sample.content import card
from dashboard.sample.district import School
from dashboard.sample.export import Cell, File
from dashboard.sample.grouping import grouped
from dashboard.sample.reading import SECONDS, Reading
from dashboard.sample.terms import title
from dashboard.sample.wording import school_words, year_words
from dashboard.sample.writers.delimited import delimited
from dashboard.sample.writers.headed import headed

# Separator, encoding and language.
TEXTS = ((",", "utf-8", "en"), ("\t", "utf-16", "ky"), (";", "utf-8-sig", "ru"))
IN_WORDS = ("round", "language", "gender", "status", "manner")


def write(school: School, readings: list[Reading]) -> Iterator[File]:
    separator, encoding, language = TEXTS[school.number % len(TEXTS)]
    for first_year, of_year in grouped(readings, lambda each: each.first_year):
        rows = headed("reading", language, _rows(of_year, school, language))
        path = f"{title(first_year)}/{school.code}/reading.csv"
        yield File(path, delimited(rows, separator, encoding))


def _rows(readings: Iterable[Reading], school: School, language: str) -> Iterator[dict[str, Cell]]:
    return (_row(each, school, language) for each in readings)


def _row(of: Reading, school: School, language: str) -> dict[str, Cell]:
    return {
        **asdict(of),
        **{name: _word(name, getattr(of, name), language) for name in IN_WORDS},
        "school": school_words(school),
        "year": year_words(of.first_year),
        "date": of.date if language == "en" else ".".join(reversed(of.date.split("-"))),
        "seconds": None if of.words is None else SECONDS,
    }


def _word(name: str, key: str | None, language: str) -> str | None:
    """In English the contract's own keys."""
    return key if key is None or language == "en" else card("words")[name][language][key]
