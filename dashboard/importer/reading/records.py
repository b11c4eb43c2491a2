"""The records of an .xls workbook: is it locked, are its counts and places to be trusted?"""

from collections.abc import Iterator
from struct import error as StructError
from struct import unpack_from

from dashboard.errors import Unreadable
from dashboard.importer.reading.grid import refuse_area

END, LOCKED, SHEET, STRINGS, SIZE = 0x0A, 0x2F, 0x85, 0xFC, 0x200
SEVERAL = 0xBD  # numbers of several columns in one record; the last column stands at its end
CELLS = frozenset((0x06, 0xFD, 0x203, 0x204, 0x205, 0x27E, SEVERAL))
MOST_ROWS, MOST_COLUMNS = 65_536, 256  # what the format can hold

Record = tuple[int, bytes]


def look_through(book: bytes) -> None:
    """Raises Unreadable for a workbook that calamine cannot read or would fall over."""
    try:
        for start in _sheet_starts(book):
            _look_through_sheet(book, start)
    except (StructError, IndexError) as error:
        raise Unreadable("file_damaged") from error


def _sheet_starts(book: bytes) -> list[int]:
    starts = []
    for kind, content in _records(book, 0):
        if kind == LOCKED:
            raise Unreadable("file_password")
        if kind == STRINGS and unpack_from("<I", content, 4)[0] > len(book):
            raise Unreadable("file_damaged")
        if kind == SHEET:
            starts.append(unpack_from("<I", content)[0])
    return starts


def _look_through_sheet(book: bytes, start: int) -> None:
    rows: list[int] = []
    columns = 0
    for kind, content in _records(book, start):
        if kind == SIZE:
            _refuse_false_size(content)
        elif kind in CELLS:
            row, column = unpack_from("<HH", content)
            if kind == SEVERAL:
                column = unpack_from("<H", content, len(content) - 2)[0]
            rows.append(row)
            columns = max(columns, column + 1)
    if rows:
        refuse_area(max(rows) + 1, columns)
        if (min(rows), max(rows)) != (rows[0], rows[-1]):
            raise Unreadable("file_other_format")  # calamine would lose rows out of their order


def _refuse_false_size(content: bytes) -> None:
    first, last, left, right = unpack_from("<IIHH" if len(content) == 14 else "<HHHH", content)
    is_turned = last and right and (first >= last or left >= right)
    if is_turned or last > MOST_ROWS or right > MOST_COLUMNS:
        raise Unreadable("file_damaged")


def _records(book: bytes, place: int) -> Iterator[Record]:
    """Kind and content of each record up to the end of its part of the workbook."""
    while place + 4 <= len(book):
        kind, length = unpack_from("<HH", book, place)
        if kind == END:
            return
        yield kind, book[place + 4 : place + 4 + length]
        place += 4 + length
