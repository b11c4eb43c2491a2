"""Workbooks: hidden sheets, where rows stand, dates, errors of formulas, stray cells."""

import io
from datetime import date, datetime, time

import openpyxl
import pytest
import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from dashboard.errors import Unreadable
from dashboard.importer.reading import read
from tests.importer.reading import writers


def _xlsx(**cells):
    book = openpyxl.Workbook()
    for place, value in cells.items():
        book.active[place] = value
    return _saved(book)


def _saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _only(data):
    (sheet,) = read("книга", data)
    return sheet


def test_rows_keep_their_numbers_below_empty_ones():
    sheet = _only(_xlsx(C4="Класс"))
    assert sheet.rows[3] == (None, None, "Класс")


def test_old_workbook_keeps_its_row_numbers():
    book = xlwt.Workbook()
    book.add_sheet("Лист1").write(3, 2, "Класс")
    assert _only(_saved(book)).rows[3] == (None, None, "Класс")


def test_hard_spaces_become_plain_ones():
    assert _only(_xlsx(A1="7\xa0А\xa0")).rows == (("7 А",),)


def test_digits_written_as_text_stay_text():
    assert _only(_xlsx(A1="007")).rows == (("007",),)


@pytest.mark.parametrize("value", [date(2026, 9, 1), datetime(2026, 9, 1, 10, 30)])
def test_moments_become_days(value):
    cell = _only(_xlsx(A1=value)).rows[0][0]
    assert (type(cell), cell) == (date, date(2026, 9, 1))


def test_time_of_day_is_text():
    assert _only(_xlsx(A1=time(8, 30))).rows == (("08:30:00",),)


def test_formula_errors_are_no_value():
    book = openpyxl.Workbook()
    book.active["A1"] = "#DIV/0!"
    book.active["A1"].data_type = "e"
    book.active["B1"] = 1
    assert _only(_saved(book)).rows == ((None, 1),)


def test_hidden_sheets_are_not_read():
    book = openpyxl.Workbook()
    book.active["A1"] = "видно"
    hidden = book.create_sheet("Черновик")
    hidden["A1"] = "скрыто"
    hidden.sheet_state = "hidden"
    assert _only(_saved(book)).rows == (("видно",),)


def test_hidden_sheets_of_open_document_are_not_read():
    assert _only(writers.hidden_ods()).name == "Отчет"


def test_book_with_hidden_sheets_alone_is_read():
    book = xlwt.Workbook()
    sheet = book.add_sheet("Лист1")
    sheet.write(0, 0, "Класс")
    sheet.visibility = 1
    assert _only(_saved(book)).rows == (("Класс",),)


def test_empty_sheets_are_left_out():
    book = openpyxl.Workbook()
    book.active["A1"] = 5
    book.create_sheet("Пустой")
    assert _only(_saved(book)).rows == ((5,),)


def test_every_subject_sheet_is_read_in_order():
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name in ("Алгебра (1 гр.)", "Ч и О"):
        book.create_sheet(name)["A1"] = name
    assert [sheet.name for sheet in read("журнал.xlsx", _saved(book))] == [
        "Алгебра (1 гр.)",
        "Ч и О",
    ]


def test_merged_range_beyond_the_table_is_cut():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 16_383, "Школа")
        sheet.write_row(1, 0, ["Класс", 5])
    assert _only(file.getvalue()).rows == (("Школа", "Школа"), ("Класс", 5))


@pytest.mark.parametrize("place", ["XFD1048576", "ZZ99999", "XFD9999"])
def test_stray_value_far_away_is_told(place):
    with pytest.raises(Unreadable) as told:
        read("книга.xlsx", _xlsx(**{"A1": "Класс", place: 0}))
    assert told.value.check == "table_too_large"


def test_formatted_empty_cell_far_away_is_no_harm():
    book = openpyxl.Workbook()
    book.active["A1"] = "Класс"
    book.active["XFD1048576"].number_format = "0.00"
    assert _only(_saved(book)).rows == (("Класс",),)


def test_stray_values_in_an_old_workbook_are_told():
    book = xlwt.Workbook()
    sheet = book.add_sheet("Лист1")
    sheet.write(65535, 0, 1)
    sheet.write(0, 255, 1)
    with pytest.raises(Unreadable) as told:
        read("книга.xls", _saved(book))
    assert told.value.check == "table_too_large"


def _repeated(times, value="7", across=1):
    document = OpenDocumentSpreadsheet()
    table = Table(name="Лист1")
    document.spreadsheet.addElement(table)
    for count, words in ((times, value), (1_048_570 - times, "")):
        row = TableRow(numberrowsrepeated=count)
        kind = {"valuetype": "float", "value": words} if words else {}
        cell = TableCell(numbercolumnsrepeated=across if words else 1024, **kind)
        cell.addElement(P(text=words))
        row.addElement(cell)
        table.addElement(row)
    file = io.BytesIO()
    document.write(file)
    return file.getvalue()


def test_repeated_rows_of_open_document_are_written_out():
    assert _only(_repeated(3, across=2)).rows == ((7, 7),) * 3


def test_endless_repetition_is_told():
    with pytest.raises(Unreadable) as told:
        read("книга.ods", _repeated(1_000_000, across=16_000))
    assert told.value.check == "table_too_large"


def test_open_document_dates_and_errors():
    document = OpenDocumentSpreadsheet()
    row = TableRow()
    row.addElement(TableCell(valuetype="date", datevalue="2026-09-01T00:00:00"))
    failed = TableCell(valuetype="string", formula="of:=1/0")
    failed.addElement(P(text="#DIV/0!"))
    row.addElement(failed)
    row.addElement(TableCell(valuetype="percentage", value="0.67"))
    table = Table(name="Лист1")
    table.addElement(row)
    document.spreadsheet.addElement(table)
    file = io.BytesIO()
    document.write(file)
    assert _only(file.getvalue()).rows == ((date(2026, 9, 1), None, 0.67),)


def _xml(rows, options=""):
    return (
        '<?xml version="1.0" encoding="windows-1251"?>'
        '<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:x="urn:schemas-microsoft-com:office:excel">'
        f'<ss:Worksheet ss:Name="А"><ss:Table>{rows}</ss:Table>{options}</ss:Worksheet>'
        '<ss:Worksheet ss:Name="Б"><ss:Table><ss:Row><ss:Cell><ss:Data ss:Type="Number">5</ss:Data>'
        "</ss:Cell></ss:Row></ss:Table></ss:Worksheet></ss:Workbook>"
    ).encode("cp1251")


def test_xml_cells_have_their_types():
    cells = "".join(
        f'<ss:Cell><ss:Data ss:Type="{kind}">{value}</ss:Data></ss:Cell>'
        for kind, value in (
            ("Number", "2.5"),
            ("DateTime", "2026-09-01T00:00:00.000"),
            ("Boolean", "1"),
            ("Error", "#DIV/0!"),
            ("String", "Сынып"),
        )
    )
    sheet = read("отчет.xls", _xml(f"<ss:Row>{cells}</ss:Row>"))[0]
    assert sheet.rows == ((2.5, date(2026, 9, 1), True, None, "Сынып"),)


def test_xml_cell_after_a_merged_one_stands_behind_it():
    merged = '<ss:Cell ss:MergeAcross="1"><ss:Data ss:Type="String">а</ss:Data></ss:Cell>'
    row = f'<ss:Row>{merged}<ss:Cell><ss:Data ss:Type="String">б</ss:Data></ss:Cell></ss:Row>'
    assert read("отчет.xls", _xml(row))[0].rows == (("а", "а", "б"),)


def test_hidden_xml_sheet_is_not_read():
    hidden = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    row = '<ss:Row><ss:Cell><ss:Data ss:Type="Number">1</ss:Data></ss:Cell></ss:Row>'
    assert _only(_xml(row, hidden)).name == "Б"


def test_entities_of_xml_are_not_followed(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("тайна")
    page = writers.spreadsheetml().decode()
    page = page.replace(
        "<?mso-application",
        f'<!DOCTYPE Workbook [<!ENTITY e SYSTEM "{secret.as_uri()}">]><?mso-application',
    ).replace("7А", "&e;")
    assert "тайна" not in str(read("отчет.xls", page.encode()))
