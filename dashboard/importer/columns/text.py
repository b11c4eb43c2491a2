"""Separated values → coded columns of texts, where the file is nothing but one even table."""

import io
import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from dashboard.errors import Unreadable
from dashboard.importer.columns.coded import Coded
from dashboard.importer.reading import delimited, encoding, grid
from dashboard.importer.reading.limits import Limits
from dashboard.spec.sheet import Sheet

LARGE = 1 << 20  # bytes; below it rows are read one by one in no time
DEFAULT = Limits()
Packed = tuple[Sheet, Sequence[tuple[Sequence[str], bytes]] | None]
ODD = re.compile(r'["\r\n]')
HEAD = 1 << 16  # letters that are looked at to know the table


def may_be_large_text(data: bytes) -> bool:
    return len(data) >= LARGE and not data.startswith((b"PK", b"\xd0\xcf", b"<", b"%PDF"))


def large_text(data: bytes) -> str | None:
    """The text of a large file of separated values, else None."""
    if not may_be_large_text(data):
        return None
    try:
        words = encoding.decode(data)
    except Unreadable:
        return None
    return words if encoding.is_text(words) and not words.lstrip().startswith(("<", "{")) else None


def cut(data: bytes, limits: Limits = DEFAULT) -> tuple[Sheet, list[Coded] | None] | None:
    """The first lines as a sheet, and the columns where they are even; None for other files."""
    words = large_text(data)
    if words is None:
        return None
    delimited.refuse_long_lines(words)
    texts = coded_texts(words)
    if texts:
        grid.refuse_size(len(texts[0].codes) + 1, len(texts), limits)
    return delimited.sheet(head(words)), texts


def coded(said: Packed | None) -> tuple[Sheet, list[Coded] | None] | None:
    """As `cut`, from what came over a pipe."""
    if said is None:
        return None
    head, texts = said
    one = [Coded(tuple(values), np.frombuffer(codes, np.int32)) for values, codes in texts or ()]
    return head, one or None


def head(words: str) -> str:
    """The first lines, whole."""
    return words[: words.rfind("\n", 0, HEAD) + 1] or words[:HEAD]


def coded_texts(words: str) -> list[Coded] | None:
    """The columns below the first row; None where rows differ in width or cells hold lines."""
    separator = delimited.separator(words)
    try:
        frame = pd.read_csv(
            io.StringIO(words.rstrip("\x1a"), newline=""),
            sep=separator,
            header=None,
            dtype="category",
            na_filter=False,
            skip_blank_lines=False,
            low_memory=False,
        )
    except (pd.errors.ParserError, ValueError):
        return None
    found = [_coded(frame[name].iloc[1:]) for name in frame.columns]
    return None if any(one is None for one in found) else found


def _coded(column: pd.Series) -> Coded | None:
    texts = column.cat.categories.astype(object).tolist()
    if any(not isinstance(text, str) or ODD.search(text) for text in texts):
        return None
    codes = column.cat.codes.to_numpy().astype(np.int32)
    return Coded(tuple(texts), codes).mapped([grid.text(text) for text in texts])
