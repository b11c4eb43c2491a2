"""SpreadsheetML 2003 (XML saved with an .xls name) → Sheets."""

import re
from datetime import date

from lxml import etree

from dashboard.errors import Unreadable
from dashboard.importer.reading import grid
from dashboard.importer.reading.grid import Span
from dashboard.importer.reading.markup import parsed, whole
from dashboard.spec.sheet import Cell, Sheet

SPACE = "urn:schemas-microsoft-com:office:spreadsheet"
SS = f"{{{SPACE}}}"
EXCEL = "{urn:schemas-microsoft-com:office:excel}"


def is_it(words: str) -> bool:
    return SPACE in words[:4096] and re.search(r"<(\w+:)?Workbook\b", words[:4096]) is not None


def sheets(words: str) -> tuple[Sheet, ...]:
    root = parsed(words.strip().encode("utf-8"), "utf-8")
    every = root.findall(f"{SS}Worksheet")
    seen = [worksheet for worksheet in every if not _is_hidden(worksheet)]
    return tuple(_sheet(worksheet) for worksheet in seen or every)


def _is_hidden(worksheet: etree._Element) -> bool:
    visible = worksheet.findtext(f"{EXCEL}WorksheetOptions/{EXCEL}Visible", "")
    return visible.strip() in ("SheetHidden", "SheetVeryHidden")


def _sheet(worksheet: etree._Element) -> Sheet:
    rows: list[list[Cell]] = []
    spans: list[Span] = []
    for row in worksheet.iterfind(f"{SS}Table/{SS}Row"):
        number = whole(row, f"{SS}Index", len(rows) + 1)
        if number > grid.MOST_ROWS:
            raise Unreadable("table_too_large")
        rows.extend([] for _ in range(number - len(rows)))
        spans.extend(_row(row, number - 1, rows[number - 1]))
        passed = min(whole(row, f"{SS}Span", 0), grid.MOST_ROWS - len(rows))
        rows.extend([] for _ in range(passed))
    return grid.sheet(worksheet.get(f"{SS}Name", ""), rows, spans)


def _row(row: etree._Element, number: int, values: list[Cell]) -> list[Span]:
    """Fills `values`; gives the merged ranges that begin in the row."""
    spans = []
    column = 0
    for cell in row.iterfind(f"{SS}Cell"):
        column = whole(cell, f"{SS}Index", column + 1) - 1
        grid.put(values, column, _value(cell))
        across, down = whole(cell, f"{SS}MergeAcross", 0), whole(cell, f"{SS}MergeDown", 0)
        if across or down:
            spans.append(Span(number, column, number + down, column + across))
        column += across + 1
    return spans


def _value(cell: etree._Element) -> Cell:
    data = cell.find(f"{SS}Data")
    if data is None:
        return None
    words = grid.text("".join(data.itertext()))
    kind = data.get(f"{SS}Type", "String")
    if words is None or kind == "Error":
        return None
    try:
        return _typed(kind, words)
    except ValueError:
        return words


def _typed(kind: str, words: str) -> Cell:
    if kind == "Number":
        return grid.number(float(words))
    if kind == "DateTime":
        return date.fromisoformat(words[:10])
    return words == "1" if kind == "Boolean" else words
