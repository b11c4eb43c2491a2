"""The container of .xls and of locked workbooks: which streams it holds, and their bytes."""

from array import array
from dataclasses import dataclass
from struct import error as StructError
from struct import unpack_from

from dashboard.errors import Unreadable

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAST = 0xFFFFFFFA  # sector numbers from here on mean "the end" or "free"
SHORT = 4096  # streams below this size stand in the small sectors
ENTRY = 128
KIND = 66  # where an entry says what it is; 0: not used
COUNTS = (40, 44, 64, 72)  # where the head says how many sectors its tables take


@dataclass(frozen=True, slots=True)
class Stream:
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Container:
    sectors: tuple[bytes, ...]
    following: array  # by sector, the next one of its stream
    small: tuple[bytes, ...]
    small_following: array
    streams: dict[str, Stream]


def opened(data: bytes) -> Container:
    """Raises Unreadable where a sector is missing, as in a file cut off, or comes round again."""
    try:
        return _container(data)
    except (StructError, ValueError, IndexError, KeyError) as error:
        raise Unreadable("file_damaged") from error


def content(container: Container, stream: Stream) -> bytes:
    if stream.size < SHORT:
        pieces = _chain(container.small, container.small_following, stream.start)
    else:
        pieces = _chain(container.sectors, container.following, stream.start)
    return pieces[: stream.size]


def _container(data: bytes) -> Container:
    size = 1 << min(unpack_from("<H", data, 30)[0], 16)
    sectors = _cut(data[size:], size)
    _refuse_false_counts(data, sectors)
    following = _numbers(b"".join(sectors[number] for number in _table(data, sectors)))
    entries = _cut(_chain(sectors, following, unpack_from("<I", data, 48)[0]), ENTRY)
    streams = dict(_entry(entry) for entry in entries if len(entry) == ENTRY and entry[KIND])
    if any(stream.size > len(data) for stream in streams.values()):
        raise Unreadable("file_damaged")
    small = _chain(sectors, following, streams["Root Entry"].start)
    small_following = _chain(sectors, following, unpack_from("<I", data, 60)[0])
    return Container(sectors, following, _cut(small, 64), _numbers(small_following), streams)


def _refuse_false_counts(data: bytes, sectors: tuple[bytes, ...]) -> None:
    """A reader that takes such a count at its word asks for more memory than there is."""
    if any(unpack_from("<I", data, place)[0] > len(sectors) for place in COUNTS):
        raise Unreadable("file_damaged")


def _cut(data: bytes, size: int) -> tuple[bytes, ...]:
    return tuple(data[place : place + size] for place in range(0, len(data), size))


def _numbers(data: bytes) -> array:
    return array("I", data[: len(data) // 4 * 4])


def _table(data: bytes, sectors: tuple[bytes, ...]) -> list[int]:
    """The sectors that say which sector follows which."""
    numbers = list(unpack_from("<109I", data, 76))
    further = unpack_from("<I", data, 68)[0]
    while further < LAST and len(numbers) <= len(sectors) + 109:
        *more, further = _numbers(sectors[further])
        numbers += more
    return [number for number in numbers if number < LAST]


def _chain(sectors: tuple[bytes, ...], following: array, start: int) -> bytes:
    pieces = []
    while start < LAST:
        if start >= min(len(sectors), len(following)) or len(pieces) > len(sectors):
            raise Unreadable("file_damaged")
        pieces.append(sectors[start])
        start = following[start]
    return b"".join(pieces)


def _entry(entry: bytes) -> tuple[str, Stream]:
    length = unpack_from("<H", entry, 64)[0]
    name = entry[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
    return name, Stream(*unpack_from("<II", entry, 116))
