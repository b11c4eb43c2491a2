"""The rows of cells below a heading: which hold data, which repeat it, remark on it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dashboard.importer.layouts import filled
from dashboard.importer.normalise.number import printed
from dashboard.importer.normalise.text import fold, plain
from dashboard.importer.recognise import Table
from dashboard.importer.values import NUMBERS, Read, empty, reader
from dashboard.spec import core
from dashboard.spec.core import Column
from dashboard.spec.problem import Problem
from dashboard.spec.sheet import Cell, Sheet


@dataclass(slots=True)
class Line:
    """One row of cells on its way: what was read of it so far."""

    number: int
    cells: Mapping[str, Cell]
    values: dict[str, object] = field(default_factory=dict)
    printed: dict[str, tuple[float, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plan:
    """How each column of a table is read."""

    table: Table
    columns: tuple[tuple[str, int, Column, Read], ...]
    required: frozenset[str]

    @property
    def key(self) -> str | None:
        """The column whose cells tell classes from subtotals."""
        names = [name for name, *_ in self.columns]
        return next((name for name in ("class", "grade") if name in names), None)


def plan_of(table: Table) -> Plan:
    heading, layout = table.heading, table.heading.layout
    columns = tuple(
        (name, index, layout.columns[name], reader(layout.columns[name], heading.texts[name]))
        for name, index in sorted(heading.columns.items(), key=lambda item: item[1])
        if name in layout.columns and layout.columns[name].type != "aside"
    )
    target = core.tables()[layout.table]
    return Plan(table, columns, target.required - filled(target))


def lines(plan: Plan) -> Iterator[Line]:
    """Rows that hold anything, without repeated headings and numbered columns."""
    last: dict[str, Cell] = {}
    layout, sheet = plan.table.heading.layout, plan.table.sheet
    for number in plan.table.body:
        cells = {
            name: _cell(sheet, number, index, column) for name, index, column, _ in plan.columns
        }
        if not _holds_anything(plan, number, cells):
            continue
        if _repeats_heading(plan, cells) or _counts_columns(sheet.rows[number], number, plan):
            continue
        for name in layout.fill_down & cells.keys():
            if plain(cells[name]):
                last[name] = cells[name]
            elif name in last and _is_own(plan, cells):
                cells[name] = last[name]
        yield Line(number + 1, cells)


def _holds_anything(plan: Plan, number: int, cells: Mapping[str, Cell]) -> bool:
    """A row that only repeats merged cells is empty."""
    filled = plan.table.sheet.filled
    return any(
        not empty(column, cells[name]) and (number, index) not in filled
        for name, index, column, _ in plan.columns
    )


def _is_own(plan: Plan, cells: Mapping[str, Cell]) -> bool:
    """A row of its own and no remark: several cells, or the code of a teacher."""
    said = there(plan, cells)
    return len(said) > 1 or (bool(said) and _is_code(plan, said[0], cells))


def _is_code(plan: Plan, wanted: str, cells: Mapping[str, Cell]) -> bool:
    column, read = next((c, r) for name, _, c, r in plan.columns if name == wanted)
    try:
        return column.type == "code" and bool(read(cells[wanted]))
    except ValueError:
        return False


def _cell(sheet: Sheet, row: int, index: int, column: Column) -> Cell:
    """A merged cell repeats downwards for words; a number is never counted twice."""
    cell = sheet.rows[row][index]
    if (row, index) not in sheet.filled:
        return cell
    sideways = index > 0 and sheet.rows[row][index - 1] == cell
    return None if sideways or column.type in NUMBERS else cell


def _repeats_heading(plan: Plan, cells: Mapping[str, Cell]) -> bool:
    """Every cell says what its heading says: 5, 4, 3, 2 alone may be counts."""
    texts = plan.table.heading.texts
    return all(fold(plain(cell)) in ("", fold(texts[name])) for name, cell in cells.items())


def _counts_columns(row: tuple[Cell, ...], number: int, plan: Plan) -> bool:
    """The line «1 2 3 4 5 6 7» under the headings of an official form."""
    if number > plan.table.body[0] + 1:
        return False
    texts = [plain(cell) for cell in row if plain(cell)]
    return len(texts) > 3 and texts == [str(place) for place in range(1, len(texts) + 1)]


def there(plan: Plan, cells: Mapping[str, Cell]) -> list[str]:
    return [name for name, _, column, _ in plan.columns if not empty(column, cells[name])]


def is_note(plan: Plan, line: Line) -> bool:
    """A remark or a signature below the table: words, no numbers, no class."""
    said = there(plan, line.cells)
    types = {name: column.type for name, _, column, _ in plan.columns}
    if any(types[name] in NUMBERS and _is_number(line.cells[name]) for name in said):
        return False
    if plan.key and plan.table.heading.layout.canonical is False:
        return not _readable(plan, line, plan.key)
    words = [plain(line.cells[name]) for name in said]
    return len(words) == 1 and len(plan.columns) > 1 and any(mark in words[0] for mark in " :_")


def _is_number(cell: Cell) -> bool:
    try:
        printed(cell)
    except ValueError:
        return False
    return True


def _readable(plan: Plan, line: Line, wanted: str) -> bool:
    column, read = next((c, r) for name, _, c, r in plan.columns if name == wanted)
    try:
        return not empty(column, line.cells[wanted]) and bool(read(line.cells[wanted]))
    except ValueError:
        return False
