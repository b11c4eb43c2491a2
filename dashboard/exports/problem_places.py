"""The sheets of a file on their way back to the school: which cells the problems are of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.importer.labels import labels
from dashboard.importer.normalise.person import is_person
from dashboard.importer.normalise.text import plain
from dashboard.importer.recognise import Table, recognise
from dashboard.importer.staged import table_order
from dashboard.spec.problem import Problem
from dashboard.spec.sheet import Cell, Sheet

# Told once of all rows that wait for the same name.
WAITING = frozenset(("unknown_school", "unknown_subject", "unknown_course"))
FEW_ROWS = 20  # of a table that only tells of the others


@dataclass(frozen=True, slots=True)
class Mark:
    """A problem at its place; both count from 0. Without a column it is of the whole row."""

    row: int
    column: int | None
    problem: Problem


@dataclass(frozen=True, slots=True)
class Returned:
    """One sheet. `above` are the texts that stood outside the table: they tell of its rows."""

    sheet: Sheet
    tables: tuple[Table, ...]
    above: tuple[tuple[Cell, ...], ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def top(self) -> int:
        """The first row of headings; of a sheet that no layout knows the first row."""
        return self.tables[0].heading.top if self.tables else 0

    @property
    def in_rows(self) -> tuple[Mark, ...]:
        """Those of data: beside headings and what stands above them there is no place for words."""
        bodies = [table.body for table in self.tables] or [range(len(self.sheet.rows))]
        return tuple(mark for mark in self.marks if any(mark.row in body for body in bodies))

    def to_show(self) -> set[int]:
        """What a person needs to mend the rows: them, the headings, and the lines that tell of
        them. All rows where none is marked: then it is the file that is at fault."""
        if not self.in_rows:
            return set(range(len(self.sheet.rows)))
        heads = {
            row
            for table in self.tables
            for row in range(table.body[0] - table.heading.height, table.body[0])
            if len(table.body)
        }
        return {*range(self.top), *heads, *self._told_between(), *(m.row for m in self.marks)}

    def _told_between(self) -> set[int]:
        rows = self.sheet.rows if len(self.tables) > 1 else ()
        return {row for row, cells in enumerate(rows) if labels((), ((row + 1, cells),))}


def returned(
    sheets: Sequence[Sheet], problems: Iterable[Problem], layout: str | None = None
) -> list[Returned]:
    """The sheets that hold rows, each with the problems that have a place in it."""
    there = [sheet for sheet in sheets if not sheet.is_aside and sheet.rows]
    tables = _tables(there, layout)
    pages = _pages(there, tables)
    found: dict[int, list[Mark]] = {}
    called = _called(tables)
    for problem in problems:
        place = _place(problem, pages, called)
        if place is not None:
            found.setdefault(place, []).extend(_marks(problem, pages[place]))
    return [
        Returned(page.sheet, page.tables, page.above, tuple(found.get(place, ())))
        for place, page in enumerate(pages)
    ]


def _tables(sheets: Sequence[Sheet], layout: str | None) -> list[Table]:
    found = recognise(sheets).tables
    if not found and layout:
        found = recognise(sheets, layout).tables
    return sorted(found, key=table_order)


def _pages(sheets: Sequence[Sheet], tables: Sequence[Table]) -> list[Returned]:
    """Tables of a page have no names; a small one may tell of those below, and goes with them."""
    pages, told = [], []
    nameless = sum(not sheet.name for sheet in sheets) > 1
    for sheet in sheets:
        mine = tuple(table for table in tables if table.sheet is sheet)
        if nameless and tables and not mine and len(sheet.rows) <= FEW_ROWS:
            told += [*_lines(sheet), *sheet.rows]
        else:
            mine = tuple(sorted(mine, key=lambda table: table.body.start))
            pages.append(Returned(sheet, mine, (*told, *_lines(sheet))))
    return pages


def _lines(sheet: Sheet) -> list[tuple[Cell, ...]]:
    return [(line,) for line in sheet.lines]


def _called(tables: Sequence[Table]) -> Mapping[str, str]:
    """«№ 3» → the sheet that is called by a person: see importer/called.py."""
    names = dict.fromkeys(table.sheet.name for table in tables)
    return {f"№ {place}": name for place, name in enumerate(names, 1) if is_person(name)}


def _place(problem: Problem, pages: Sequence[Returned], called: Mapping[str, str]) -> int | None:
    """Which sheet; None for a problem of the file, and where several sheets have no name."""
    name = problem.sheet or ""
    fitting = [p for p, page in enumerate(pages) if page.sheet.name == name]
    fitting = fitting or [p for p, page in enumerate(pages) if page.sheet.name == called.get(name)]
    if problem.row is None or not fitting:
        return None
    if len(fitting) == 1:
        return fitting[0]
    heading = [p for p in fitting if _headed(problem.column, pages[p].tables)]
    return heading[0] if len(heading) == 1 else None


def _marks(problem: Problem, page: Returned) -> list[Mark]:
    row = problem.row - 1
    if row >= len(page.sheet.rows):
        return []
    column = _column(problem, page, row)
    rows = [row]
    if problem.check in WAITING and column is not None and row >= page.top:
        rows = _alike(problem, page, column) or rows
    return [Mark(row, column, problem) for row in rows]


def _alike(problem: Problem, page: Returned, column: int) -> list[int]:
    """Every row that waits for the name, where the first alone is told."""
    said = plain(problem.value)
    rows = (row for table in page.tables for row in table.body)
    return [row for row in rows if plain(page.sheet.rows[row][column]) == said]


def _column(problem: Problem, page: Returned, row: int) -> int | None:
    """Under the heading that is named; where that stands twice, what the cell says decides."""
    said, cells = plain(problem.value), [plain(cell) for cell in page.sheet.rows[row]]
    if row < page.top:
        return next((at for at, text in enumerate(cells) if said and said in text), None)
    holding = {at for at, text in enumerate(cells) if said and text == said}
    headed = _headed(problem.column, page.tables)
    alone = holding if len(holding) == 1 else set()
    return min((headed & holding) or headed or alone, default=None)


def _headed(heading: str | None, tables: Sequence[Table]) -> set[int]:
    """«Алгебра, 1 четверть» is told of a subject under a period: the cell holds the first part."""
    if not heading:
        return set()
    known = {
        index
        for table in tables
        for name, index in table.heading.columns.items()
        if table.heading.texts.get(name) == heading
    }
    return known or {
        index
        for table in tables
        for row in range(table.heading.top, table.heading.top + table.heading.height)
        for index, cell in enumerate(table.sheet.rows[row])
        if plain(cell) and f"{heading}, ".startswith(f"{plain(cell)}, ")
    }
