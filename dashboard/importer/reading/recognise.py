"""What kind of file is it? Told by its bytes, then read by the reader of that kind."""

import re
from collections.abc import Sequence

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
from dashboard.importer.reading.grid import refuse_size
from dashboard.importer.reading.limits import Limits
from dashboard.spec.sheet import Sheet

SMALL = 1 << 16  # bytes; so many can only make a small table
DEFAULT = Limits()
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

NOT_TEXT = (ole.SIGNATURE, *package.SIGNATURES, *OTHER_ARCHIVES, *OTHER_FORMATS)


def read(name: str, data: bytes, limits: Limits = DEFAULT) -> tuple[Sheet, ...]:
    """The tables that hold anything. Raises Unreadable, and nothing else, for bad bytes."""
    if not data or data.isspace():
        raise Unreadable("file_empty")
    return _sound(_sheets(name, data, limits.size), limits)


def read_small(data: bytes, limits: Limits) -> tuple[Sheet, ...] | None:
    """A few separated values; None for any other file. There is no library here to fall over:
    each letter is looked at a few times, and cells are no more than letters."""
    if len(data) > SMALL or not data or data.isspace() or data.startswith(NOT_TEXT):
        return None
    words = encoding.decode(data)
    if not encoding.is_text(words) or words.lstrip().startswith(("<", "{", "%PDF")):
        return None
    return _sound((delimited.sheet(words),), limits)


def _sound(found: Sequence[Sheet], limits: Limits) -> tuple[Sheet, ...]:
    sheets = tuple(sheet for sheet in found if sheet.rows)
    if not sheets:
        raise Unreadable("file_empty")
    for sheet in sheets:
        refuse_size(len(sheet.rows), len(sheet.rows[0]), limits)
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
