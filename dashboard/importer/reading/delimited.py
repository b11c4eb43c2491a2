"""Delimited text (CSV, TSV) → a Sheet. Cells stay text: «1,5» is for the importer to read."""

import csv
import io
import re
from collections import Counter

from dashboard.errors import Unreadable
from dashboard.importer.reading import grid
from dashboard.spec.sheet import Sheet

SEPARATORS = (";", "\t", ",", "|")  # of equals the first
SAMPLE = 65_536
LONGEST_CELL = 50  # lines; a cell with more has swallowed the rows after a lone quotation mark
LONGEST_LINE = 1_000_000  # letters
QUOTED = re.compile(r'"[^"\r\n]*"')  # what stands in quotation marks separates nothing
# A decimal comma between other separators is no separator: «;52,0;».
# Every part has an end: with «as many as there are» a page of blank lines would take for ever.
DECIMAL = re.compile(
    r"(?m)(^|[;\t|])([\" \xa0]{0,4}-?(?:[\d \xa0\u202f]{0,20}\d)),"
    r"(\d{1,20}[ \xa0]{0,3}%?[ \xa0]{0,3}\"?)(?=[;\t|\r\n]|$)"
)


def sheet(words: str) -> Sheet:
    """Blank lines keep their place, so that row numbers are those of the file's records."""
    words = words.rstrip("\x1a")
    refuse_long_lines(words)
    announced = re.match(r"sep=(.)[\r\n]", words)  # Excel's own first line
    mark = announced[1] if announced else separator(words)
    rows = [[grid.text(cell) for cell in record] for record in _records(words, mark)]
    return grid.sheet("", [[], *rows[1:]] if announced else rows)


def refuse_long_lines(words: str) -> None:
    """A million letters without an end of line are no row of a table."""
    start = 0
    while start + LONGEST_LINE < len(words):
        end = max(words.rfind(mark, start, start + LONGEST_LINE) for mark in "\r\n")
        if end < 0:
            raise Unreadable("line_too_long")
        start = end + 1


def separator(words: str) -> str:
    """The mark between cells."""
    sample = DECIMAL.sub(r"\1\2.\3", QUOTED.sub("", words[:SAMPLE]))
    return max(SEPARATORS, key=lambda mark: _weight(_records(sample, mark)))


def _weight(records: list[list[str]]) -> int:
    """How many separators stand in rows of the one width that explains most of them.

    Label lines above the table have fewer columns, so not all rows need agree.
    """
    widths = Counter(len(record) for record in records)
    return max((count * (width - 1) for width, count in widths.items()), default=0)


def _records(words: str, separator: str) -> list[list[str]]:
    """As CSV has it; where its quotation marks do not pair, each line is a row."""
    try:
        records = list(csv.reader(io.StringIO(words, newline=""), delimiter=separator))
    except csv.Error:
        return _plain(words, separator)
    swallowed = any(cell.count("\n") > LONGEST_CELL for record in records for cell in record)
    return _plain(words, separator) if swallowed else records


def _plain(words: str, separator: str) -> list[list[str]]:
    return [line.split(separator) for line in re.split(r"\r\n|\r|\n", words)]
