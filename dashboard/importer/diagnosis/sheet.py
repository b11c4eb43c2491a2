"""The sheet of one class's reading check → a row a pupil and round. Names become codes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from dashboard.importer.diagnosis import cells
from dashboard.importer.diagnosis.columns import Test, columns
from dashboard.importer.diagnosis.listed import OWN, Pupil, bad_cell, listed
from dashboard.importer.diagnosis.namesakes import children
from dashboard.importer.diagnosis.passages import middle
from dashboard.importer.meanings import own_headings
from dashboard.importer.normalise.empty import is_empty
from dashboard.importer.normalise.round import reading_round
from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.normalise.told_day import told_or_none
from dashboard.importer.options import Options
from dashboard.importer.recognise import Table
from dashboard.importer.rounded import LANGUAGES
from dashboard.importer.row import Reading, Row
from dashboard.spec.problem import Problem
from dashboard.spec.sheet import Cell

ASKED = re.compile(r"(?<![0-9])([1-9])(?![0-9-])\s*(?:вопр|суроо|сұрақ|quest)", re.IGNORECASE)

Child = tuple[Pupil, ...]  # the rows of one pupil


def read_reading_sheet(table: Table, options: Options) -> tuple[tuple[Table, Reading], ...]:
    moment = _round(table, options)
    there = columns(table, bool(moment))
    ours, told = _as_rows(table, there.tests), _above(table)
    if not _is_language_told(table, there.tests, told):
        refusal = Problem("missing_language", "error", table.sheet.name or None)
        return ((ours, Reading(refusals=(refusal,))),)
    read = list(listed(table, there.tests, told))
    problems = [one for one in read if isinstance(one, Problem)]
    pupils = [one for one in read if isinstance(one, Pupil)]
    # Rounds that stand in the columns are of one child by themselves.
    found = children(pupils, table.sheet.name, moment)
    rows, bad = _tested(table, found.rows, there.tests)
    problems = [*there.problems, *problems, *found.problems, *bad]
    wrong = {(one.row, one.column) for one in problems if one.severity == "error"}
    return ((ours, Reading(tuple(rows), (), len(wrong), tuple(problems))),)


def _is_language_told(table: Table, tests: Sequence[Test], told: Mapping[str, object]) -> bool:
    by_columns = bool(tests) and all(test.language for test in tests)
    return by_columns or "language" in told or "language" in table.heading.columns


def _as_rows(table: Table, found: Sequence[Test]) -> Table:
    """As a table of ours: with the round among its columns, where the columns tell it."""
    heading = table.heading
    own = {name: at for name, at in heading.columns.items() if name in (*OWN, "name")}
    for test in found:
        told = {"round": test.round, "language": test.language}
        own |= {name: test.columns["words_correct"] for name, said in told.items() if said}
    texts = {name: heading.texts.get(name, name) for name in own}
    return replace(table, heading=replace(heading, columns=own, texts=texts))


def _round(table: Table, options: Options) -> str:
    """Of the sheet as a whole: by the line above, else by what is said outside."""
    label = table.labels.get("round")
    with suppress(ValueError):
        return reading_round(label.text) if label else options.round or ""
    return ""


def _above(table: Table) -> dict[str, object]:
    """Language and day. What cannot be read is as if it were not told."""
    found: dict[str, object] = {}
    said, listed_on = table.labels.get("language"), table.labels.get("day")
    if said:
        with suppress(ValueError):
            known = own_headings(table.heading.layout.key).get(fold(said.text))
            found["language"] = known if known in LANGUAGES else cells.language(said.text)
    told = told_or_none(listed_on.text) if listed_on else None
    if told and told.first == told.last:
        found["date"] = told.last
    return found


def _tested(
    table: Table, found: Sequence[Child], tests: Sequence[Test]
) -> tuple[list[Row], list[Problem]]:
    """A round in the columns that a class was not tested in has no rows of it."""
    rows: list[Row] = []
    problems: list[Problem] = []
    for group in _groups(tests):
        held = {_class(one) for child in found for one in child if _is_in(one, group)}
        for child in found:
            if (group[0].round or group[0].language) and _class(child[0]) not in held:
                continue
            read = [_row(table, pupil, test) for pupil in child for test in group]
            problems += (bad := [one for one in read if isinstance(one, Problem)])
            if not bad:
                rows.append(middle(read))
    return rows, problems


def _groups(tests: Sequence[Test]) -> Iterator[list[Test]]:
    keys = [(test.round, test.language) for test in tests]
    for key in dict.fromkeys(keys):
        yield [test for test, own in zip(tests, keys) if own == key]


def _class(pupil: Pupil) -> tuple:
    return pupil.values.get("school_id"), pupil.values.get("grade"), pupil.values.get("letter")


def _is_in(pupil: Pupil, group: Sequence[Test]) -> bool:
    return any(plain(pupil.cells[test.columns["words_correct"]]) for test in group)


def _row(table: Table, pupil: Pupil, test: Test) -> Row | Problem:
    values = dict(pupil.values)
    values |= {"round": test.round} if test.round else {}
    values |= {"language": test.language} if test.language else {}
    for name, at in test.columns.items():
        cell = pupil.cells[at]
        try:
            values |= _measured(table, pupil, test, name, cell)
        except ValueError as error:
            return bad_cell(table, pupil.number, str(error), (name, cell), test.texts[name])
    if values.get("seconds") == 0:
        if values.get("words_correct"):
            told = ("seconds", pupil.cells[test.columns["seconds"]])
            return bad_cell(table, pupil.number, "bad_duration", told, test.texts["seconds"])
        del values["seconds"]
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
