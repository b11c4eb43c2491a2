"""A recognised table → canonical rows. Bad cells become problems, one row never spoils another."""

from collections.abc import Sequence

from dashboard.importer.layouts import RATES
from dashboard.importer.lines import Line, Plan, is_note, lines, plan_of, there
from dashboard.importer.normalise.text import plain
from dashboard.importer.recognise import Table
from dashboard.importer.row import Reading, Row, Subtotal
from dashboard.importer.subtotal import is_unchecked, summed_grades
from dashboard.importer.values import empty
from dashboard.spec import core
from dashboard.spec.core import Column
from dashboard.spec.problem import Problem
from dashboard.spec.sheet import Cell

MARKS = ("n5", "n4", "n3", "n2")
NAMED = ("pupil_named", "teacher_named")  # the cell is told to nobody
BESIDE = ("not_assessed", "exempt", "credited", "not_credited", "no_mark")
PARTS = (*MARKS, *BESIDE)
# What a roster falls into: the counts that must be there, and those that may.
WHOLE = {
    "marks": (MARKS, BESIDE),
    "pupil_groups": (("excellent", "good", "satisfactory", "failing"), ("not_assessed",)),
}


def read_rows(table: Table) -> Reading:
    plan = plan_of(table)
    rows: list[Row] = []
    subtotals: list[Subtotal] = []
    problems: list[Problem] = []
    rejected = 0
    for line in lines(plan):
        summed = _subtotal(plan, line)
        if summed is not None:
            subtotals += summed
        elif not is_note(plan, line):
            _read(plan, line)
            problems += line.problems
            rejected += bool(line.problems)
            if not line.problems and line.values:
                rows.append(_row(plan, line))
    if plan.key == "class":
        sums = _grade_sums(rows)
        subtotals += [Subtotal(row, (row.values["grade"],) * 2) for row in sums]
        rows = [row for row in rows if row not in sums]
    return Reading(tuple(rows), tuple(subtotals), rejected, tuple(problems))


def _grade_sums(rows: Sequence[Row]) -> list[Row]:
    """«5» under «5А» and «5Б» sums them up: it is no class without a letter."""
    lettered = {_grade(row) for row in rows if row.values.get("letter") is not None}
    return [row for row in rows if row.values.get("letter") is None and _grade(row) in lettered]


def _grade(row: Row) -> tuple:
    return tuple(row.values.get(name) for name in ("grade", "period", "subject_id"))


def _subtotal(plan: Plan, line: Line) -> list[Subtotal] | None:
    """None for a row of its own; an empty list for a sum that cannot be checked."""
    text = _summing_text(plan, line)
    grades = summed_grades(text) if text else None
    if grades is None:
        return None
    if is_unchecked(text):
        return []
    _read_cells(plan, line)
    line.values.pop("grade", None)
    row = _row(plan, line)
    return [Subtotal(row, None if grades == (0, 12) else grades)]


def _summing_text(plan: Plan, line: Line) -> str:
    """What stands in the column of classes; where that is empty, the first word of the row."""
    own = plain(line.cells[plan.key]) if plan.key else ""
    if own:
        return own
    named = (plain(line.cells[name]) for name in there(plan, line.cells))
    first = next(named, "")
    return "" if any(letter.isdigit() for letter in first) else first


def _read(plan: Plan, line: Line) -> None:
    """Every cell, then what must be there."""
    line.problems += _read_cells(plan, line)
    if plan.table.heading.layout.dashes and not line.problems:
        _read_dashes(plan, line)
    needed = plan.required | ({"grade"} if plan.key == "class" else frozenset())
    bad = {problem.column for problem in line.problems}
    texts = plan.table.heading.texts
    for name in sorted(needed) if line.values else ():
        heading = texts.get(name) or texts.get("class" if name == "grade" else name, name)
        if line.values.get(name) is None and heading not in bad:
            line.problems.append(_problem(plan, line, "missing_value", heading, None))


def _read_cells(plan: Plan, line: Line) -> list[Problem]:
    problems = []
    for name, _, column, read in plan.columns:
        cell = line.cells[name]
        if empty(column, cell):
            continue
        try:
            _put(line, name, column, read(cell))
        except ValueError as error:
            if name not in RATES:
                check = str(error)
                heading = plan.table.heading.texts[name]
                problems.append(_problem(plan, line, check, heading, cell))
    return problems


def _put(line: Line, name: str, column: Column, value: object) -> None:
    if column.type == "printed":
        line.printed[name] = value
    elif column.type in ("class", "grade"):
        for part, found in zip(("grade", "letter", "group"), value):
            _put_part(line, part, found)
    elif name == "letter":
        _put_part(line, name, value)
    else:
        line.values[name] = value


def _put_part(line: Line, part: str, value: object) -> None:
    """The class may be told twice: «8А» and the letter «А» beside it must agree."""
    if value is None:
        return
    if line.values.get(part, value) != value and part != "group":
        raise ValueError("bad_class")
    line.values[part] = value


def _problem(plan: Plan, line: Line, check: str, heading: str, cell: Cell) -> Problem:
    about = {"column": heading, "value": "" if check in NAMED else plain(cell)}
    if check == "bad_choice":
        texts = plan.table.heading.texts
        column = next(column for name, _, column, _ in plan.columns if texts[name] == heading)
        about["choices"] = ", ".join(column.choices or ("true", "false"))
    sheet = plan.table.sheet.name or None
    return Problem(check, "error", sheet, line.number, heading, about["value"] or None, about)


def _read_dashes(plan: Plan, line: Line) -> None:
    """«-» is a nought only where the other counts make up the roster; else it is unknown.

    A row without a single mark says nothing and is passed over.
    """
    must, parts = WHOLE[plan.table.heading.layout.table]
    counts = {name: line.values.get(name) for name in (*must, *parts) if name in line.cells}
    told = [count for count in counts.values() if count is not None]
    if told and sum(told) == line.values.get("roster"):
        line.values |= {name: count or 0 for name, count in counts.items()}
    elif all(counts.get(name) is None for name in must):
        line.values.clear()


def _row(plan: Plan, line: Line) -> Row:
    table = core.tables()[plan.table.heading.layout.table]
    values = {name: value for name, value in line.values.items() if name in table.columns}
    sheet, texts = plan.table.sheet.name, plan.table.heading.texts
    return Row(table.name, sheet, line.number, values, texts, line.printed)
