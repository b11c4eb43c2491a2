"""Whatever the bytes, a file is read or a sentence says what is wrong and what to do."""

import io
import struct
import zipfile

import pytest
import xlwt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from xlwt.CompoundDoc import XlsDoc

from dashboard.errors import Unreadable
from dashboard.i18n import LANGUAGES, t
from dashboard.importer.reading import Limits, read
from tests.importer.reading import writers

SAMPLES = {name: write() for name, write in writers.EVERY.items()} | {
    "utf16.csv": writers.delimited("\t", "utf-16"),
    "cp1251.csv": writers.delimited(";", "cp1251"),
}


def _check(data, **options):
    with pytest.raises(Unreadable) as told:
        read("файл", data, **options)
    for language in LANGUAGES:
        assert t(told.value.key, language, **told.value.about)
    return told.value.check


def _zip(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _ole(stream):
    """A container with one stream of that name."""
    file = io.BytesIO()
    XlsDoc().save(file, b"\x01" * 5000)
    data = bytearray(file.getvalue())
    place = data.find("Workbook".encode("utf-16-le"))
    name = stream.encode("utf-16-le") + b"\0\0"
    data[place : place + len(name)] = name
    struct.pack_into("<H", data, place + 64, len(name))
    return bytes(data)


def _locked_xls():
    """A workbook whose second record says that the rest is enciphered."""
    data = bytearray(writers.xls())
    second = 512 + 4 + struct.unpack_from("<H", data, 514)[0]
    struct.pack_into("<H", data, second, 0x2F)
    return bytes(data)


def _changed_record(kind, content):
    """The report as .xls; the first record of that kind begins with other content."""
    data = bytearray(SAMPLES["report.xls"])
    place = 512  # the workbook's stream stands first in the container
    while struct.unpack_from("<H", data, place)[0] != kind:
        place += 4 + struct.unpack_from("<H", data, place + 2)[0]
    data[place + 4 : place + 4 + len(content)] = content
    return bytes(data)


@pytest.mark.parametrize("data", [b"", b" \r\n\t"])
def test_empty_file_is_told(data):
    assert _check(data) == "file_empty"


def test_workbook_without_values_is_empty():
    book = xlwt.Workbook()
    book.add_sheet("Лист1")
    file = io.BytesIO()
    book.save(file)
    assert _check(file.getvalue()) == "file_empty"


@pytest.mark.parametrize("name", ["report.xlsx", "another.xlsx", "report.xls", "report.ods"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_workbook_cut_off_is_damaged(name, share):
    data = SAMPLES[name]
    assert _check(data[: int(len(data) * share)]) == "file_damaged"


@pytest.mark.parametrize("name", ["xml.xls", "html.xls"])
def test_page_cut_off_is_damaged(name):
    assert _check(SAMPLES[name][:-60]) == "file_damaged"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_text_cut_inside_a_letter_is_damaged(encoding):
    assert _check(("Мектеп;Класс\n" * 9 + "Мектеп").encode(encoding)[:-1]) == "file_damaged"


def test_unmarked_utf8_cut_inside_a_letter_is_damaged():
    assert _check(("Мектеп;Класс\n" * 9 + "Мектеп").encode()[:-1]) == "file_damaged"


def test_container_whose_sectors_go_round_is_damaged():
    data = bytearray(SAMPLES["report.xls"])
    table = 512 + 512 * struct.unpack_from("<I", data, 76)[0]
    struct.pack_into("<I", data, table + 4, 0)
    assert _check(bytes(data)) == "file_damaged"


@pytest.mark.parametrize(
    ("kind", "content"),
    [(0x200, struct.pack("<II", 14_592, 1)), (0xFC, struct.pack("<II", 9, 1 << 30))],
    ids=["rows from the last to the first", "more words than bytes"],
)
def test_counts_that_would_end_the_process_are_damage(kind, content):
    assert _check(_changed_record(kind, content)) == "file_damaged"


def test_old_workbook_with_rows_out_of_order_is_not_read_in_part():
    first_text_cell = _changed_record(0xFD, struct.pack("<H", 9))
    assert _check(first_text_cell) == "file_other_format"


@pytest.mark.parametrize("data", [_locked_xls(), _ole("EncryptedPackage")], ids=["xls", "xlsx"])
def test_password_is_told(data):
    assert _check(data) == "file_password"


def test_password_of_open_document_is_told():
    parts = {"META-INF/manifest.xml": "<x><manifest:encryption-data/></x>", "content.xml": "?"}
    assert _check(_zip(**parts)) == "file_password"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)),
        b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)),
        b"%PDF-1.7\n1 0 obj\n",
        b"MZ\x90\x00\x03" + bytes(range(256)),
    ],
    ids=["png", "jpeg", "pdf", "program"],
)
def test_pictures_and_programs_are_no_tables(data):
    assert _check(data) == "file_not_a_table"


@pytest.mark.parametrize(
    "data",
    [
        _ole("WordDocument"),
        _zip(**{"[Content_Types].xml": "", "word/document.xml": ""}),
        _zip(**{"[Content_Types].xml": "", "xl/workbook.bin": ""}),
        _zip(**{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
        b"{\\rtf1 }",
    ],
    ids=["doc", "docx", "xlsb", "odt", "rtf"],
)
def test_documents_of_other_programs_are_told(data):
    assert _check(data) == "file_other_format"


def test_archives_of_other_kinds_are_told():
    assert _check(b"Rar!\x1a\x07\x00") == "archive_other"


def test_archive_is_no_table():
    assert _check(_zip(**{"а.csv": "Класс;5"})) == "archive_nested"


def test_workbook_too_large_unpacked_is_told():
    assert _check(SAMPLES["report.xlsx"], limits=Limits(size=1000)) == "file_too_large"


def _changed(data, changes):
    changed = bytearray(data)
    for place, byte in changes:
        changed[place % len(changed)] = byte
    return bytes(changed)


CHANGES = st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 255)), min_size=1, max_size=9)
UNHURRIED = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


def _outcome(data):
    try:
        return read("файл", data) and "read"
    except Unreadable as told:
        return told.check


OUTCOMES = {
    "read",
    "archive_nested",
    "archive_other",
    "file_damaged",
    "file_empty",
    "file_not_a_table",
    "file_other_format",
    "file_password",
    "file_too_large",
    "table_too_large",
}


@pytest.mark.parametrize("name", SAMPLES)
@UNHURRIED
@given(changes=CHANGES, end=st.integers(0, 1 << 16))
def test_damaged_bytes_never_raise_anything_else(name, changes, end):
    data = _changed(SAMPLES[name], changes)
    assert _outcome(data if end % 2 else data[: end % len(data)]) in OUTCOMES


@pytest.mark.parametrize("name", ["report.xlsx", "another.xlsx", "report.ods"])
@UNHURRIED
@given(part=st.integers(0, 50), changes=CHANGES)
def test_damaged_parts_of_a_workbook_never_raise_anything_else(name, part, changes):
    with zipfile.ZipFile(io.BytesIO(SAMPLES[name])) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    chosen = sorted(parts)[part % len(parts)]
    parts[chosen] = _changed(parts[chosen] or b" ", changes)
    assert _outcome(_zip(**parts)) in OUTCOMES


@UNHURRIED
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_told(data):
    assert _outcome(data or b"\0") in OUTCOMES
