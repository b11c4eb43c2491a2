"""Answers kept by the snapshot they are of, the least used given up first."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable

from dashboard.store.current import Snapshot


class Kept:
    """Wraps a function of (snapshot, *arguments). An error is not kept."""

    def __init__(self, function: Callable, size: int) -> None:
        self._function, self._size = function, size
        self._answers: OrderedDict[tuple, object] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(self, snapshot: Snapshot, *arguments: Hashable) -> object:
        key = (snapshot.id, *arguments)
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]
        answer = self._function(snapshot, *arguments)
        with self._lock:
            self._answers[key] = answer
            while len(self._answers) > self._size:
                self._answers.popitem(last=False)
        return answer

    def peek(self, snapshot: Snapshot, *arguments: Hashable) -> object | None:
        """The answer if it is kept; nothing is asked."""
        with self._lock:
            return self._answers.get((snapshot.id, *arguments))

    def forget(self) -> None:
        with self._lock:
            self._answers.clear()
