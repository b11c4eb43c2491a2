"""Drawn blocks, ready to be sent, up to a number of bytes; the least used are given up first."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable


class Shelf:
    """A snapshot never changes, so what is kept under its id never goes stale."""

    def __init__(self, most_bytes: int) -> None:
        self._most, self._held = most_bytes, 0
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """What is kept under the key, else what `make` gives. An error is not kept."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._held += len(made) - len(self._kept.pop(key, b""))
            self._kept[key] = made
            while self._held > self._most:
                _, gone = self._kept.popitem(last=False)
                self._held -= len(gone)
        return made
