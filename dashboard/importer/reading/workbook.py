"""Workbooks of Excel (.xlsx, .xls), read by calamine → Sheets."""

import io
from datetime import date, datetime, time, timedelta

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from dashboard.errors import Unreadable
from dashboard.importer.reading import grid
from dashboard.importer.reading.grid import Span
from dashboard.spec.sheet import Cell, Sheet


def sheets(data: bytes) -> tuple[Sheet, ...]:
    try:
        with load_workbook(io.BytesIO(data)) as book:
            return tuple(_sheet(book.get_sheet_by_name(name)) for name in _names(book))
    except PasswordError as error:
        raise Unreadable("file_password") from error
    except (CalamineError, ValueError, OSError) as error:
        raise Unreadable("file_damaged") from error
    except BaseException as panic:
        # calamine gives up on some damaged files by a panic, which is no Exception to Python
        if type(panic).__name__ != "PanicException":
            raise
        raise Unreadable("file_damaged") from panic


def _names(book: CalamineWorkbook) -> list[str]:
    """The sheets that are seen; all of them where every one is hidden."""
    tables = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    seen = [sheet for sheet in tables if sheet.visible == SheetVisibleEnum.Visible]
    return [sheet.name for sheet in seen or tables]


def _sheet(sheet: CalamineSheet) -> Sheet:
    rows = [
        [_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)
    ]  # without skipping, row 1 is row 1 of the sheet
    ranges = sheet.merged_cell_ranges or []
    return grid.sheet(sheet.name, rows, [Span(*start, *end) for start, end in ranges])


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return grid.text(value)
    if isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return grid.number(value)
    return _moment(value)


def _moment(value: date | time | timedelta) -> Cell:
    """The day alone of a date and time; a time of day or a duration as it is written."""
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else str(value)
