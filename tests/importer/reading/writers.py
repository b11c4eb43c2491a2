"""One made-up teacher's report, written in every format that schools send."""

import io
from collections.abc import Callable
from html import escape

import openpyxl
import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

# Label lines, two header rows with merged cells, the class named once, a gap, a subtotal.
ROWS = [
    ["Школа: № 5", None, None, None, None],
    [None, None, None, None, None],
    ["Класс", "Период", "Успеваемость", None, "% кач. зн."],
    [None, None, "Отл", "Хор", None],
    ["7А", "1 четверть", 3, 12, "52,0"],
    [None, "2 четверть", 4, None, "54,2"],
    ["7 Параллель", None, 7, 23, "-"],
]
# top, left, bottom, right
SPANS = [(2, 0, 3, 0), (2, 1, 3, 1), (2, 2, 2, 3), (2, 4, 3, 4), (4, 0, 5, 0)]
FILLED = frozenset({(3, 0), (3, 1), (2, 3), (3, 4), (5, 0)})


def merged_rows() -> list[list]:
    """What a reader must give where the format has merged cells."""
    rows = [list(row) for row in ROWS]
    for top, left, bottom, right in SPANS:
        for row in range(top, bottom + 1):
            rows[row][left : right + 1] = [ROWS[top][left]] * (right - left + 1)
    return rows


def as_text(rows) -> list[list]:
    return [[None if cell is None else str(cell) for cell in row] for row in rows]


def xlsx() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in ROWS:
        sheet.append(row)
    for top, left, bottom, right in SPANS:
        sheet.merge_cells(
            start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1
        )
    return _saved(book)


def xlsx_of_another_writer() -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(ROWS):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(number, column, value)
        for span in SPANS:
            sheet.merge_range(*span, ROWS[span[0]][span[1]])
    return file.getvalue()


def xls() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Отчет")
    covered = {(top, left): (top, bottom, left, right) for top, left, bottom, right in SPANS}
    for number, row in enumerate(ROWS):
        for column, value in enumerate(row):
            if (number, column) in covered:
                sheet.write_merge(*covered[number, column], value)
            elif value is not None:
                sheet.write(number, column, value)
    return _saved(book)


def ods() -> bytes:
    document = OpenDocumentSpreadsheet()
    document.spreadsheet.addElement(ods_table("Отчет", ROWS, SPANS))
    return _written(document)


def ods_table(name: str, rows, spans=()) -> Table:
    table = Table(name=name)
    sizes = {
        (top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in spans
    }
    hidden = {
        (row, column)
        for top, left, bottom, right in spans
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - sizes.keys()
    for number, row in enumerate(rows):
        line = TableRow()
        for column, value in enumerate(row):
            place = (number, column)
            if place in hidden:
                line.addElement(CoveredTableCell())
            else:
                line.addElement(_ods_cell(value, *sizes.get(place, (1, 1))))
        table.addElement(line)
    return table


def hidden_ods() -> bytes:
    document = OpenDocumentSpreadsheet()
    style = Style(name="hidden", family="table")
    style.addElement(TableProperties(display="false"))
    document.automaticstyles.addElement(style)
    hidden = ods_table("Черновик", [["а", "б"], [1, 2]])
    hidden.setAttribute("stylename", "hidden")
    document.spreadsheet.addElement(hidden)
    document.spreadsheet.addElement(ods_table("Отчет", [["а", "б"], [3, 4]]))
    return _written(document)


def spreadsheetml() -> bytes:
    covered = {(top, left): (right - left, bottom - top) for top, left, bottom, right in SPANS}
    rows = []
    for number, row in enumerate(ROWS, 1):
        cells = [
            _xml_cell(column, value, *covered.get((number - 1, column - 1), (0, 0)))
            for column, value in enumerate(row, 1)
            if value is not None
        ]
        if cells:  # empty rows and cells are left out, as Excel does
            rows.append(f'<Row ss:Index="{number}">{"".join(cells)}</Row>')
    return (
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="Отчет"><Table>{"".join(rows)}</Table></Worksheet></Workbook>'
    ).encode()


def html(encoding: str = "utf-8", head: str = "") -> bytes:
    covered = {
        (top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in SPANS
    }
    hidden = FILLED
    rows = []
    for number, row in enumerate(ROWS):
        cells = []
        for column, value in enumerate(row):
            if (number, column) not in hidden:
                deep, wide = covered.get((number, column), (1, 1))
                words = "" if value is None else escape(str(value))
                cells.append(f'<td rowspan="{deep}" colspan={wide}>{words}</td>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    page = f"<html><head>{head}</head><body><table border=1>{''.join(rows)}</table></body></html>"
    return page.encode(encoding)


def delimited(separator: str = ";", encoding: str = "utf-8") -> bytes:
    lines = []
    for row in ROWS:
        cells = ["" if cell is None else str(cell) for cell in row]
        cells = [f'"{cell}"' if separator in cell else cell for cell in cells]
        lines.append(separator.join(cells))
    return "\r\n".join(lines).encode(encoding)


WORKBOOKS: dict[str, Callable[[], bytes]] = {
    "report.xlsx": xlsx,
    "another.xlsx": xlsx_of_another_writer,
    "report.xls": xls,
    "report.ods": ods,
    "xml.xls": spreadsheetml,
    "html.xls": html,
}
EVERY = WORKBOOKS | {"report.csv": delimited}


def _ods_cell(value, deep: int, wide: int) -> TableCell:
    size = {"numberrowsspanned": deep, "numbercolumnsspanned": wide}
    if value is None:
        return TableCell(**size)
    is_number = isinstance(value, int | float)
    kind = {"valuetype": "float", "value": str(value)} if is_number else {"valuetype": "string"}
    cell = TableCell(**kind, **size)
    cell.addElement(P(text=str(value)))
    return cell


def _xml_cell(column: int, value, across: int, down: int) -> str:
    kind = "Number" if isinstance(value, int | float) else "String"
    return (
        f'<Cell ss:Index="{column}" ss:MergeAcross="{across}" ss:MergeDown="{down}">'
        f'<Data ss:Type="{kind}">{escape(str(value))}</Data></Cell>'
    )


def _saved(book) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _written(document) -> bytes:
    file = io.BytesIO()
    document.write(file)
    return file.getvalue()
