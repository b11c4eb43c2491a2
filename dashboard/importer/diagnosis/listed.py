"""The rows of a class sheet that are pupils, and what each says whatever the round."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from dashboard.importer.diagnosis import cells
from dashboard.importer.diagnosis.columns import Test
from dashboard.importer.labels import labels
from dashboard.importer.normalise.choice import choice, spellings
from dashboard.importer.normalise.day import day
from dashboard.importer.normalise.empty import is_empty
from dashboard.importer.normalise.pupil_code import Named, pupil_code
from dashboard.importer.normalise.round import reading_round
from dashboard.importer.normalise.school_class import school_class
from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.recognise import Table
from dashboard.importer.subtotal import summed_grades
from dashboard.spec import core
from dashboard.spec.problem import Problem
from dashboard.spec.sheet import Cell

# Of the pupil, not of a round that stands in the columns.
OWN = ("pupil_code", "school_id", "class", "gender", "language", "round", "date")
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Pupil:
    number: int
    values: Mapping[str, object]
    cells: tuple[Cell, ...]
    told: Mapping[str, str]  # what stands beside the name and is not kept

    def beside(self, name: str) -> str:
        return self.told.get(name, "")


def listed(
    table: Table, tests: Sequence[Test], told: Mapping[str, object]
) -> Iterator[Pupil | Problem]:
    """A line «2Б класс» among them begins another class; a text more may leave the name empty."""
    columns, called = table.heading.columns, ""
    counted = "number" in columns and any(_has_place(table, number) for number in table.body)
    for number in table.body:
        begun = _begins_class(table, number)
        if begun:
            told, called = {**told, **begun}, ""
            continue
        own, measured = _called(table, number), _is_measured(table, number, tests)
        kind = _kind(table, number, own, measured, counted)
        if kind == "more" and called:
            yield _pupil(table, number, told, called)
        elif kind in ("more", "nobody"):
            yield _uncounted(table, number, "pupil_not_named", "error")
        elif kind == "unclear":
            yield _uncounted(table, number, "row_not_counted", "warning")
        elif kind == "pupil":
            called = own
            yield _pupil(table, number, told, own)


def _kind(table: Table, number: int, called: str, measured: bool, counted: bool) -> str:
    """What a row is: `more` is one text more of the pupil above, `none` says nothing of pupils."""
    place = _has_place(table, number)
    if not called:
        more = measured and bool(_beside(table, number, "text"))
        return "more" if more else "nobody" if measured and place else "none"
    if not any(map(str.isalpha, called)) and "pupil_code" not in table.heading.columns:
        return "none"  # «1 2 3 4» under the headings
    if fold(called) in map(fold, table.heading.texts.values()):
        return "none"
    first = (fold(called).split() or [""])[0]
    if summed_grades(called) or first in cells.told("sums"):
        return "pupil" if place else "none"
    if measured and counted and not place and _beside(table, number, "text") == "":
        return "unclear"
    return "pupil" if measured or place else "none"


def _is_measured(table: Table, number: int, tests: Sequence[Test]) -> bool:
    row = table.sheet.rows[number]
    return any(plain(row[at]) for test in tests for at in test.columns.values())


def _begins_class(table: Table, number: int) -> dict[str, object]:
    """A line that says nothing but a class, the same in all the cells that it is merged over."""
    texts = {text for cell in table.sheet.rows[number] if (text := plain(cell))}
    if len(texts) != 1:
        return {}
    (text,) = texts
    label = labels((text,), ()).get("class")
    with suppress(ValueError):
        grade, letter, _ = school_class(label.text if label else text)
        return {"grade": grade, "letter": letter} if letter or label else {}
    return {}


def _has_place(table: Table, number: int) -> bool:
    return any(map(str.isdigit, _beside(table, number, "number")))


def _beside(table: Table, number: int, name: str) -> str:
    at = table.heading.columns.get(name)
    return "" if at is None else plain(table.sheet.rows[number][at])


def _called(table: Table, number: int) -> str:
    texts = (_beside(table, number, name) for name in ("pupil_code", "name"))
    return next(filter(None, texts), "")


def _pupil(table: Table, number: int, told: Mapping[str, object], called: str) -> Pupil | Problem:
    """What is told above holds where the row says nothing."""
    row = table.sheet.rows[number]
    values = dict(told)
    for name in (name for name in OWN if name in table.heading.columns):
        cell = row[table.heading.columns[name]]
        if not is_empty(cell):
            try:
                values |= _own(name, cell)
            except ValueError as error:
                return bad_cell(table, number, str(error), (name, cell))
    if "pupil_code" not in values:
        values["pupil_code"] = Named(called)
    return Pupil(number, values, row, _told_beside(table, number, values))


def _told_beside(table: Table, number: int, values: Mapping[str, object]) -> dict[str, str]:
    """A day of birth and its year alone, since another sheet may tell no more."""
    told = {name: _beside(table, number, name) for name in ("number", "birth", "text")}
    with suppress(ValueError):
        told["birth"] = day(told["birth"]).isoformat()
    year = YEAR.search(told["birth"])
    gender = values.get("gender") or ""
    return told | {"gender": str(gender), "birth_year": year.group() if year else ""}


def _own(name: str, cell: Cell) -> dict[str, object]:
    if name == "class":
        return dict(zip(("grade", "letter"), school_class(cell)[:2]))
    if name == "gender":
        return {name: choice(cell, spellings(core.tables()["reading"].columns[name]))}
    how = {"pupil_code": pupil_code, "language": cells.language, "date": day}
    how |= {"round": reading_round, "school_id": plain}
    return {name: how[name](cell)}


def _uncounted(table: Table, number: int, check: str, severity: str) -> Problem:
    """Of the row its number alone is said: a name may stand in it."""
    about = {"where": number + 1}
    return Problem(check, severity, table.sheet.name or None, number + 1, None, None, about)


def bad_cell(
    table: Table, number: int, check: str, told: tuple[str, Cell], heading: str | None = None
) -> Problem:
    """A name that stands where a code belongs is told to nobody."""
    name, cell = told
    text = "" if name == "pupil_code" else plain(cell)
    heading = heading or table.heading.texts.get(name, name)
    about = {"column": heading, "value": text}
    if check == "bad_choice":
        about["choices"] = ", ".join(core.tables()["reading"].columns[name].choices)
    return Problem(check, "error", table.sheet.name or None, number + 1, heading, text, about)
