"""The sheet of one class's reading check → a row a pupil and round. Names become codes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from dashboard.importer.diagnosis import cells
from dashboard.importer.diagnosis.columns import Test, tests
from dashboard.importer.diagnosis.passages import middle
from dashboard.importer.normalise.choice import choice, spellings
from dashboard.importer.normalise.day import day
from dashboard.importer.normalise.empty import is_empty
from dashboard.importer.normalise.pupil_code import Named, pupil_code
from dashboard.importer.normalise.school_class import school_class
from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.normalise.told_day import told_or_none
from dashboard.importer.options import Options
from dashboard.importer.recognise import Table
from dashboard.importer.row import Reading, Row
from dashboard.importer.subtotal import summed_grades
from dashboard.spec import core
from dashboard.spec.problem import Problem
from dashboard.spec.sheet import Cell

ASKED = re.compile(r"(?<![0-9])([1-9])(?![0-9-])\s*(?:вопр|суроо|сұрақ|quest)", re.IGNORECASE)
OWN = ("pupil_code", "class", "gender", "language", "date")  # of the pupil, not of a round


@dataclass(frozen=True, slots=True)
class Pupil:
    """What a row says of the child, whatever the round."""

    number: int
    values: Mapping[str, object]
    cells: tuple[Cell, ...]


def read_reading_sheet(table: Table, options: Options) -> tuple[tuple[Table, Reading], ...]:
    found = tests(table)
    told = _above(table)
    if "language" not in told and "language" not in table.heading.columns:
        refusal = Problem("missing_language", "error", table.sheet.name or None)
        return ((_as_rows(table, found), Reading(refusals=(refusal,))),)
    read = [_pupil(table, number, told) for number in table.body if _is_pupil(table, number, found)]
    pupils = [one for one in read if isinstance(one, Pupil)]
    problems = [one for one in read if isinstance(one, Problem)]
    rows, bad = _tested(table, pupils, found)
    problems += bad
    rejected = len({(problem.row, problem.column) for problem in problems})
    return ((_as_rows(table, found), Reading(tuple(rows), (), rejected, tuple(problems))),)


def _as_rows(table: Table, found: Sequence[Test]) -> Table:
    """As a table of ours: with the round among its columns, where the columns tell it."""
    heading = table.heading
    columns = {name: at for name, at in heading.columns.items() if name in (*OWN, "name")}
    rounds = [test for test in found if test.round]
    if rounds:
        columns["round"] = rounds[0].columns["words_correct"]
    texts = {name: heading.texts.get(name, name) for name in columns}
    return replace(table, heading=replace(heading, columns=columns, texts=texts))


def _above(table: Table) -> dict[str, object]:
    """Language and day. What cannot be read is as if it were not told."""
    found: dict[str, object] = {}
    language, listed = table.labels.get("language"), table.labels.get("day")
    if language:
        with suppress(ValueError):
            found["language"] = _language(language.text)
    told = told_or_none(listed.text) if listed else None
    if told and told.first == told.last:
        found["date"] = told.last
    return found


def _language(cell: Cell) -> str:
    return choice(cell, spellings(core.tables()["reading"].columns["language"]))


def _is_pupil(table: Table, number: int, found: Sequence[Test]) -> bool:
    """A name or a code that is no sum; without a place in the list it must have a measure."""
    columns, row = table.heading.columns, table.sheet.rows[number]
    called = _called(table, number)
    if not called or fold(called) in map(fold, table.heading.texts.values()):
        return False
    first = (fold(called).split() or [""])[0]
    if summed_grades(called) or first in cells.told("sums"):
        return _has_place(table, row)
    measured = any(plain(row[at]) for test in found for at in test.columns.values())
    return measured or ("number" in columns and _has_place(table, row))


def _has_place(table: Table, row: Sequence[Cell]) -> bool:
    at = table.heading.columns.get("number")
    return at is not None and any(map(str.isdigit, plain(row[at])))


def _called(table: Table, number: int) -> str:
    columns, row = table.heading.columns, table.sheet.rows[number]
    texts = (plain(row[columns[name]]) for name in ("pupil_code", "name") if name in columns)
    return next(filter(None, texts), "")


def _pupil(table: Table, number: int, told: Mapping[str, object]) -> Pupil | Problem:
    """What is told above holds where the row says nothing."""
    row = table.sheet.rows[number]
    values = dict(told)
    for name in (name for name in OWN if name in table.heading.columns):
        cell = row[table.heading.columns[name]]
        if not is_empty(cell):
            try:
                values |= _own(name, cell)
            except ValueError as error:
                return _problem(table, number, str(error), (name, cell))
    if "pupil_code" not in values:
        values["pupil_code"] = Named(_called(table, number))
    return Pupil(number, values, row)


def _own(name: str, cell: Cell) -> dict[str, object]:
    if name == "class":
        return dict(zip(("grade", "letter"), school_class(cell)[:2]))
    if name == "gender":
        return {name: choice(cell, spellings(core.tables()["reading"].columns[name]))}
    read = {"pupil_code": pupil_code, "language": _language, "date": day}[name]
    return {name: read(cell)}


def _tested(
    table: Table, pupils: Sequence[Pupil], found: Sequence[Test]
) -> tuple[list[Row], list[Problem]]:
    rows: list[Row] = []
    problems: list[Problem] = []
    for group in _by_round(found):
        held = {_class(one) for one in pupils if any(_said(one, test) for test in group)}
        for pupil in pupils:
            if group[0].round and _class(pupil) not in held:
                continue
            read = [_row(table, pupil, test) for test in group]
            problems += (bad := [one for one in read if isinstance(one, Problem)])
            if not bad:
                rows.append(middle(read))
    return rows, problems


def _by_round(found: Sequence[Test]) -> Iterator[list[Test]]:
    for round_ in dict.fromkeys(test.round for test in found):
        yield [test for test in found if test.round == round_]


def _class(pupil: Pupil) -> tuple:
    return pupil.values.get("grade"), pupil.values.get("letter")


def _said(pupil: Pupil, test: Test) -> bool:
    return bool(plain(pupil.cells[test.columns["words_correct"]]))


def _row(table: Table, pupil: Pupil, test: Test) -> Row | Problem:
    values = dict(pupil.values)
    if test.round:
        values["round"] = test.round
    for name, at in test.columns.items():
        cell = pupil.cells[at]
        try:
            values |= _measured(table, pupil, test, name, cell)
        except ValueError as error:
            return _problem(table, pupil.number, str(error), (name, cell), test.texts[name])
    return Row("reading", table.sheet.name, pupil.number + 1, values, test.texts)


def _measured(table: Table, pupil: Pupil, test: Test, name: str, cell: Cell) -> dict[str, object]:
    if name == "words_correct":
        status, words = cells.words_read(cell)
        return {"status": status, name: words}
    if is_empty(cell) or fold(plain(cell)) in ("", *cells.told("absent")):
        return {}
    if name == "comprehension":
        asked, right = cells.understood(cell, _asked(table, pupil, test))
        return {"questions_asked": asked, "questions_right": right}
    if name == "questions_right" and "questions_asked" not in test.columns:
        return {"questions_asked": _asked(table, pupil, test), name: cells.measure(name, "")(cell)}
    return {name: cells.measure(name, test.texts[name])(cell)}


def _asked(table: Table, pupil: Pupil, test: Test) -> int | None:
    """By a column of its own, by the heading: «Понимание (5 вопросов)», by a line above."""
    if "questions_asked" in test.columns:
        cell = pupil.cells[test.columns["questions_asked"]]
        return None if is_empty(cell) else cells.measure("questions_asked", "")(cell)
    label = table.labels.get("questions_asked")
    if label and label.text.isdecimal():
        return int(label.text)
    said = ASKED.search(test.texts.get("comprehension", ""))
    return int(said.group(1)) if said else None


def _problem(
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
