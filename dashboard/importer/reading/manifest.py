"""What a manifest.csv says of the files beside and below it."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath

from dashboard.errors import Unreadable
from dashboard.importer.reading.recognise import read
from dashboard.spec.sheet import Cell, Sheet

NAME = "manifest.csv"
KEYS = ("school_id", "year", "period", "round", "class", "subject_id", "layout")

Read = Callable[[str, bytes], Sequence[Sheet]]
Said = Mapping[str, str]
Manifests = Mapping[PurePosixPath, Mapping[str, Said]]  # by the folder that holds the manifest


def parsed(data: bytes, read: Read = read) -> dict[str, Said]:
    """By the file's path from the manifest's folder; raises Unreadable without a column «file»."""
    rows = read(NAME, data)[0].rows
    heads = [_text(head).lower() for head in rows[0]]
    if "file" not in heads:
        raise Unreadable("manifest_unclear")
    lines = [dict(zip(heads, map(_text, row))) for row in rows[1:]]
    return {
        _plain(line["file"]): {key: line[key] for key in KEYS if line.get(key)} for line in lines
    }


def said_of(path: str, manifests: Manifests) -> Said:
    """What the nearest manifest above the file says of it, if any names it."""
    file = PurePosixPath(path)
    for folder in file.parents:
        named = manifests.get(folder, {}).get(_plain(str(file.relative_to(folder))))
        if named is not None:
            return named
    return {}


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _plain(path: str) -> str:
    """One spelling: backslashes of Windows, the split letters of macOS, a leading «./»."""
    return unicodedata.normalize("NFC", path.replace("\\", "/")).removeprefix("./")
