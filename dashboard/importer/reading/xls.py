"""Workbooks of Excel 97-2003 (.xls) → Sheets."""

from dashboard.errors import Unreadable
from dashboard.importer.reading import ole, records, workbook
from dashboard.spec.sheet import Sheet


def sheets(data: bytes) -> tuple[Sheet, ...]:
    """What calamine takes at its word is looked through before it reads the workbook."""
    container = ole.opened(data)
    if "EncryptedPackage" in container.streams:
        raise Unreadable("file_password")
    stream = container.streams.get("Workbook") or container.streams.get("Book")
    if stream is None:
        raise Unreadable("file_other_format")
    records.look_through(ole.content(container, stream))
    return workbook.sheets(data)
