"""Where things lie in a store: files/, snapshots/, current."""

import os
from pathlib import Path

POINTER = "current"


def files(store: Path) -> Path:
    return store / "files"


def snapshots(store: Path) -> Path:
    return store / "snapshots"


def database(store: Path, snapshot: str) -> Path:
    return snapshots(store) / f"{snapshot}.duckdb"


def summary(store: Path, snapshot: str) -> Path:
    return snapshots(store) / f"{snapshot}.json"


def state(store: Path) -> Path:
    return store / "state.sqlite"


def pupil_key(store: Path) -> Path:
    return store / "pupil_key"


def write_whole(path: Path, data: bytes) -> None:
    """The file holds all of `data` or is as it was: written aside, synced, renamed."""
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    with aside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(aside, path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """A rename survives a power cut only when its folder is on the disk too."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
