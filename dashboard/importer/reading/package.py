"""Files that are zip archives inside: .xlsx and .ods workbooks, told from archives of exports."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Collection
from functools import partial
from typing import Literal

from dashboard.errors import Unreadable
from dashboard.importer.reading import far_cells, ods, workbook
from dashboard.spec.sheet import Sheet

Kind = Literal["xlsx", "ods", "other", "archive"]

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
PART = b"PK\x01\x02"  # begins each name in the list
MOST_PARTS = 50_000
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others unpack to any size in one step
STEP = 1 << 18  # bytes
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
    refuse_many(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            refuse_locked(package.infolist())
            refuse_large(package.infolist(), limit)
            found = kind(package.namelist())
            parts = {info.filename: unpacked(package, info) for info in package.infolist()}
    except BROKEN as error:
        raise Unreadable("file_damaged") from error
    return _sheets(found, parts)


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
    refuse_many(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members, found = package.infolist(), kind(package.namelist())
    except BROKEN:
        return  # reading it will say that it is damaged
    if found == "archive":
        raise Unreadable("archive_nested")
    refuse_large(members, limit)


def unpacked(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Step by step: what unpacks to more than it says of itself never stands in memory whole."""
    if member.compress_type not in PACKED:
        raise Unreadable("archive_other")
    with package.open(member) as opened:
        return b"".join(iter(partial(opened.read, STEP), b""))


def refuse_many(data: bytes) -> None:
    """Before the list of its parts is read: millions of names would fill the memory."""
    if data.count(PART) > MOST_PARTS:
        raise Unreadable("archive_too_large")


def refuse_locked(members: Collection[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable("file_password")


def refuse_large(members: Collection[zipfile.ZipInfo], limit: int) -> None:
    if sum(member.file_size for member in members) > limit:
        raise Unreadable("file_too_large", limit=limit >> 20)


def _sheets(found: Kind, parts: dict[str, bytes]) -> tuple[Sheet, ...]:
    if found == "archive":
        raise Unreadable("archive_nested")
    if found == "ods":
        return _open_document(parts)
    if found == "other":
        raise Unreadable("file_other_format")
    far_cells.refuse(parts.values())
    return workbook.sheets(packed_again(parts))


def packed_again(parts: dict[str, bytes]) -> bytes:
    """What was unpacked here and looked through, and nothing else: no macros, no other files
    that it leads to, and nothing of an archive that says one thing and holds another."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in parts.items():
            if name.lower().endswith((".xml", ".rels")) and "externallinks/" not in name.lower():
                package.writestr(name, content)
    return file.getvalue()


def _open_document(parts: dict[str, bytes]) -> tuple[Sheet, ...]:
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise Unreadable("file_password")
    if b"office:spreadsheet" not in parts["content.xml"]:
        raise Unreadable("file_other_format")
    return ods.sheets(parts["content.xml"])
