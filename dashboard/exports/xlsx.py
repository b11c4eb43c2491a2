"""XLSX: a first sheet with what a reader must know, then one sheet for each block."""

import io

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.exports.report import Report
from dashboard.exports.sheet_name import sheet_name
from dashboard.i18n import t
from dashboard.spec.panel import Cell, Panel

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEAD = 3  # the row of the headings: title, about, an empty line above


def write(report: Report) -> bytes:
    """Numbers are numbers (shares 0-1 in a percent format), texts are texts, never formulas."""
    memory = io.BytesIO()
    with xlsxwriter.Workbook(memory, {"in_memory": True, "strings_to_formulas": False}) as book:
        names: set[str] = set()
        _facts(book, report, sheet_name(t("export.summary", report.language), names))
        for _, panel in report.panels:
            _panel(book, panel, sheet_name(panel.title, names))
    return memory.getvalue()


def _facts(book: Workbook, report: Report, name: str) -> None:
    sheet = book.add_worksheet(name)
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
    sheet.write_string(0, 0, report.title, book.add_format({"bold": True, "font_size": 14}))
    heading = (t("export.sources", report.language), str(len(report.sources)))
    for place, (fact, text) in enumerate((*report.facts, heading, *report.sources), start=2):
        sheet.write_string(place, 0, fact, bold)
        sheet.write_string(place, 1, text, wrap)
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 1, 90)


def _panel(book: Workbook, panel: Panel, name: str) -> None:
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    sheet.write_string(0, 0, panel.title, book.add_format({"bold": True, "font_size": 14}))
    sheet.write_string(1, 0, panel.empty or panel.about)
    for place, column in enumerate(panel.columns):
        sheet.write_string(HEAD, place, column.title, bold)
    formats: dict[str, Format] = {}
    for number, row in enumerate(panel.rows, start=HEAD + 1):
        for place, cell in enumerate(row):
            _cell(book, sheet, (number, place), cell, formats)
    for place, sentence in enumerate(panel.sentences, start=HEAD + 2 + len(panel.rows)):
        sheet.write_string(place, 0, sentence)
    sheet.freeze_panes(HEAD + 1, 1)
    sheet.set_column(0, 0, 36)
    sheet.set_column(1, max(1, len(panel.columns) - 1), 14)


def _cell(
    book: Workbook, sheet: Worksheet, at: tuple[int, int], cell: Cell, formats: dict[str, Format]
) -> None:
    if cell.number is None:
        sheet.write_string(*at, cell.text)
        return
    shape = _shape(cell)
    if shape not in formats:
        formats[shape] = book.add_format({"num_format": shape})
    sheet.write_number(*at, cell.number, formats[shape])


def _shape(cell: Cell) -> str:
    places = "." + "0" * cell.decimals if cell.decimals else ""
    if cell.unit == "percent":
        return f"0{places}%"
    if cell.unit == "points":
        return f"0{places}"
    return "#,##0" if float(cell.number or 0).is_integer() else "#,##0.00"
