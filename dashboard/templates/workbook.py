"""The workbook of one table: a sheet to fill in, a sheet that explains it, the lists (hidden)."""

import io
import textwrap
from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.i18n import t
from dashboard.spec.core import CoreTable
from dashboard.spec.sheet import ASIDE
from dashboard.templates.entries import Entry, entries
from dashboard.templates.explain import explain
from dashboard.templates.lists import Lists
from dashboard.templates.looks import heading_look, shape_of
from dashboard.templates.rules import rule

LONGEST_NAME = 31  # letters that a workbook lets a sheet's name have
LAST_ROW = 1_048_575
HIDDEN = "tirek"  # the sheet of the lists: it stands in formulas, so its name is plain
NARROWEST, WIDEST = 11, 32


def workbook(table: CoreTable, language: str, known: Lists) -> bytes:
    """Opens on the sheet to fill in, which holds nothing but the headings."""
    columns = entries(table, language, known)
    title = textwrap.shorten(t(f"table.{table.name}", language), LONGEST_NAME, placeholder="…")
    memory = io.BytesIO()
    with xlsxwriter.Workbook(memory, {"in_memory": True, "strings_to_formulas": False}) as book:
        blank = book.add_worksheet(title)
        explain(book, table.name, columns, language)
        places = _lists(book, columns)
        _blank(book, blank, columns)
        for place, column in enumerate(columns):
            asked = rule(column, places.get(column.offered), language)
            if asked:
                blank.data_validation(1, place, LAST_ROW, place, asked)
    return memory.getvalue()


def _blank(book: Workbook, sheet: Worksheet, columns: Sequence[Entry]) -> None:
    """Which columns must be filled is shown by the look alone: the import reads the words."""
    for place, column in enumerate(columns):
        longest = max(map(len, (column.heading, *column.offered)))
        width = min(WIDEST, max(NARROWEST, longest + 3))
        shape = book.add_format({"num_format": shape_of(column)})
        sheet.set_column(place, place, width, shape)
        sheet.write_string(0, place, column.heading, heading_look(book, column.required))
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.repeat_rows(0)


def _lists(book: Workbook, columns: Sequence[Entry]) -> dict[tuple[str, ...], str]:
    """Each list once, and where it stands. The marker keeps an import from reading them."""
    lists = dict.fromkeys(column.offered for column in columns if column.offered)
    if not lists:
        return {}
    sheet = book.add_worksheet(HIDDEN)
    sheet.write_string(0, 0, ASIDE)
    sheet.hide()
    return {values: _list(sheet, place, values) for place, values in enumerate(lists)}


def _list(sheet: Worksheet, place: int, values: tuple[str, ...]) -> str:
    """The range that a rule refers to, below the line of the marker."""
    for row, text in enumerate(values, start=1):
        sheet.write_string(row, place, text)
    return f"={HIDDEN}!{xl_range_abs(1, place, len(values), place)}"
