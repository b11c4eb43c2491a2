"""What kind of file is it? Told by its bytes, then read by the reader of that kind."""

import re

from dashboard.errors import Unreadable
from dashboard.importer.reading import (
    delimited,
    encoding,
    geojson,
    html,
    ole,
    package,
    spreadsheetml,
    xls,
)
from dashboard.settings import Settings
from dashboard.spec.sheet import Sheet

LARGEST = Settings().largest_file << 20
OTHER_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
# Rich text, web archives, and the streams of Excel 2 to 5 without a container around them.
OTHER_FORMATS = (
    b"{\\rtf",
    b"MIME-Version:",
    b"\x09\x00\x04\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
    b"\x09\x08\x08\x00",
    b"\x09\x08\x10\x00",
)


def read(name: str, data: bytes, limit: int = LARGEST) -> tuple[Sheet, ...]:
    """The tables that hold anything. Raises Unreadable, and nothing else, for bad bytes."""
    if not data or data.isspace():
        raise Unreadable("file_empty")
    sheets = tuple(sheet for sheet in _sheets(name, data, limit) if sheet.rows)
    if not sheets:
        raise Unreadable("file_empty")
    return sheets


def _sheets(name: str, data: bytes, limit: int) -> tuple[Sheet, ...]:
    if data.startswith(ole.SIGNATURE):
        return xls.sheets(data)
    if data.startswith(package.SIGNATURES):
        return package.sheets(data, limit)
    if data.startswith(OTHER_ARCHIVES):
        raise Unreadable("archive_other")
    if data.startswith(OTHER_FORMATS):
        raise Unreadable("file_other_format")
    return _written(name, data)


def _written(name: str, data: bytes) -> tuple[Sheet, ...]:
    """Formats that are text: markup by how it begins, and all else is separated values."""
    words = encoding.decode(data)
    if not encoding.is_text(words) or words.startswith("%PDF"):
        raise Unreadable("file_not_a_table", file=name)
    if geojson.is_it(words):
        return (geojson.sheet(words),)
    if not words.lstrip().startswith("<"):
        return (delimited.sheet(words),)
    if spreadsheetml.is_it(words):
        return spreadsheetml.sheets(words)
    if re.search(r"(?i)<table\b", words) is None:
        raise Unreadable("file_not_a_table", file=name)
    return html.sheets(words)
