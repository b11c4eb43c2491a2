"""How the cells of a template look: headings that must be filled stand out, dates are dates."""

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from dashboard.templates.entries import Entry

MUST, MAY = "#FFE2A8", "#EEF1F4"  # dark text has a contrast of 12 and more on both
INK, FAINT = "#1F2933", "#6B7280"
AS_TEXT = "@"  # «012», «3-4» and «2026-2027» stay what was typed
SHAPES = {
    "date": "yyyy-mm-dd",
    "count": "General",
    "number": "General",
    "degree": "General",
    "grade": "General",
}


def heading_look(book: Workbook, required: bool) -> Format:
    """Bold on colour: must be filled."""
    look = {"bold": required, "bg_color": MUST if required else MAY, "font_color": INK}
    return book.add_format(look | {"text_wrap": True, "valign": "top", "border": 1})


def shape_of(column: Entry) -> str:
    """The number format of a column."""
    return SHAPES.get(column.kind, AS_TEXT)
