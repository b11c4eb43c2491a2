"""A stub of a workbook under a password: an OLE container that holds an encrypted package."""

from struct import pack

SECTOR = 512
MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
FREE, END, FAT_ITSELF, NOTHING = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
STREAM_LENGTH = 4096  # the shortest that needs no second table for small streams
STREAM, ROOT = 2, 5


def locked_workbook() -> bytes:
    """Sector 0 is the table of sectors, 1 the directory, 2-9 and 10-17 the two streams."""
    sectors = STREAM_LENGTH // SECTOR
    info, package = 2, 2 + sectors
    entries = _entry("Root Entry", ROOT, END, child=1)
    entries += _entry("EncryptionInfo", STREAM, info, right=2)
    entries += _entry("EncryptedPackage", STREAM, package)
    directory = entries.ljust(SECTOR, b"\0")
    streams = bytes(STREAM_LENGTH) + bytes(range(256)) * (STREAM_LENGTH // 256)
    return _header() + _sector_table(info, package, sectors) + directory + streams


def _header() -> bytes:
    head = MAGIC + bytes(16) + pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += pack("<IIIIIIIII", 0, 1, 1, 0, STREAM_LENGTH, END, 0, END, 0)
    return head + pack("<I", 0) + pack("<I", FREE) * 108


def _sector_table(info: int, package: int, sectors: int) -> bytes:
    table = [FAT_ITSELF, END]
    for start in (info, package):
        table += [*range(start + 1, start + sectors), END]
    table += [FREE] * (SECTOR // 4 - len(table))
    return pack(f"<{len(table)}I", *table)


def _entry(name: str, kind: int, start: int, child: int = NOTHING, right: int = NOTHING) -> bytes:
    text = name.encode("utf-16-le")
    entry = text.ljust(64, b"\0") + pack("<HBB", len(text) + 2, kind, 1)
    entry += pack("<III", NOTHING, right, child) + bytes(36)
    return entry + pack("<IQ", start, STREAM_LENGTH if kind == STREAM else 0)
