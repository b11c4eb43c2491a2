"""Files that are zip archives inside: .xlsx and .ods workbooks, told from archives of exports."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Collection
from typing import Literal

from dashboard.errors import Unreadable
from dashboard.importer.reading import far_cells, ods, workbook
from dashboard.spec.sheet import Sheet

Kind = Literal["xlsx", "ods", "other", "archive"]

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,  # UnicodeError too
    NotImplementedError,  # a way of packing that Python has not
)


def sheets(data: bytes, limit: int) -> tuple[Sheet, ...]:
    """Everything is unpacked once: a damaged or lying archive never reaches the reader."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            refuse_locked(package.infolist())
            refuse_large(package.infolist(), limit)
            found = kind(package.namelist())
            parts = {info.filename: package.read(info) for info in package.infolist()}
    except BROKEN as error:
        raise Unreadable("file_damaged") from error
    return _sheets(found, parts, data)


def kind(names: Collection[str]) -> Kind:
    """What the names of the parts show it to be."""
    if "[Content_Types].xml" in names:
        return "xlsx" if "xl/workbook.xml" in names else "other"
    if "content.xml" in names:
        return "ods"
    is_document = "mimetype" in names or "Index/Document.iwa" in names or "Index.zip" in names
    return "other" if is_document else "archive"


def refuse_packed(data: bytes, limit: int) -> None:
    """For bytes just received: an archive inside an archive, a workbook too large unpacked."""
    if not data.startswith(SIGNATURES):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members, found = package.infolist(), kind(package.namelist())
    except BROKEN:
        return  # reading it will say that it is damaged
    if found == "archive":
        raise Unreadable("archive_nested")
    refuse_large(members, limit)


def refuse_locked(members: Collection[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable("file_password")


def refuse_large(members: Collection[zipfile.ZipInfo], limit: int) -> None:
    if sum(member.file_size for member in members) > limit:
        raise Unreadable("file_too_large", limit=limit >> 20)


def _sheets(found: Kind, parts: dict[str, bytes], data: bytes) -> tuple[Sheet, ...]:
    if found == "archive":
        raise Unreadable("archive_nested")
    if found == "ods":
        return _open_document(parts)
    if found == "other":
        raise Unreadable("file_other_format")
    far_cells.refuse(parts.values())
    return workbook.sheets(data)


def _open_document(parts: dict[str, bytes]) -> tuple[Sheet, ...]:
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise Unreadable("file_password")
    if b"office:spreadsheet" not in parts["content.xml"]:
        raise Unreadable("file_other_format")
    return ods.sheets(parts["content.xml"])
