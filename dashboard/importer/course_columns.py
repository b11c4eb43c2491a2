"""Columns of a staff list that head a course: told by what stands under them."""

from collections.abc import Sequence

from dashboard.importer.course_names import speaks_of_courses
from dashboard.importer.normalise.course_mark import course_mark
from dashboard.importer.normalise.text import fold, plain
from dashboard.spec.sheet import Cell, Sheet

DEEP_ENOUGH = 300  # rows that are looked at


def course_columns(
    sheet: Sheet, known: Sequence, place: tuple[int, int], teacher: int
) -> dict[int, str]:
    """Where the courses stand, and how the file heads them."""
    top, height = place
    code = plain(sheet.rows[top + height - 1][teacher])
    body = sheet.rows[top + height : top + height + DEEP_ENOUGH]
    said = (plain(cells[teacher]) for cells in body)
    first = next((row for row, text in enumerate(said) if text not in ("", code)), None)
    if first is None:
        return {}
    found = {}
    for index in range(len(sheet.rows[top])):
        rows = range(top + height - 1, top - 1, -1)
        head = next((row for row in rows if plain(sheet.rows[row][index])), None)
        if head is None or known[head][index] or _beside(sheet, head, index):
            continue
        above = any(plain(row[index]) for row in body[:first])
        if not above and _holds_marks([row[index] for row in body]):
            found[index] = plain(sheet.rows[head][index])
    return found


def tell_of_courses(sheet: Sheet, body: int, columns: dict[int, str]) -> bool:
    """Numbers alone may count anything: some heading or some mark must speak of courses."""
    return any(
        speaks_of_courses(heading)
        or any(_is_mark(row[index]) for row in sheet.rows[body : body + DEEP_ENOUGH])
        for index, heading in columns.items()
    )


def _beside(sheet: Sheet, row: int, index: int) -> bool:
    """A group head over several columns names none of them."""
    cells = sheet.rows[row]
    return (row, index) in sheet.filled and index > 0 and cells[index - 1] == cells[index]


def _holds_marks(cells: Sequence[Cell]) -> bool:
    """An empty column does so too: of a course that nobody has finished."""
    said = [cell for cell in cells if plain(cell)]
    return sum(map(_is_readable, said)) * 2 >= len(said)


def _is_readable(cell: Cell) -> bool:
    try:
        course_mark(cell)
    except ValueError:
        return False
    return True


def _is_mark(cell: Cell) -> bool:
    """A sign, a word, a day or a numbered paper."""
    number = isinstance(cell, int | float) or fold(plain(cell)).replace(" ", "").isdecimal()
    if number or not fold(plain(cell)):
        return False
    return _is_readable(cell) and course_mark(cell) is not None
