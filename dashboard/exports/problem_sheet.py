"""One sheet on its way back: as it stood, faulty cells coloured, what is wrong beside the row.

What is added stands on the right, under no heading of the table: so nothing that the school wrote
moves, and the mended sheet is read as the first one was.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.exports.problem_places import Mark, Returned
from dashboard.i18n import t
from dashboard.importer import report
from dashboard.spec.sheet import Cell, Sheet

NARROWEST, WIDEST, OF_MESSAGES = 7, 34, 70
LOOKED_AT = 200  # rows that tell how wide a column is
DEEPEST = 20  # rows of headings and above them that stay in sight
MOST_COMMENTS = 1_000  # of one sheet
LINK, INK = "#0B5394", "#1F2933"
COLOURS = {"error": "#FFC7CE", "warning": "#FFEB9C"}  # dark text has a contrast of 9 and more
Span = tuple[int, int, int, int]  # top, left, bottom, right; all four belong to it


@dataclass(frozen=True, slots=True)
class Looks:
    """`cells` by what is wrong ("" for nothing) and whether it is a date."""

    title: Format
    faint: Format
    head: Format
    message: Format
    link: Format
    cells: Mapping[tuple[str, bool], Format]


def looks(book: Workbook) -> Looks:
    top = {"valign": "top", "font_color": INK}
    cells = {
        (wrong, dated): book.add_format(
            top
            | ({"bg_color": COLOURS[wrong], "border": 1} if wrong else {})
            | ({"num_format": "dd.mm.yyyy"} if dated else {})
        )
        for wrong in ("", *COLOURS)
        for dated in (False, True)
    }
    return Looks(
        title=book.add_format({"bold": True, "font_size": 14}),
        faint=book.add_format({"font_color": "#6B7280", "font_size": 8}),
        head=book.add_format(top | {"bold": True, "bg_color": "#EEF1F4", "border": 1}),
        message=book.add_format(top | {"text_wrap": True}),
        link=book.add_format({"font_color": LINK, "underline": 1, "valign": "top"}),
        cells=cells,
    )


def draw(
    sheet: Worksheet, shapes: Looks, page: Returned, how: tuple[str, bool]
) -> Mapping[int, int]:
    """Returns where each row stands now. `how` is the language, and whether all rows are there."""
    language, whole = how
    shown = page.to_show()
    kept = range(len(page.sheet.rows)) if whole else sorted(shown)
    rows = _placed(page, kept)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    for place, line in enumerate(page.above):
        _write_row(sheet, shapes, (place, line), {})
    wrong = _wrong(page.marks)
    for row in kept:
        _write_row(sheet, shapes, (rows[row], page.sheet.rows[row]), wrong.get(row, {}))
    if whole:
        _merge(sheet, page.sheet, (rows, wrong), shapes)
    _heads(sheet, shapes, page, language)
    _messages(sheet, shapes, (page, rows), language)
    _widths(sheet, page, shown)
    _freeze(sheet, page, rows)
    if whole and len(shown) < len(page.sheet.rows):
        _hide(sheet, page, rows, shown)
    return rows


def _placed(page: Returned, kept: Iterable[int]) -> dict[int, int]:
    """One more line stands over the headings: that of the added columns."""
    first = len(page.above)
    return {row: first + place + (row >= page.top) for place, row in enumerate(kept)}


def _wrong(marks: Iterable[Mark]) -> dict[int, dict[int, str]]:
    """How bad it is, by row and column. An error outdoes a warning."""
    found: dict[int, dict[int, str]] = {}
    for mark in marks:
        of_row = found.setdefault(mark.row, {})
        if mark.column is not None and of_row.get(mark.column) != "error":
            of_row[mark.column] = mark.problem.severity
    return found


def _write_row(
    sheet: Worksheet,
    shapes: Looks,
    line: tuple[int, Sequence[Cell]],
    wrong: Mapping[int, str],
) -> None:
    row, cells = line
    for column, cell in enumerate(cells):
        if cell is not None or column in wrong:
            _write(sheet, (row, column), cell, shapes, wrong.get(column, ""))


def _write(
    sheet: Worksheet, at: tuple[int, int], cell: Cell, shapes: Looks, wrong: str = ""
) -> None:
    """A text stays one, whatever it begins with."""
    look = shapes.cells[wrong, isinstance(cell, date)]
    if cell is None:
        sheet.write_blank(*at, None, look)
    elif isinstance(cell, bool):
        sheet.write_boolean(*at, cell, look)
    elif isinstance(cell, date):
        sheet.write_datetime(*at, cell, look)
    elif isinstance(cell, str):
        sheet.write_string(*at, cell, look)
    else:
        sheet.write_number(*at, cell, look)


def _merge(
    sheet: Worksheet,
    own: Sheet,
    found: tuple[Mapping[int, int], Mapping[int, Mapping[int, str]]],
    shapes: Looks,
) -> None:
    """Merged cells stay merged: what only repeats a value must not count as one."""
    rows, wrong = found
    for top, left, bottom, right in _spans(own):
        cell, look = own.rows[top][left], wrong.get(top, {}).get(left, "")
        form = shapes.cells[look, isinstance(cell, date)]
        sheet.merge_range(rows[top], left, rows[bottom], right, "", form)
        _write(sheet, (rows[top], left), cell, shapes, look)


def _spans(own: Sheet) -> Iterator[Span]:
    """The ranges behind `filled`: each begins at a cell of its own and repeats it."""
    left_over = set(own.filled)
    begins = sorted({(r, c - 1) for r, c in own.filled} | {(r - 1, c) for r, c in own.filled})
    for row, column in begins:
        if (row, column) in own.filled or row < 0 or column < 0:
            continue
        right = column
        while (row, right + 1) in left_over and _same(own, (row, column), (row, right + 1)):
            right += 1
        bottom = row
        while _repeats(own, left_over, (row, column), (bottom + 1, right)):
            bottom += 1
        if (bottom, right) != (row, column):
            places = ((r, c) for r in range(row, bottom + 1) for c in range(column, right + 1))
            left_over.difference_update(places)
            yield row, column, bottom, right


def _repeats(
    own: Sheet, left_over: set[tuple[int, int]], first: tuple[int, int], last: tuple[int, int]
) -> bool:
    """Whether a row below belongs to the range whole."""
    row, right = last
    places = [(row, column) for column in range(first[1], right + 1)]
    return all(place in left_over and _same(own, first, place) for place in places)


def _same(own: Sheet, one: tuple[int, int], other: tuple[int, int]) -> bool:
    return own.rows[one[0]][one[1]] == own.rows[other[0]][other[1]]


def _heads(sheet: Worksheet, shapes: Looks, page: Returned, language: str) -> None:
    """Over the headings, not among them: there they would be two columns more to explain."""
    if page.in_rows:
        at, width = len(page.above) + page.top, len(page.sheet.rows[0])
        sheet.write_string(at, width, t("problem_rows.row", language), shapes.head)
        sheet.write_string(at, width + 1, t("problem_rows.error", language), shapes.head)


def _messages(
    sheet: Worksheet,
    shapes: Looks,
    told: tuple[Returned, Mapping[int, int]],
    language: str,
) -> None:
    """Beside a row of data all that is wrong with it; at a cell its own alone.

    Above the table words beside a label would be taken for its value, so there is no more.
    """
    page, rows = told
    width = len(page.sheet.rows[0]) if page.sheet.rows else 0
    for row, said in _by(page.in_rows, lambda mark: mark.row, language).items():
        sheet.write_string(rows[row], width, str(row + 1), shapes.message)
        sheet.write_string(rows[row], width + 1, "\n".join(said), shapes.message)
    cells = [mark for mark in page.marks if mark.column is not None]
    by_cell = _by(cells, lambda mark: (mark.row, mark.column), language)
    for (row, column), said in list(by_cell.items())[:MOST_COMMENTS]:
        sheet.write_comment(rows[row], column, "\n".join(said), {"x_scale": 2.5, "y_scale": 1.5})


def _by(marks: Iterable[Mark], key: object, language: str) -> dict[object, list[str]]:
    """What is said of each, nothing twice; a warning says that it is one."""
    found: dict[object, dict[str, None]] = {}
    for mark in marks:
        words = report.message(mark.problem, language)
        if mark.problem.severity == "warning":
            words = f"{t('import.warning', language)} {words}"
        found.setdefault(key(mark), {})[words] = None
    return {at: list(said) for at, said in found.items()}


def _widths(sheet: Worksheet, page: Returned, shown: Iterable[int]) -> None:
    """By what is to be read; the lines above the table may run over."""
    looked = [page.sheet.rows[row] for row in sorted(shown) if row >= page.top][:LOOKED_AT]
    for column, cells in enumerate(zip(*looked)):
        longest = max(len("" if cell is None else str(cell)) for cell in cells)
        sheet.set_column(column, column, min(WIDEST, max(NARROWEST, longest + 2)))
    if page.in_rows:
        width = len(page.sheet.rows[0])
        sheet.set_column(width, width, NARROWEST)
        sheet.set_column(width + 1, width + 1, OF_MESSAGES)


def _freeze(sheet: Worksheet, page: Returned, rows: Mapping[int, int]) -> None:
    """The headings stay in sight, unless they would leave no room."""
    if page.tables:
        heading = page.tables[0].heading
        last = rows.get(heading.top + heading.height - 1, DEEPEST)
        if last < DEEPEST:
            sheet.freeze_panes(last + 1, 0)


def _hide(sheet: Worksheet, page: Returned, rows: Mapping[int, int], shown: set[int]) -> None:
    """By a filter where one table is all there is: it is the easiest to take off."""
    for row, at in rows.items():
        if row not in shown:
            sheet.set_row(at, None, None, {"hidden": True})
    if len(page.tables) == 1:
        heading, width = page.tables[0].heading, len(page.sheet.rows[0])
        last = rows[heading.top + heading.height - 1]
        sheet.autofilter(last, 0, max(rows.values()), width + 1)
        sheet.filter_column(width + 1, "x == NonBlanks")
