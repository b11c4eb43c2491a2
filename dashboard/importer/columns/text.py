"""Separated values → coded columns of texts, where the file is nothing but one even table."""

import io

import numpy as np
import pandas as pd

from dashboard.errors import Unreadable
from dashboard.importer.columns.coded import Coded
from dashboard.importer.reading import delimited, encoding, grid

LARGE = 1 << 20  # bytes; below it rows are read one by one in no time
HEAD = 1 << 16  # letters that are looked at to know the table


def large_text(data: bytes) -> str | None:
    """The text of a large file of separated values, else None."""
    if len(data) < LARGE or data.startswith((b"PK", b"\xd0\xcf", b"<", b"%PDF")):
        return None
    try:
        words = encoding.decode(data)
    except Unreadable:
        return None
    return words if encoding.is_text(words) and not words.lstrip().startswith(("<", "{")) else None


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
    if any('"' in text or "\n" in text or "\r" in text for text in texts):
        return None
    codes = column.cat.codes.to_numpy().astype(np.int32)
    return Coded(tuple(texts), codes).mapped([grid.text(text) for text in texts])
