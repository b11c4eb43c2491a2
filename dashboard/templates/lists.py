"""What the drop-downs offer: what the district's registers hold, years, closed lists in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from dashboard.filters import PERIODS
from dashboard.i18n import has, order, t
from dashboard.importer.register import Entry, register
from dashboard.metrics.registers import Subject, schools, subjects
from dashboard.spec.core import Column, CoreTable, tables
from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.reference import shipped

BACK, AHEAD = 4, 1  # school years offered before and after the one that runs
SEPTEMBER = 9
# Columns that hold codes of another table. Where they are that table's own, they are new.
REGISTERS = {
    "course_id": "courses",
    "mentor_id": "mentors",
    "association_id": "associations",
    "successor_id": "schools",
}


@dataclass(frozen=True, slots=True)
class Lists:
    """Names by code, in the order of the language; a name that two bear gives way to the code.

    `codes` are those of the registers that name nobody, by register.
    """

    schools: Mapping[str, str]
    subjects: Mapping[str, str]
    years: tuple[str, ...]
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def lists(snapshot: Snapshot | None, language: str, today: date) -> Lists:
    """Without a snapshot no school is known, and the subjects are those that ship with Tirek."""
    there = schools(snapshot) if snapshot else {}
    taught = subjects(snapshot) if snapshot else _shipped()
    return Lists(
        _readable({code: school.name for code, school in there.items()}, language, numbered=True),
        _readable({code: one.name(language) for code, one in taught.items()}, language),
        _years(today),
        _codes(snapshot) | {"schools": tuple(there)} if snapshot else {},
    )


def offered(table: CoreTable, column: Column, language: str, known: Lists) -> tuple[str, ...]:
    """The values of a drop-down; () where a column takes more than a list can hold."""
    if column.choices:
        return tuple(said(table, column, code, language) for code in column.choices)
    if column.type in ("school", "subject"):
        names = known.schools if column.type == "school" else known.subjects
        return tuple(dict.fromkeys((*names.values(), *names)))
    if held := register_of(table, column):
        return known.codes.get(held, ())
    if column.type == "flag":
        return tuple(t(f"template.flag.{answer}", language) for answer in ("yes", "no"))
    if column.type == "period":
        return tuple(t(f"period.{period}", language) for period in PERIODS)
    if column.name == "table":
        return tuple(name for name, one in tables().items() if one.kind == "facts")
    return known.years if column.type == "year" else ()


def register_of(table: CoreTable, column: Column) -> str:
    """The table whose codes stand in the column; "" for any other column."""
    held = "teachers" if column.type == "teacher" else REGISTERS.get(column.name, "")
    return "" if held == table.name and column.name in table.key else held


def said(table: CoreTable, column: Column, code: str, language: str) -> str:
    """A choice as one row says it: of one child «girl», where a page says «girls»."""
    own = f"template.choice.{table.name}.{column.name}.{code}"
    return t(own if has(own, language) else f"choice.{code}", language)


def _readable(names: Mapping[str, str], language: str, numbered: bool = False) -> dict[str, str]:
    """Only a name by which an import would find the very same code."""
    known = register((Entry(code, (name,)) for code, name in names.items()), numbered=numbered)
    found = {code: name if known.code(name) == code else code for code, name in names.items()}
    return dict(sorted(found.items(), key=lambda item: order(item[1], language)))


def _codes(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    rows = sql.run("options/codes", {}, snapshot.engine)
    parts = groupby(rows, key=lambda row: row[0])
    return {held: tuple(code for _, code in part) for held, part in parts}


def _shipped() -> dict[str, Subject]:
    return {
        row["subject_id"]: Subject(
            row["subject_id"],
            {code: row[f"name_{code}"] for code in ("en", "ky", "kk", "ru")},
            row["area"],
        )
        for row in shipped("subjects")
    }


def _years(today: date) -> tuple[str, ...]:
    """The latest first. A school year begins in September."""
    running = today.year - (today.month < SEPTEMBER)
    return tuple(f"{y}-{y + 1}" for y in range(running + AHEAD, running - BACK - 1, -1))
