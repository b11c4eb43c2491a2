"""The process that reads files for the importer, one after another, until its input ends.

What a file does to it, it does to nobody else: `apart` is the other side.
"""

import faulthandler
import logging
import os
import signal
import sys
from collections.abc import Callable, Mapping
from types import MappingProxyType, ModuleType
from typing import BinaryIO

from dashboard.errors import Unreadable
from dashboard.importer.reading import wire
from dashboard.importer.reading.limits import Limits
from dashboard.importer.reading.recognise import read

try:
    import resource
except ImportError:  # Windows has none: there the parent's clock alone is left
    resource: ModuleType | None = None

log = logging.getLogger(__name__)
LONGEST_REQUEST = 1 << 40  # what comes from the importer has passed its limits


def main() -> None:
    limits = Limits(*map(int, sys.argv[1:]))
    asked, answers = _pipes()
    faulthandler.enable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the importer says when it ends
    _bound_memory(limits)
    while True:
        try:
            task, name = wire.unpacked(wire.received(asked, LONGEST_REQUEST))
            data = wire.received(asked, LONGEST_REQUEST)
        except EOFError:
            return
        _bound_time(limits)
        wire.send(answers, _answer(TASKS[task], name, data, limits))


def _answer(task: Callable, name: str, data: bytes, limits: Limits) -> bytes:
    try:
        return wire.packed(("read", task(name, data, limits)))
    except Unreadable as trouble:
        return wire.packed(("refused", (trouble.check, trouble.about)))
    except MemoryError:
        return wire.packed(("memory", None))
    except Exception:
        log.exception("a file's reader failed")  # the importer logs what stands here
        return wire.packed(("fault", None))


def _sheets(name: str, data: bytes, limits: Limits) -> list[tuple]:
    return [wire.plain(sheet) for sheet in read(name, data, limits)]


def _columns(_name: str, data: bytes, limits: Limits) -> tuple | None:
    from dashboard.importer.columns.text import cut  # with pandas, for large files alone

    found = cut(data, limits)
    if found is None:
        return None
    head, texts = found
    coded = texts and [(one.values, one.codes.tobytes()) for one in texts]
    return wire.plain(head), coded


TASKS: Mapping[str, Callable] = MappingProxyType({"sheets": _sheets, "columns": _columns})


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Nothing that a library prints may come between the answers."""
    asked, answers = os.dup(0), os.dup(1)
    os.dup2(2, 1)
    with open(os.devnull, "rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    return os.fdopen(asked, "rb"), os.fdopen(answers, "wb")


def _bound_memory(limits: Limits) -> None:
    if resource is not None:
        _set(resource.RLIMIT_AS, limits.memory)
        _set(resource.RLIMIT_CORE, 0)


def _bound_time(limits: Limits) -> None:
    """Should the importer be gone, nobody else would end a reader that goes round and round."""
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _set(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + limits.seconds + 1)


def _set(kind: int, most: int) -> None:
    """The hard limit stays: it may only ever be lowered."""
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    main()
