"""Whether another process is reading a file: DuckDB locks what it has open."""

import os
from pathlib import Path


def open_elsewhere(path: Path) -> bool:
    """False for what is not there; where the system keeps no such locks, it refuses by itself to
    remove an open file."""
    if os.name != "posix" or not path.exists():
        return False
    import fcntl

    with path.open("rb+") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
    return False
