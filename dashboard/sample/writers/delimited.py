"""Rows → delimited text in a given encoding."""

import csv
from collections.abc import Iterable
from io import StringIO

from dashboard.sample.export import Cell


def delimited(rows: Iterable[list[Cell]], separator: str, encoding: str) -> bytes:
    """Raises UnicodeEncodeError where the encoding lacks a letter: nothing is ever replaced."""
    text = StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode(encoding)
