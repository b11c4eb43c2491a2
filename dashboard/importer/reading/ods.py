"""OpenDocument spreadsheets → Sheets. Read here: calamine says nothing of their merged cells."""

from datetime import date

from lxml import etree

from dashboard.errors import Unreadable
from dashboard.importer.reading import grid
from dashboard.importer.reading.grid import Span
from dashboard.importer.reading.markup import parsed, whole
from dashboard.spec.sheet import Cell, Sheet

NAMES = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TABLE, TEXT, STYLE = (NAMES % part for part in ("office", "table", "text", "style"))
CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
PARAGRAPH = f"{TEXT}p"


def sheets(content: bytes) -> tuple[Sheet, ...]:
    root = parsed(content)
    hidden = _hidden_styles(root)
    every = root.findall(f".//{OFFICE}spreadsheet/{TABLE}table")
    seen = [table for table in every if table.get(f"{TABLE}style-name") not in hidden]
    return tuple(_sheet(table) for table in seen or every)


def _hidden_styles(root: etree._Element) -> set[str | None]:
    styles = root.iterfind(f".//{STYLE}style[@{STYLE}family='table']")
    return {
        style.get(f"{STYLE}name")
        for style in styles
        for shape in style.iterfind(f"{STYLE}table-properties")
        if shape.get(f"{TABLE}display") == "false"
    }


def _sheet(table: etree._Element) -> Sheet:
    rows: list[list[Cell]] = []
    spans: list[Span] = []
    for element in table.iter(f"{TABLE}table-row"):
        row, merged = _row(element, len(rows))
        times = whole(element, f"{TABLE}number-rows-repeated", 1)
        if row and len(rows) + times > grid.MOST_ROWS:
            raise Unreadable("table_too_large")
        rows.extend([row] * min(times, grid.MOST_ROWS - len(rows)))
        spans.extend(merged)
    return grid.sheet(table.get(f"{TABLE}name", ""), rows, spans)


def _row(element: etree._Element, number: int) -> tuple[list[Cell], list[Span]]:
    row: list[Cell] = []
    spans = []
    column = 0
    for cell in element.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
        times = whole(cell, f"{TABLE}number-columns-repeated", 1)
        if cell.tag == f"{TABLE}table-cell":
            grid.put(row, column, _value(cell), times)
            spans.extend(_span(cell, number, column))
        column += times
    return row, spans


def _span(cell: etree._Element, row: int, column: int) -> list[Span]:
    deep = whole(cell, f"{TABLE}number-rows-spanned", 1)
    wide = whole(cell, f"{TABLE}number-columns-spanned", 1)
    return [Span(row, column, row + deep - 1, column + wide - 1)] if deep > 1 or wide > 1 else []


def _value(cell: etree._Element) -> Cell:
    words = grid.text("\n".join(_words(paragraph) for paragraph in cell.iterchildren(PARAGRAPH)))
    if _is_error(cell, words):
        return None
    try:
        return _typed(cell, words)
    except ValueError:
        return words


def _typed(cell: etree._Element, words: str | None) -> Cell:
    kind = cell.get(f"{OFFICE}value-type")
    if kind in ("float", "percentage", "currency"):
        return grid.number(float(cell.get(f"{OFFICE}value", "")))
    if kind == "date":
        return date.fromisoformat(cell.get(f"{OFFICE}date-value", "")[:10])
    if kind == "boolean":
        return cell.get(f"{OFFICE}boolean-value") == "true"
    return words or grid.text(cell.get(f"{OFFICE}string-value", ""))


def _is_error(cell: etree._Element, words: str | None) -> bool:
    if cell.get(f"{CALC}value-type") == "error":
        return True
    is_formula = cell.get(f"{TABLE}formula") is not None
    return is_formula and (words or "").startswith(("#", "Err:"))


def _words(paragraph: etree._Element) -> str:
    """Its text; several spaces, tabs and breaks are elements of their own."""
    pieces = [paragraph.text or ""]
    for element in paragraph.iterdescendants():
        if element.tag == f"{TEXT}s":
            pieces.append(" " * min(whole(element, f"{TEXT}c", 1), 1000))
        elif element.tag in (f"{TEXT}tab", f"{TEXT}line-break"):
            pieces.append(" ")
        pieces += [element.text or "", element.tail or ""]
    return "".join(pieces)
