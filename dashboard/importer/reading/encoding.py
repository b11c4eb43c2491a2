"""Bytes → text, for files that do not say, or say wrongly, how their letters are written."""

import re

from dashboard.errors import Unreadable

MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# What a page may say of itself and is believed. UTF-8 and windows-1251 are found without it,
# and windows-1252 is what careless programs write above Cyrillic letters.
BELIEVED = {
    "koi8-r": "koi8_r",
    "koi8-u": "koi8_u",
    "ibm866": "cp866",
    "cp866": "cp866",
    "iso-8859-5": "iso8859_5",
}
ONE_BYTE = ("cp1251", "kz1048", "ptcp154")
# Letters of Kyrgyz, Kazakh, Uzbek and Tajik; є ї are ө ү of the old Kyrgyz fonts.
EXPECTED = re.compile(r"[\x00-\x7fА-Яа-яЁёӨөҮүҢңӘәҒғҚқҰұҺһІіЎўҲҳҶҷӢӣӮӯЄєЇї№«»„“”‘’–—…·°§±©€•%\xa0]")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")


def decode(data: bytes) -> str:
    """Raises Unreadable where the letters are broken, as in a file cut in the middle."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _sound(data[len(mark) :], encoding)
    encoding = _declared(data) or _two_bytes(data)
    if encoding:
        return _sound(data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _one_byte(data)


def is_text(words: str) -> bool:
    """Bytes of a picture or a program leave characters that no text has."""
    controls = len(CONTROLS.findall(words))
    return "\0" not in words and controls * 1000 <= len(words)


def _sound(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable("file_damaged") from error


def _declared(data: bytes) -> str | None:
    head = data[:4096].lstrip()
    said = re.search(rb"(?:charset|encoding)\s*=\s*[\"']?([\w-]+)", head)
    if not head.startswith(b"<") or said is None:
        return None
    return BELIEVED.get(said[1].decode("ascii", "replace").lower())


def _two_bytes(data: bytes) -> str | None:
    """UTF-16 without its mark: every second byte is 0 (Latin, digits) or 4 (Cyrillic)."""
    head = data[:4096]
    for encoding, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if 0 in high and sum(byte in (0, 4) for byte in high) >= 0.9 * len(high):
            return encoding
    return None


def _one_byte(data: bytes) -> str:
    """The encoding with the fewest strange letters; of equals the most usual one."""
    if _is_broken_utf8(data):
        raise Unreadable("file_damaged")
    texts = [data.decode(encoding, "replace") for encoding in ONE_BYTE]
    return min(texts, key=lambda words: len(EXPECTED.sub("", words[:100_000])))


def _is_broken_utf8(data: bytes) -> bool:
    """Nearly all of it is UTF-8, so that another encoding would only make gibberish."""
    words = data.decode("utf-8", "replace")
    broken = words.count("\ufffd")
    letters = sum(character > "\x7f" for character in words) - broken
    return letters > 20 * broken
