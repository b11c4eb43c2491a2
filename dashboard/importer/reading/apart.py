"""Files are read in a process of their own, with limits: whatever they hold, the importer lives.

The process is warm (one for a whole import), and replaced when a file has ended it.
"""

import logging
import os
import pickle
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from threading import Event, Timer
from typing import IO

import dashboard
from dashboard.errors import Unreadable
from dashboard.importer.reading import wire
from dashboard.importer.reading.limits import MEGABYTE, Limits
from dashboard.importer.reading.recognise import read_small
from dashboard.spec.sheet import Sheet

log = logging.getLogger(__name__)
CHILD = "dashboard.importer.reading.child"
ROOT = Path(dashboard.__file__).parents[1]
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"), "1")
BROKEN = (OSError, EOFError, OverflowError, pickle.UnpicklingError, ValueError, TypeError)
OUT_OF_MEMORY = ("memory allocation of", "MemoryError", "bad_alloc")
LONGEST_LOG = 20_000  # the last letters of what the process wrote before it ended
PATIENCE = 2  # seconds for a process to end by itself

Cut = tuple[Sheet, Sequence[tuple[tuple[str, ...], bytes]] | None]


class Apart:
    """A context: leaving it ends the process, whatever happened. It starts with the first file
    that needs it."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen | None = None
        self._errors: IO[bytes] | None = None
        self._opened = ExitStack()

    def __enter__(self) -> "Apart":
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    @property
    def pid(self) -> int | None:
        return self._process and self._process.pid

    def sheets(self, name: str, data: bytes) -> tuple[Sheet, ...]:
        """As `reading.read`; small separated values are read here, being bounded by their size."""
        small = read_small(data, self._limits)
        if small is not None:
            return small
        return self._ask("sheets", name, data, lambda said: tuple(map(wire.sheet, said)))

    def columns(self, data: bytes) -> Cut | None:
        """A large file of separated values: its first lines and its columns, if it is even."""
        return self._ask("columns", "", data, lambda said: said and (wire.sheet(said[0]), said[1]))

    def _ask(self, task: str, name: str, data: bytes, made: Callable) -> object:
        process, late = self._running(), Event()
        timer = Timer(self._limits.seconds, _stop, (process, late))
        timer.daemon = True
        timer.start()
        try:
            wire.send(process.stdin, wire.packed((task, name)), data)
            status, said = wire.unpacked(wire.received(process.stdout, self._limits.memory))
            found = made(said) if status == "read" else None
        except BROKEN:
            said = None
            status = "gone"
        finally:
            timer.cancel()
            timer.join()  # it may be just about to end the process
        if status == "refused":
            raise Unreadable(said[0], **said[1])
        if status != "read":
            raise self._trouble(name, status, late.is_set())
        return found

    def _trouble(self, name: str, status: str, late: bool) -> Unreadable:
        code, told = None, self._told()
        if status != "fault":
            code = _code(self._process)
            self._end()
        check = _check(status, late, code, told)
        log.error("%s: %s (%s, %s)\n%s", name, check, status, code, told)
        if check == "file_takes_too_long":
            return Unreadable(check, limit=self._limits.seconds)
        if check == "file_too_heavy":
            return Unreadable(check, limit=self._limits.memory // MEGABYTE)
        return Unreadable(check)

    def _told(self) -> str:
        """What the process wrote since it was last asked for; it is not told twice."""
        self._errors.seek(0)
        told = self._errors.read().decode("utf-8", "replace")[-LONGEST_LOG:]
        self._errors.seek(0)
        self._errors.truncate()
        return told.lstrip("\0")

    def _running(self) -> subprocess.Popen:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        limits = self._limits
        bounds = (limits.size, limits.rows, limits.columns, limits.seconds, limits.memory)
        self._errors = self._opened.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", CHILD, *map(str, bounds)],  # -P: no module of the folder
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=os.environ | ONE_THREAD | {"PYTHONPATH": _path()},
        )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            _close(pipe)
        self._opened.close()


def _check(status: str, late: bool, code: int | None, told: str) -> str:
    if late or (code is not None and code == -getattr(signal, "SIGXCPU", 0)):
        return "file_takes_too_long"
    killed = code is not None and code == -getattr(signal, "SIGKILL", 0)  # by a system out of it
    if status == "memory" or killed or any(words in told for words in OUT_OF_MEMORY):
        return "file_too_heavy"
    return "file_breaks_reader"


def _code(process: subprocess.Popen) -> int | None:
    """How it ended by itself, if it did."""
    try:
        return process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        return None


def _stop(process: subprocess.Popen, late: Event) -> None:
    late.set()
    process.kill()


def _close(pipe: IO[bytes]) -> None:
    """What was not yet written to a process that is gone is not missed."""
    try:
        pipe.close()
    except OSError:
        log.debug("the pipe was broken")


def _path() -> str:
    return os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
