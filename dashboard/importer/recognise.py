"""Which tables are in a file: each with its layout, its rows and what stands above it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.importer.headings import Heading, find
from dashboard.importer.labels import Label, labels
from dashboard.importer.layouts import accepted, layouts
from dashboard.importer.normalise.empty import is_empty
from dashboard.importer.normalise.text import plain
from dashboard.importer.own_layouts import find_own, headings_lacking, own_layouts
from dashboard.importer.sheet_name import by_name
from dashboard.importer.unknown_headings import unknown_headings
from dashboard.spec.problem import Problem
from dashboard.spec.sheet import Cell, Sheet


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a sheet: where its headings are, which rows are its body."""

    sheet: Sheet
    heading: Heading
    body: Sequence[int]
    labels: Mapping[str, Label]


@dataclass(frozen=True, slots=True)
class Recognised:
    tables: tuple[Table, ...]
    problems: tuple[Problem, ...]

    @property
    def layouts(self) -> tuple[str, ...]:
        return tuple(sorted({table.heading.layout.key for table in self.tables}))


def recognise(sheets: Sequence[Sheet], forced: str | None = None) -> Recognised:
    """All tables of a file. A file without any has one problem that says why."""
    sheets = [sheet for sheet in sheets if not sheet.is_aside]
    if forced and forced not in layouts() and forced not in own_layouts():
        about = {"column": "layout", "value": forced}
        return Recognised((), (Problem("bad_layout", "error", about=about),))
    found = [(sheet, _best(sheet, forced)) for sheet in sheets]
    tables: list[Table] = []
    carried: dict[str, Label] = {}
    for sheet, heading in found:
        if heading is None or heading.lacking:
            carried |= _told_by(sheet)
        else:
            tables += _tables(sheet, heading, carried)
    refused = sorted({table.heading.layout.refuse for table in tables} - {""})
    if refused and all(table.heading.layout.refuse for table in tables):
        return Recognised(tuple(tables), (Problem(refused[0], "error"),))
    if not tables:
        return Recognised((), (_unknown(found, forced),))
    read = tuple(table for table in tables if not table.heading.layout.refuse)
    return Recognised(read, tuple(_not_read(found)))


def _best(sheet: Sheet, forced: str | None) -> Heading | None:
    """What people told counts where it explains more than what everybody knows."""
    own = own_layouts()
    told = find_own(sheet, own.values() if not forced else [own[forced]] if forced in own else ())
    if forced in own:
        return told
    known = _heading(sheet, frozenset({forced} if forced else layouts()), bool(forced))
    if told is None or (known and len(known.columns) >= len(told.columns)):
        return known
    return told


def _heading(sheet: Sheet, keys: frozenset[str], forced: bool) -> Heading | None:
    """«Отличники» are pupils of a class; where a subject is told, they are its fives."""
    heading = find(sheet, keys, forced)
    if heading is None or forced or heading.layout.table != "pupil_groups":
        return heading
    if "subject_id" not in _told(sheet, 0, heading.top, first=True):
        return heading
    return find(sheet, keys - {key for key in keys if layouts()[key].table == "pupil_groups"})


def _tables(sheet: Sheet, heading: Heading, carried: Mapping[str, Label]) -> list[Table]:
    """Tables of one layout may stand below each other, each under its own label lines."""
    width = heading.height
    head = sheet.rows[heading.top]
    tops = [heading.top]
    if not heading.layout.whole:
        tops += [r for r in range(heading.top + width, len(sheet.rows)) if sheet.rows[r] == head]
    told = by_name(sheet.name, heading) | carried
    tables = []
    for number, top in enumerate(tops):
        above = tops[number - 1] + width if number else 0
        told |= _told(sheet, above, top, first=not number)
        below = tops[number + 1] if number + 1 < len(tops) else len(sheet.rows)
        tables.append(Table(sheet, heading, range(top + width, below), dict(told)))
    return tables


def _told(sheet: Sheet, above: int, top: int, first: bool) -> dict[str, Label]:
    """Below another table its own last rows are no labels: «Школа» may stand over its sums."""
    lines = sheet.lines if first else ()
    rows = (row for row in range(above, top) if first or not _holds_counts(sheet.rows[row]))
    return labels(lines, ((row + 1, _cells(sheet, row)) for row in rows))


def _told_by(sheet: Sheet) -> dict[str, Label]:
    """Of an HTML page, whose tables have no names, label lines may be a table of their own."""
    if sheet.name or len(sheet.rows) > 20:
        return {}
    return labels(sheet.lines, ((row + 1, _cells(sheet, row)) for row in range(len(sheet.rows))))


def _cells(sheet: Sheet, row: int) -> tuple[Cell, ...]:
    """Without the repeats of merged cells."""
    if not sheet.filled:
        return sheet.rows[row]
    return tuple(
        None if (row, column) in sheet.filled else cell
        for column, cell in enumerate(sheet.rows[row])
    )


def _unknown(found: list[tuple[Sheet, Heading | None]], forced: str | None) -> Problem:
    if forced in own_layouts():
        return _not_own(found, forced)
    lacking = [heading for _, heading in found if heading is not None and heading.lacking]
    if forced and lacking:
        best = max(lacking, key=lambda heading: heading.rank)
        about = {"layout": forced, "columns": ", ".join(best.lacking)}
        return Problem("missing_column", "error", row=best.top + 1, about=about)
    if not any(_has_cells(sheet) for sheet, _ in found):
        return Problem("no_rows", "error")
    headings = unknown_headings(sheet for sheet, _ in found)
    about = {"headings": headings, "accepted": tuple(accepted())}
    return Problem("unknown_layout", "error", about=about)


def _not_own(found: list[tuple[Sheet, Heading | None]], forced: str) -> Problem:
    """Which of the headings that were told of it stand nowhere."""
    lacks = [headings_lacking(sheet, own_layouts()[forced]) for sheet, _ in found]
    about = {"layout": forced, "columns": ", ".join(min(lacks, key=len, default=()))}
    return Problem("missing_column", "error", about=about)


def _not_read(found: list[tuple[Sheet, Heading | None]]) -> list[Problem]:
    return [
        Problem("sheet_not_read", "warning", sheet=sheet.name or None)
        for sheet, heading in found
        if (heading is None or heading.layout.refuse) and _has_data(sheet)
    ]


def _has_cells(sheet: Sheet) -> bool:
    return any(not is_empty(cell) for row in sheet.rows for cell in row)


def _has_data(sheet: Sheet) -> bool:
    """Two rows with two numbers each: more than instructions."""
    numbers = (sum(_is_number(cell) for cell in row) for row in sheet.rows)
    return sum(number >= 2 for number in numbers) >= 2


def _holds_counts(row: tuple[Cell, ...]) -> bool:
    return sum(map(_is_number, row)) > 2


def _is_number(cell: Cell) -> bool:
    if isinstance(cell, str):
        return plain(cell).replace(",", "").replace(".", "").replace("%", "").strip().isdecimal()
    return isinstance(cell, int | float)
