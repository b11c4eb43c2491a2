"""One column of a template: its heading, what may stand in it, an example."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from dashboard.i18n import has, t
from dashboard.importer.values import FOUNDED, RANGES
from dashboard.spec.core import Column, CoreTable
from dashboard.templates.lists import Lists, offered, register_of, said

PATH = Path(__file__).with_name("examples.toml")
LONG = ("school", "subject", "year")  # told by their kind: the lists themselves are too long
DEGREES = (-180, 180)
Value = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Entry:
    heading: str
    kind: str
    required: bool
    offered: tuple[str, ...]  # the drop-down; empty: none
    limits: tuple[int, int] | None  # of a number that cannot be larger or smaller
    year_will_do: bool  # of a date of which often the year alone is known
    about: str
    example: Value


def entries(table: CoreTable, language: str, known: Lists) -> tuple[Entry, ...]:
    """In the order of the table's columns."""
    return tuple(_entry(table, column, language, known) for column in table.columns.values())


def _entry(table: CoreTable, column: Column, language: str, known: Lists) -> Entry:
    choices = offered(table, column, language, known)
    headings = column.headings.get(language) or column.headings["en"]
    return Entry(
        heading=headings[0],
        kind=column.type,
        required=column.required,
        offered=choices,
        limits=_limits(column),
        year_will_do=column.name in FOUNDED,
        about=_about(table, column, language, choices),
        example=_example(table, column, language, known),
    )


def _limits(column: Column) -> tuple[int, int] | None:
    return RANGES.get(column.name, DEGREES if column.type == "degree" else None)


def _about(table: CoreTable, column: Column, language: str, choices: tuple[str, ...]) -> str:
    """What may stand in a cell, by the kind of column, and what is to be known beside that."""
    note = f"template.note.{table.name}.{column.name}"
    kind = _kind(column, () if register_of(table, column) else choices, language)
    return f"{kind}; {t(note, language)}" if has(note, language) else kind


def _kind(column: Column, choices: tuple[str, ...], language: str) -> str:
    if choices and column.type not in LONG:
        return t("template.type.one_of", language, choices=", ".join(choices))
    if column.type == "count" and (limits := _limits(column)):
        low, high = limits
        return t("template.type.range", language, low=low, high=high)
    return t(f"template.type.{column.type}", language)


def _example(table: CoreTable, column: Column, language: str, known: Lists) -> Value:
    """Words from the catalogue, everything else from examples.toml."""
    words = f"template.example.{table.name}.{column.name}"
    if has(words, language):
        return t(words, language)
    given = _examples().get(table.name, {}).get(column.name, _common(column))
    return given if given is None else _in_words(table, column, given, (language, known))


def _in_words(table: CoreTable, column: Column, given: Value, told: tuple[str, Lists]) -> Value:
    """As a person of that language fills it in: a name for a code, «yes» for true."""
    language, known = told
    if column.choices:
        return said(table, column, given, language)
    if column.type == "flag":
        return t(f"template.flag.{'yes' if given else 'no'}", language)
    if column.type == "period":
        return t(f"period.{given}", language)
    if column.type == "subject":
        return known.subjects.get(given, given)
    if column.type == "school":
        return next(iter(known.schools.values()), given)
    return given


def _common(column: Column) -> Value:
    """The same in every table: by the name of the column, else by its type."""
    common = _examples()["common"]
    return common.get(column.name, common.get(column.type))


@cache
def _examples() -> dict[str, dict[str, Value]]:
    return tomllib.loads(PATH.read_text(encoding="utf-8"))
