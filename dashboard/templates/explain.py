"""The second sheet: what the table is for, what each column takes, one row as an example."""

from collections.abc import Sequence
from datetime import date

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.i18n import t
from dashboard.spec.sheet import ASIDE
from dashboard.templates.entries import Entry
from dashboard.templates.looks import FAINT, heading_look, shape_of

HOW = ("first", "bold", "empty", "headings")
COLUMNS = ("column", "required", "about", "example")
WIDTHS = (34, 18, 62, 30)


def explain(book: Workbook, table: str, columns: Sequence[Entry], language: str) -> None:
    """The marker in the first cell keeps an import from taking the example for data."""
    sheet = book.add_worksheet(t("template.sheet", language))
    sheet.write_string(0, 0, ASIDE, book.add_format({"font_color": FAINT, "font_size": 8}))
    title = book.add_format({"bold": True, "font_size": 14})
    sheet.write_string(1, 0, t(f"table.{table}", language), title)
    sheet.write_string(2, 0, t(f"template.{table}", language))
    for row, line in enumerate(HOW, start=4):
        sheet.write_string(row, 0, t(f"template.how.{line}", language))
    top = 5 + len(HOW)
    _describe(book, sheet, (top, columns), language)
    _show(book, sheet, (top + len(columns) + 2, columns), language)
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
    sheet.set_column(len(WIDTHS), max(len(WIDTHS), len(columns)), 18)
    sheet.set_landscape()


def _describe(
    book: Workbook, sheet: Worksheet, part: tuple[int, Sequence[Entry]], language: str
) -> None:
    """One line a column of the table."""
    top, columns = part
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for place, name in enumerate(COLUMNS):
        look = heading_look(book, required=False)
        sheet.write_string(top, place, t(f"template.head.{name}", language), look)
    for row, column in enumerate(columns, start=top + 1):
        must = t(f"template.flag.{'yes' if column.required else 'no'}", language)
        sheet.write_string(row, 0, column.heading, heading_look(book, column.required))
        sheet.write_string(row, 1, must, wrapped)
        sheet.write_string(row, 2, column.about, wrapped)
        _example(sheet, (row, 3), column, _look(book, column))


def _show(
    book: Workbook, sheet: Worksheet, part: tuple[int, Sequence[Entry]], language: str
) -> None:
    """The same example as it stands in the sheet to fill in."""
    top, columns = part
    bold = book.add_format({"bold": True})
    sheet.write_string(top, 0, t("template.example_row", language), bold)
    for place, column in enumerate(columns):
        sheet.write_string(top + 1, place, column.heading, heading_look(book, column.required))
        _example(sheet, (top + 2, place), column, _look(book, column))


def _look(book: Workbook, column: Entry) -> Format:
    shape = {"num_format": shape_of(column), "align": "left", "valign": "top", "text_wrap": True}
    return book.add_format(shape)


def _example(sheet: Worksheet, at: tuple[int, int], column: Entry, look: Format) -> None:
    """Numbers are numbers and dates are dates, so that the row can be copied."""
    value = column.example
    if isinstance(value, date):
        sheet.write_datetime(*at, value, look)
    elif isinstance(value, int | float):
        sheet.write_number(*at, value, look)
    elif value is not None:
        sheet.write_string(*at, value, look)
