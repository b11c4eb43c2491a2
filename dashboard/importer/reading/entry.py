"""One file that was found, in a folder or an archive, before its bytes are asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

# Besides hidden files and the locks that office programs leave (~$…).
LEFT_OUT = frozenset(("truth.json", "Thumbs.db", "desktop.ini", "__MACOSX"))


@dataclass(frozen=True, slots=True)
class Entry:
    path: str  # as shown to a person: the path given, then the way inside, with "/"
    load: Callable[[int], bytes]  # takes the limit in bytes; raises Unreadable


def is_left_out(inside: str) -> bool:
    """`inside` is the way from the folder or archive given, so that where that lies is free."""
    parts = PurePosixPath(inside).parts
    return any(part in LEFT_OUT or part.startswith((".", "~$")) for part in parts)
