"""The files as received, kept by their sha256, each with the options it was imported with."""

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from dashboard.errors import UserError
from dashboard.store import places

PIECE = 1 << 20  # bytes


class KeptMissing(UserError):
    key = "error.kept_missing"


class KeptChanged(UserError):
    key = "error.kept_changed"


def fingerprint(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def keep(store: Path, data: bytes, name: str, options: Mapping[str, str]) -> str:
    """Keep the bytes once, and note beside them under which name and options they came."""
    sha256 = fingerprint(data)
    folder = places.files(store)
    _whole(folder / sha256, data)
    _note(folder / f"{sha256}.json", {"name": name, "options": dict(options)})
    return sha256


def hold(store: Path, data: bytes) -> str:
    """Keep the bytes of a file that is not imported yet, and may never be."""
    sha256 = fingerprint(data)
    _whole(places.files(store) / sha256, data)
    return sha256


def take(store: Path, stream: BinaryIO) -> str:
    """The same for what arrives in pieces, however large."""
    folder = places.files(store)
    folder.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".", delete=False) as aside:
        try:
            while piece := stream.read(PIECE):
                digest.update(piece)
                aside.write(piece)
            aside.flush()
            os.fsync(aside.fileno())
            aside.close()
            os.replace(aside.name, folder / digest.hexdigest())
        except BaseException:
            Path(aside.name).unlink(missing_ok=True)
            raise
    return digest.hexdigest()


def load(store: Path, sha256: str) -> bytes:
    """The bytes as they were received. Raises KeptMissing, KeptChanged."""
    path = places.files(store) / sha256
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise KeptMissing(path=path) from None
    if fingerprint(data) != sha256:
        raise KeptChanged(path=path)
    return data


def check(store: Path, sha256: str) -> None:
    """That the bytes are there as they were received, however many. Raises as `load` does."""
    path = places.files(store) / sha256
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        raise KeptMissing(path=path) from None
    if found != sha256:
        raise KeptChanged(path=path)


def _whole(path: Path, data: bytes) -> None:
    """What is there already is young again: `tirek prune` must not take it meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        os.utime(path)
    else:
        places.write_whole(path, data)


def _note(path: Path, use: dict) -> None:
    uses = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    if use not in uses:
        text = json.dumps([*uses, use], ensure_ascii=False, indent=1, sort_keys=True)
        places.write_whole(path, text.encode("utf-8"))
