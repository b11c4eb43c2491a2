"""Files spoilt as hands, messengers, disks and ill will spoil them; the same for the same seed."""

import io
import re
import warnings
import zipfile
from collections.abc import Callable
from random import Random

Rows = list[list[object]]

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1251", "cp866", "koi8-r")
NASTY = (
    *(None, "", " ", "\u00a0", "-", "—", "x", 0, -1, 1, 5, 1e308, 10**30, -(10**30), 0.1, True),
    *("=1+1", "=cmd|' /C calc'!A0", "#REF!", "#ДЕЛ/0!", "1e999", "NaN", "inf", "-0", "１２", "²"),
    *("67,5%", "100%", "1 000", "12.03.2026", "2026-13-45", "31.02.2026", "0000-00-00", "1:75"),
    *("99999-99999", "2026/2027", "13А", "0", "Ⅷ", "8«Ә»", "Школа:", "Класс: ", "Итого", "№"),
    *("1 четверть", "5 четверть", "H9", "S05", "S99", "Физика", "ФИО", "Всего", "%", "«5»"),
    *(
        "\x00",
        "\ufeff",
        "\u202e5А",
        "\ud83d"[:0] + "👩‍🏫",
        "a" * 5000,
        "а\nб\r\nв",
        '"',
        "';--",
        "{}",
    ),
    *("<b>", "&lt;&#0;", "&boom;", "{value}", "%s %(x)s", "\\N", "\u0301" * 50, "İ", "ß", "Ǆ"),
)
PARTS = (
    *("0", "-1", "999999999", "99999999999999999999", "XFD1048577", "A0", "ZZZZ99", "1e9", "", "?"),
    *("../../etc", "&x;", "\x01", "s", "e", "d", "inlineStr"),
)


def bytes_changed(data: bytes, chance: Random) -> bytes:
    return _any((_flipped, _cut_out, _doubled, _put_in, _truncated, _zeroed), chance)(data, chance)


def encoded_anew(data: bytes, chance: Random) -> bytes:
    """Read by one table of letters and written by another, as an editor does it."""
    text = data.decode(chance.choice(ENCODINGS), "replace")
    return text.encode(chance.choice(ENCODINGS), "replace")


def numbers_changed(data: bytes, chance: Random) -> bytes:
    """Of markup: what stands in quotes, or between two signs, is something else."""
    found = list(re.finditer(rb'"[^"<>]{0,20}"|>[^<>]{1,20}<|=[0-9]+', data))
    for place in sorted(chance.sample(found, min(len(found), 3)), key=lambda m: -m.start()):
        first, last = place.start() + 1, place.end() - (place.group()[:1] != b"=")
        data = data[:first] + chance.choice(PARTS).encode() + data[last:]
    return data


def members_changed(data: bytes, chance: Random) -> bytes:
    """Of a workbook: a member is gone, doubled, renamed, or holds something else."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            members = [(member.filename, book.read(member)) for member in book.infolist()]
    except Exception:  # noqa: BLE001 - it is spoilt already
        return bytes_changed(data, chance)
    if not members:
        return bytes_changed(data, chance)
    place = chance.randrange(len(members))
    name, content = members[place]
    members[place : place + 1] = _any((_other_content, _gone, _twice, _renamed), chance)(
        name, content, chance
    )
    return _zipped(members, chance)


def _zipped(members: list[tuple[str, bytes]], chance: Random) -> bytes:
    file, way = io.BytesIO(), chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(file, "w", way) as book:
        for name, content in members:  # of one name there may be several
            book.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()


def rows_changed(rows: Rows, chance: Random) -> Rows:
    """One thing about the cells, rows or columns."""
    changes = (
        *(_cell, _cell, _cell, _row_gone, _row_twice, _rows_swapped, _column_gone, _column_twice),
        *(_columns_swapped, _headings_swapped, _row_put_in, _row_cut, _shuffled, _ragged, _stacked),
    )
    return _any(changes, chance)([list(row) for row in rows], chance)


def _any(changes: tuple[Callable, ...], chance: Random) -> Callable:
    return chance.choice(changes)


def _span(data: bytes, chance: Random) -> tuple[int, int]:
    first = chance.randint(0, len(data))
    return first, min(len(data), first + chance.choice((1, 2, 8, 64, 512)))


def _flipped(data: bytes, chance: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8) if data else 0):
        changed[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(changed)


def _cut_out(data: bytes, chance: Random) -> bytes:
    first, last = _span(data, chance)
    return data[:first] + data[last:]


def _doubled(data: bytes, chance: Random) -> bytes:
    first, last = _span(data, chance)
    return data[:last] + data[first:last] * chance.choice((1, 2, 50)) + data[last:]


def _put_in(data: bytes, chance: Random) -> bytes:
    first, _ = _span(data, chance)
    return data[:first] + chance.randbytes(chance.choice((1, 4, 100))) + data[first:]


def _truncated(data: bytes, chance: Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _zeroed(data: bytes, chance: Random) -> bytes:
    first, last = _span(data, chance)
    return data[:first] + bytes(last - first) + data[last:]


def _other_content(name: str, content: bytes, chance: Random) -> list[tuple[str, bytes]]:
    change = _any((bytes_changed, numbers_changed, numbers_changed, encoded_anew), chance)
    return [(name, change(content, chance))]


def _gone(name: str, content: bytes, chance: Random) -> list[tuple[str, bytes]]:
    return []


def _twice(name: str, content: bytes, chance: Random) -> list[tuple[str, bytes]]:
    return [(name, content), (f"{name}2", content)]


def _renamed(name: str, content: bytes, chance: Random) -> list[tuple[str, bytes]]:
    return [(chance.choice((name.upper(), f"/{name}", name.replace("/", "\\"), "x")), content)]


def _cell(rows: Rows, chance: Random) -> Rows:
    row = chance.choice(rows)
    if row:
        row[chance.randrange(len(row))] = chance.choice(NASTY)
    return rows


def _row_gone(rows: Rows, chance: Random) -> Rows:
    if len(rows) > 1:
        del rows[chance.randrange(len(rows))]
    return rows


def _row_twice(rows: Rows, chance: Random) -> Rows:
    place = chance.randrange(len(rows))
    return [*rows[:place], *[rows[place]] * chance.choice((2, 3, 40)), *rows[place:]]


def _rows_swapped(rows: Rows, chance: Random) -> Rows:
    one, other = chance.randrange(len(rows)), chance.randrange(len(rows))
    rows[one], rows[other] = rows[other], rows[one]
    return rows


def _row_put_in(rows: Rows, chance: Random) -> Rows:
    width = chance.choice((0, 1, 5, 300))
    rows.insert(chance.randint(0, len(rows)), [chance.choice(NASTY) for _ in range(width)])
    return rows


def _row_cut(rows: Rows, chance: Random) -> Rows:
    row = chance.choice(rows)
    del row[chance.randint(0, len(row)) :]
    return rows


def _column_gone(rows: Rows, chance: Random) -> Rows:
    place = chance.randrange(max(map(len, rows)) or 1)
    return [row[:place] + row[place + 1 :] for row in rows]


def _column_twice(rows: Rows, chance: Random) -> Rows:
    place = chance.randrange(max(map(len, rows)) or 1)
    return [row[: place + 1] + row[place:] for row in rows]


def _columns_swapped(rows: Rows, chance: Random) -> Rows:
    width = max(map(len, rows)) or 1
    order = list(range(width))
    one, other = chance.randrange(width), chance.randrange(width)
    order[one], order[other] = order[other], order[one]
    return [[row[place] if place < len(row) else None for place in order] for row in rows]


def _headings_swapped(rows: Rows, chance: Random) -> Rows:
    """In one row alone: the numbers below stay where they are."""
    row = chance.choice(rows)
    chance.shuffle(row)
    return rows


def _shuffled(rows: Rows, chance: Random) -> Rows:
    chance.shuffle(rows)
    return rows


def _ragged(rows: Rows, chance: Random) -> Rows:
    return [[None] * chance.randint(0, 3) + row for row in rows]


def _stacked(rows: Rows, chance: Random) -> Rows:
    """The table again below itself, as pasted together."""
    return [*rows, *rows]
