"""Files, folders and archives as given → each file's bytes, with what its manifest says of it."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from dashboard.errors import Unreadable
from dashboard.importer.reading import archive, manifest, package
from dashboard.importer.reading.entry import Entry, is_left_out
from dashboard.importer.reading.manifest import Read, Said
from dashboard.importer.reading.recognise import read


@dataclass(frozen=True, slots=True)
class Received:
    """With `trouble` there are no bytes to read."""

    path: str
    data: bytes
    said: Said
    trouble: Unreadable | None


def receive(paths: Iterable[Path], limit: int, read: Read = read) -> Iterator[Received]:
    """One file at a time in memory; `limit` is in bytes, unpacked, for each file."""
    with ExitStack() as opened:
        entries = [entry for path in paths for entry in _found(Path(path), opened, limit)]
        notes, files = _parted(entries)
        said: dict[PurePosixPath, dict[str, Said]] = {}
        for note in notes:
            received = _received(note, {}, limit)
            trouble = received.trouble or _learn(received, said, read)
            if trouble:
                yield Received(note.path, b"", {}, trouble)
        for file in files:
            yield _received(file, manifest.said_of(file.path, said), limit)


def _parted(entries: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Manifests, and the files that they speak of."""
    notes = [entry for entry in entries if _is_note(entry)]
    return notes, [entry for entry in entries if not _is_note(entry)]


def _is_note(entry: Entry) -> bool:
    return PurePosixPath(entry.path).name == manifest.NAME


def _learn(
    received: Received, said: dict[PurePosixPath, dict[str, Said]], read: Read
) -> Unreadable | None:
    try:
        said[PurePosixPath(received.path).parent] = manifest.parsed(received.data, read)
    except Unreadable as trouble:
        return trouble
    return None


def _received(entry: Entry, said: Said, limit: int) -> Received:
    try:
        data = entry.load(limit)
        package.refuse_packed(data, limit)
    except Unreadable as trouble:
        return Received(entry.path, b"", said, trouble)
    return Received(entry.path, data, said, None)


def _found(path: Path, opened: ExitStack, limit: int) -> Iterator[Entry]:
    if not path.is_dir():
        if not is_left_out(path.name) or not path.exists():
            yield from _file(path, opened, limit)
        return
    inside = [Path(folder, name) for folder, _, names in os.walk(path) for name in names]
    for file in sorted(inside):
        if not is_left_out(file.relative_to(path).as_posix()):
            yield from _file(file, opened, limit)


def _file(path: Path, opened: ExitStack, limit: int) -> Iterator[Entry]:
    if archive.is_archive(path):
        yield from archive.entries(path, opened, limit)
    else:
        yield Entry(path.as_posix(), partial(_load, path))


def _load(path: Path, limit: int) -> bytes:
    if not path.is_file():
        raise Unreadable("file_missing")
    try:
        if path.stat().st_size > limit:
            raise Unreadable("file_too_large", limit=limit >> 20)
        return path.read_bytes()
    except OSError as error:
        raise Unreadable("file_locked") from error
