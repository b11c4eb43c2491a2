"""Tables → the bytes of an .xlsx workbook, the same bytes for the same tables."""

from datetime import UTC, datetime, time
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.sample.export import Cell, Table
from dashboard.sample.terms import TODAY

MADE = datetime.combine(TODAY, time(), UTC)  # written inside; the clock would change the bytes
LONGEST_NAME = 31


def workbook(tables: list[Table]) -> bytes:
    held = BytesIO()
    with Workbook(held, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": MADE})
        for table in tables:
            _fill(book.add_worksheet(table.name[:LONGEST_NAME]), table)
    return held.getvalue()


def _fill(sheet: Worksheet, table: Table) -> None:
    for number, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            _write(sheet, number, column, cell)
    for top, left, bottom, right in table.merges:
        sheet.merge_range(top, left, bottom, right, table.rows[top][left])


def _write(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif cell is not None:
        sheet.write_number(row, column, cell)
