"""What goes between the importer and the process that reads: a length, then so many bytes."""

import io
import pickle
from collections.abc import Sequence
from datetime import date
from struct import Struct
from typing import BinaryIO

from dashboard.spec.sheet import Sheet

LENGTH = Struct("<Q")


class _Plain(pickle.Unpickler):
    """Built-in values and dates alone: nothing that a file could make the reader say is called."""

    def find_class(self, module: str, name: str) -> type:
        if (module, name) == ("datetime", "date"):
            return date
        raise pickle.UnpicklingError(f"{module}.{name}")


def send(pipe: BinaryIO, *pieces: bytes) -> None:
    for piece in pieces:
        pipe.write(LENGTH.pack(len(piece)))
        pipe.write(piece)
    pipe.flush()


def received(pipe: BinaryIO, most: int) -> bytes:
    """Raises EOFError where the other side is gone, OverflowError for more than is taken."""
    (length,) = LENGTH.unpack(_whole(pipe, LENGTH.size))
    if length > most:
        raise OverflowError
    return _whole(pipe, length)


def packed(value: object) -> bytes:
    return pickle.dumps(value, protocol=5)


def unpacked(data: bytes) -> object:
    return _Plain(io.BytesIO(data)).load()


def plain(sheet: Sheet) -> tuple:
    return sheet.name, sheet.rows, sheet.filled, sheet.lines


def sheet(said: Sequence) -> Sheet:
    return Sheet(*said)


def _whole(pipe: BinaryIO, length: int) -> bytes:
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return data
