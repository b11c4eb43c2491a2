"""Archives (.zip) of exports: what is in them, one file at a time."""

import re
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from itertools import islice
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import BinaryIO

from dashboard.errors import Unreadable
from dashboard.importer.reading import package
from dashboard.importer.reading.entry import Entry, is_left_out

UTF8_NAME = 0x800
MOST_TIMES = 10  # what one file may hold: all of an archive's files stand in memory together


def is_archive(path: Path) -> bool:
    """An .xlsx or .ods is a zip as well, and is no archive of files."""
    try:
        with path.open("rb") as file:
            if not file.read(4).startswith(package.SIGNATURES) or _has_many(file):
                return False
        with zipfile.ZipFile(path) as opened:
            return package.kind(opened.namelist()) == "archive"
    except package.BROKEN:
        return False  # the file's reader will say that it is damaged


def _has_many(file: BinaryIO) -> bool:
    """More names than are ever taken; reading it then says so."""
    with mmap(file.fileno(), 0, access=ACCESS_READ) as mapped:
        names = re.finditer(re.escape(package.PART), mapped)
        found = sum(1 for _ in islice(names, package.MOST_PARTS + 1))
        del names  # it holds the file open
    return found > package.MOST_PARTS


def entries(path: Path, opened: ExitStack, limit: int) -> Iterator[Entry]:
    """The archive stays open, for its files to be unpacked one by one, until `opened` closes."""
    archive = opened.enter_context(zipfile.ZipFile(path))
    members = [member for member in archive.infolist() if not member.is_dir()]
    if sum(one.file_size for one in members if one.file_size <= limit) > limit * MOST_TIMES:
        yield Entry(path.as_posix(), _too_large)
        return
    for member in sorted(members, key=_name):
        if not is_left_out(_name(member)):
            yield Entry(f"{path.as_posix()}/{_name(member)}", partial(_load, archive, member))
    if not members:
        yield Entry(path.as_posix(), _nothing)


def _name(member: zipfile.ZipInfo) -> str:
    """Windows writes Cyrillic names in cp866 and macOS in UTF-8, without saying so."""
    name = member.filename
    if not member.flag_bits & UTF8_NAME:
        name = _guessed(name)
    return name.replace("\\", "/").lstrip("/")


def _guessed(name: str) -> str:
    try:
        packed = name.encode("cp437")  # as zipfile took it to be
    except UnicodeEncodeError:
        return name
    try:
        return packed.decode("utf-8")
    except UnicodeDecodeError:
        return packed.decode("cp866")


def _load(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limit: int) -> bytes:
    package.refuse_locked([member])
    package.refuse_large([member], limit)
    try:
        return package.unpacked(archive, member)
    except package.BROKEN as error:
        raise Unreadable("file_damaged") from error


def _nothing(limit: int) -> bytes:
    raise Unreadable("file_empty")


def _too_large(limit: int) -> bytes:
    raise Unreadable("archive_too_large")
