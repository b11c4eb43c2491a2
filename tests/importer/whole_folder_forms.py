"""The same rows in every format that schools send, each text in another encoding."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from html import escape

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

Rows = Sequence[Sequence[object]]
Span = tuple[int, int, int, int]  # top, left, bottom, right; all four belong to it
Write = Callable[[Rows, Sequence[Span], str], bytes]


def _text(delimiter: str, encoding: str) -> Write:
    def write(rows: Rows, spans: Sequence[Span], name: str) -> bytes:
        """Raises UnicodeEncodeError where the encoding lacks a letter."""
        width = max(map(len, rows))
        text = io.StringIO()
        lines = ([*map(_local, row), *[""] * (width - len(row))] for row in rows)
        csv.writer(text, delimiter=delimiter).writerows(lines)
        return text.getvalue().encode(encoding)

    return write


def _local(cell: object) -> str:
    if isinstance(cell, date):
        return cell.strftime("%d.%m.%Y")
    if isinstance(cell, float):
        return str(cell).replace(".", ",")
    return "" if cell is None else str(cell)


def _xlsx(rows: Rows, spans: Sequence[Span], name: str) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = name
    for row in rows:
        book.active.append(list(row))
    for top, left, bottom, right in spans:
        book.active.merge_cells(None, top + 1, left + 1, bottom + 1, right + 1)
    return _saved(book)


def _xls(rows: Rows, spans: Sequence[Span], name: str) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet(name)
    as_day = xlwt.easyxf(num_format_str="DD.MM.YYYY")
    merged = {(top, left): (top, bottom, left, right) for top, left, bottom, right in spans}
    for place, cell in _cells(rows):
        if place in merged:
            sheet.write_merge(*merged[place], cell)
        elif isinstance(cell, date):
            sheet.write(*place, cell, as_day)
        elif cell is not None:
            sheet.write(*place, cell)
    return _saved(book)


def _ods(rows: Rows, spans: Sequence[Span], name: str) -> bytes:
    document, table = OpenDocumentSpreadsheet(), Table(name=name)
    document.spreadsheet.addElement(table)
    sizes = {(t, left): (b - t + 1, r - left + 1) for t, left, b, r in spans}
    hidden = _hidden(spans)
    for number, row in enumerate(rows):
        line = TableRow()
        for column, cell in enumerate(row):
            place = (number, column)
            covered = CoveredTableCell() if place in hidden else None
            line.addElement(covered or _ods_cell(cell, sizes.get(place, (1, 1))))
        table.addElement(line)
    file = io.BytesIO()
    document.write(file)
    return file.getvalue()


def _ods_cell(cell: object, size: tuple[int, int]) -> TableCell:
    shape = dict(zip(("numberrowsspanned", "numbercolumnsspanned"), size))
    if isinstance(cell, int | float):
        return TableCell(valuetype="float", value=cell, **shape)
    if isinstance(cell, date):
        return TableCell(valuetype="date", datevalue=cell.isoformat(), **shape)
    found = TableCell(**shape) if cell is None else TableCell(valuetype="string", **shape)
    if cell is not None:
        found.addElement(P(text=str(cell)))
    return found


def _html(rows: Rows, spans: Sequence[Span], name: str) -> bytes:
    sizes = {(t, left): (b - t + 1, r - left + 1) for t, left, b, r in spans}
    hidden, lines = _hidden(spans), []
    for number, row in enumerate(rows):
        cells = []
        for column, cell in enumerate(row):
            if (number, column) not in hidden:
                down, across = sizes.get((number, column), (1, 1))
                text = escape(_local(cell))
                cells.append(f'<td rowspan="{down}" colspan="{across}">{text}</td>')
        lines.append(f"<tr>{''.join(cells)}</tr>")
    head = '<html><head><meta charset="utf-8"></head><body>'
    return f"{head}<table>{''.join(lines)}</table></body></html>".encode()


def _cells(rows: Rows) -> Iterator[tuple[tuple[int, int], object]]:
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            yield (number, column), cell


def _hidden(spans: Sequence[Span]) -> set[tuple[int, int]]:
    every = {
        (row, column)
        for top, left, bottom, right in spans
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }
    return every - {span[:2] for span in spans}


def _saved(book: openpyxl.Workbook | xlwt.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


# The name tells the format; pages are saved as .xls or .doc too.
FORMS: dict[str, tuple[str, Write]] = {
    "semicolons, with a mark": ("csv", _text(";", "utf-8-sig")),
    "workbook": ("xlsx", _xlsx),
    "commas": ("csv", _text(",", "utf-8")),
    "old workbook": ("xls", _xls),
    "page": ("html", _html),
    "tabs, two bytes": ("tsv", _text("\t", "utf-16")),
    "open document": ("ods", _ods),
    "Russian page of codes": ("csv", _text(";", "cp1251")),
    "page called a workbook": ("xls", _html),
    "Kazakh page of codes": ("csv", _text(";", "kz1048")),
}
WORKBOOKS = ("workbook", "old workbook", "open document")


def fitting(
    rows: Rows, spans: Sequence[Span], name: str, turn: int, among: Sequence[str] = tuple(FORMS)
) -> tuple[str, str, bytes]:
    """The form whose turn it is, or the next one that has all the letters."""
    for form in [*among[turn % len(among) :], *among]:
        ending, write = FORMS[form]
        try:
            return form, ending, write(rows, spans, name)
        except UnicodeEncodeError:
            continue
    raise AssertionError(name)
