"""Rows with merged cells as CSV, as a workbook and as a page."""

import csv
import io
from collections.abc import Callable, Sequence
from html import escape

import openpyxl

Rows = Sequence[Sequence[object]]
Span = tuple[int, int, int, int]  # top, left, bottom, right; all four belong to it


def _csv(rows: Rows, spans: Sequence[Span]) -> bytes:
    file = io.StringIO()
    width = max(map(len, rows))
    writer = csv.writer(file, delimiter=";")
    for row in rows:
        writer.writerow(["" if cell is None else cell for cell in row] + [""] * (width - len(row)))
    return file.getvalue().encode("cp1251" if _is_russian(file.getvalue()) else "utf-8-sig")


def _is_russian(text: str) -> bool:
    return not set(text.casefold()) & set("өүңәғқұһі")


def _xlsx(rows: Rows, spans: Sequence[Span]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    for top, left, bottom, right in spans:
        book.active.merge_cells(None, top + 1, left + 1, bottom + 1, right + 1)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _html(rows: Rows, spans: Sequence[Span]) -> bytes:
    covered = {
        (row, column)
        for top, left, bottom, right in spans
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - {span[:2] for span in spans}
    sizes = {(t, l): (b - t + 1, r - l + 1) for t, l, b, r in spans}  # noqa: E741
    lines = ["<table>"]
    for number, row in enumerate(rows):
        cells = []
        for column, cell in enumerate(row):
            if (number, column) not in covered:
                down, across = sizes.get((number, column), (1, 1))
                text = "" if cell is None else escape(str(cell))
                cells.append(f"<td rowspan={down} colspan={across}>{text}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return ("\n".join([*lines, "</table>"])).encode()


FORMS: dict[str, Callable[[Rows, Sequence[Span]], bytes]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "html": _html,
}
