"""Which rows of coded texts are plainly sound, and what their cells say."""

from dataclasses import dataclass

import numpy as np

from dashboard.importer.columns.coded import NOTHING, Coded, Columns
from dashboard.importer.lines import Plan
from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.subtotal import summed_grades
from dashboard.importer.values import NUMBERS, Read, empty
from dashboard.spec import core
from dashboard.spec.core import Column

BAD = object()  # the value of a cell that could not be read
PARTS = ("grade", "letter", "group")
FIRST = 2  # rows below the heading that are always looked at one by one


@dataclass(frozen=True, slots=True)
class Told:
    """What a column of the file says, and the rows where it is odd."""

    cells: dict[str, Coded]
    odd: np.ndarray


def columns(plan: Plan, texts: list[Coded]) -> tuple[Columns, np.ndarray]:
    """The sound rows, and places (from 0, below the heading) of the others."""
    told = [_column(name, column, read, texts[index]) for name, index, column, read in plan.columns]
    cells = {name: coded for one in told for name, coded in one.cells.items()}
    odd = np.logical_or.reduce([one.odd for one in told])
    odd |= _unusual(plan, texts) | _lacking(plan, cells)
    odd[:FIRST] = True
    table = core.tables()[plan.table.heading.layout.table]
    known = {name: coded for name, coded in cells.items() if name in table.columns}
    numbers = np.arange(len(odd)) + plan.table.body[0] + 1
    sheet, headings = plan.table.sheet.name, plan.table.heading.texts
    sound = Columns(table.name, sheet, numbers, known, headings).of(~odd)
    return sound, np.flatnonzero(odd)


def _column(name: str, column: Column, read: Read, texts: Coded) -> Told:
    found = [None if empty(column, text) else _value(read, text) for text in texts.values]
    coded = texts.mapped(found)
    odd = coded.where(lambda value: value is BAD)
    if column.type not in NUMBERS:
        odd |= texts.where(lambda text: summed_grades(plain(text)) is not None)
    if column.type not in ("class", "grade"):
        return Told({name: coded}, odd)
    return _of_class(name, coded, odd)


def _value(read: Read, text: str) -> object:
    try:
        return read(text)
    except ValueError:
        return BAD


def _of_class(name: str, coded: Coded, odd: np.ndarray) -> Told:
    """«8А» in a column of classes is a grade and a letter; in a column of grades it is odd."""
    parts = [(None, None, None) if one is BAD else one for one in coded.values]
    cells = {part: coded.mapped([one[place] for one in parts]) for place, part in enumerate(PARTS)}
    if name == "grade":
        odd |= ~cells["letter"].empty | ~cells["group"].empty
        return Told({"grade": cells["grade"]}, odd)
    return Told(cells, odd | cells["letter"].empty)


def _unusual(plan: Plan, texts: list[Coded]) -> np.ndarray:
    """Repeated headings, and rows of fewer than two cells: remarks, or nothing."""
    headings = plan.table.heading.texts
    named = [(texts[index], fold(headings[name])) for name, index, *_ in plan.columns]
    repeats = [
        coded.empty | coded.where(lambda text, own=own: fold(plain(text)) == own)
        for coded, own in named
    ]
    said = np.sum([coded.codes != NOTHING for coded, _ in named], axis=0)
    return np.logical_and.reduce(repeats) | (said < 2)


def _lacking(plan: Plan, cells: dict[str, Coded]) -> np.ndarray:
    """Where a cell is empty that must not be, though an option might fill it."""
    target = core.tables()[plan.table.heading.layout.table]
    needed = [cells[name].empty for name in sorted(target.required & cells.keys())]
    return np.logical_or.reduce(needed)
