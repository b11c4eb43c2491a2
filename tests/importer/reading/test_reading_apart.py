"""A file is read in a process of its own: whatever it does there, the importer goes on."""

import io
import logging
import struct
import zipfile
import zlib
from contextlib import suppress

import pytest
import xlsxwriter

from dashboard.errors import Unreadable
from dashboard.i18n import LANGUAGES, t
from dashboard.importer import desk
from dashboard.importer.options import Options
from dashboard.importer.reading import Apart, Limits, limits_of, package, read, wire
from dashboard.importer.reading.recognise import SMALL, read_small
from dashboard.importer.staged import apart
from dashboard.settings import Settings
from tests.importer.reading import writers

MEGABYTE = 1 << 20
SPACE = "urn:oasis:names:tc:opendocument:xmlns"
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]>"
)


@pytest.fixture(scope="module")
def child():
    with Apart(Limits(memory=512 * MEGABYTE, seconds=20)) as started:
        yield started


def _zip(parts, packing=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {info.filename: package.read(info) for info in package.infolist()}


def _bomb():
    """Says what it holds: far more than a file may."""
    parts = _parts(writers.xlsx())
    return _zip(parts | {"xl/media/picture.xml": bytes(220 * MEGABYTE)})


def _lying():
    """A part says that it is short; its sum is right for the short beginning."""
    data = bytearray(_zip(_parts(writers.xlsx()) | {"xl/z.xml": bytes(64 * MEGABYTE)}))
    place = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, place + 16, zlib.crc32(bytes(100)))
    struct.pack_into("<I", data, place + 24, 100)
    return bytes(data)


def _ods(rows):
    return _zip(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f'<o:c xmlns:o="{SPACE}:office:1.0" xmlns:t="{SPACE}:table:1.0" '
            f'xmlns:x="{SPACE}:text:1.0"><!-- office:spreadsheet --><o:spreadsheet><t:table>{rows}'
            "</t:table></o:spreadsheet></o:c>",
        }
    )


def _cell(columns=1):
    return f'<t:table-cell t:number-columns-repeated="{columns}"><x:p>1</x:p></t:table-cell>'


def _row(rows=1, columns=1):
    return f'<t:table-row t:number-rows-repeated="{rows}">{_cell(columns)}</t:table-row>'


def _laughing(data, part, tag, depth):
    parts = _parts(data)
    text = parts[part].decode()
    start = text.index(f"<{tag}")
    parts[part] = text[:start] + LAUGHS + text[start:].replace("7А", f"&a{depth};")
    return _zip(parts)


def _entities(depth):
    head, body = writers.spreadsheetml().decode().split("<Workbook", 1)
    return f"{head}{LAUGHS}<Workbook{body.replace('7А', f'&a{depth};')}".encode()


def _nested(depth):
    opened, closed = "<table><tr><td>1<td>2<tr><td>", "</table>"
    return ("<html><body>" + opened * depth + "3" + closed * depth).encode()


REFUSED = {
    "unpacks to more than it may": (_bomb, {"file_too_large"}),
    "a zip of zips": (lambda: _zip({"a.zip": _zip({"b.zip": _zip({})})}), {"archive_nested"}),
    "rows by the million": (lambda: _ods(_row(1_000_000, 16_000)), {"table_too_large"}),
    "more rows than there are": (lambda: _ods(_row(999_999_999)), {"table_too_large"}),
    "more columns than there are": (lambda: _ods(_row(1, 999_999_999)), {"table_too_large"}),
    "many rows of many": (lambda: _ods(_row(900_000, 50) * 3), {"table_too_large"}),
    "a line of hundred megabytes": (lambda: b"a;" * (50 * MEGABYTE), {"line_too_long"}),
    "one endless cell": (lambda: b"a" * (100 * MEGABYTE), {"line_too_long"}),
    "packed in a way of its own": (
        lambda: _zip(_parts(writers.xlsx()), zipfile.ZIP_LZMA),
        {"archive_other"},
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_fill_the_memory_is_refused_and_the_process_stays(child, name):
    child.sheets("a.xlsx", writers.xlsx())
    make, expected = REFUSED[name]
    before = child.pid
    with pytest.raises(Unreadable) as told:
        child.sheets("файл", make())
    assert told.value.check in expected
    assert child.pid == before


ENTITIES = {
    "SpreadsheetML": _entities,
    "xlsx": lambda depth: _laughing(
        writers.xlsx_of_another_writer(), "xl/sharedStrings.xml", "sst", depth
    ),
    "ods": lambda depth: _laughing(writers.ods(), "content.xml", "office:document-content", depth),
}


@pytest.mark.parametrize("depth", [1, 11])
@pytest.mark.parametrize("name", ENTITIES)
def test_entities_are_never_unfolded(child, name, depth):
    found = ()
    with suppress(Unreadable):
        found = child.sheets("файл", ENTITIES[name](depth))
    assert "haha" not in repr(found)
    assert child.sheets("a.xlsx", writers.xlsx())


def test_what_a_part_holds_beyond_what_it_says_is_never_unpacked(child):
    assert child.sheets("a.xlsx", _lying()) == read("a.xlsx", writers.xlsx())


def test_tables_in_tables_in_tables_are_read(child):
    (sheet,) = child.sheets("a.html", _nested(60))
    assert sheet.rows[0] == ("1", "2")


def test_macros_and_other_files_are_left_out_and_formulas_are_not_computed(child):
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Класс", "Сумма"])
        sheet.write_formula(1, 0, "=1+1", None, 40)
        sheet.write_formula(1, 1, "='[other.xlsx]Лист1'!A1", None, "7А")
    link = "xl/externalLinks/externalLink1.xml"
    parts = _parts(file.getvalue()) | {"xl/vbaProject.bin": b"\0" * 999, link: b"<broken"}
    assert not {link, "xl/vbaProject.bin"} & _parts(package.packed_again(parts)).keys()
    (sheet,) = child.sheets("a.xlsm", _zip(parts))
    assert sheet.rows == (("Класс", "Сумма"), (40, "7А"))


@pytest.mark.parametrize("name", writers.EVERY)
def test_every_format_says_the_same_as_in_one_process(child, name):
    data = writers.EVERY[name]()
    assert child.sheets(name, data) == read(name, data)


BREAKS = {
    # what a file makes its reader do, by a stand-in for lxml → what is told
    "os._exit(3)": "file_breaks_reader",
    "os.kill(os.getpid(), 11)": "file_breaks_reader",
    "1 / 0": "file_breaks_reader",
    "f(f)": "file_breaks_reader",
    "bytearray(4 << 30)": "file_too_heavy",
    "os.abort()": "file_breaks_reader",
    "os.write(2, b'memory allocation of 9 bytes failed'), os.abort()": "file_too_heavy",
    "any(iter(int, 1))": "file_takes_too_long",
    "__import__('time').sleep(600)": "file_takes_too_long",
}
READER = """
import os
from dashboard.importer.reading import child
def f(g):
    return g(g)
def broken(name, data, limits):
    return ({what}) if b"broken" in data else child._sheets(name, data, limits)
child.TASKS = {{"sheets": broken}}
child.main()
"""


@pytest.fixture
def broken(tmp_path, monkeypatch):
    """A reader that does, for one file, what is asked."""

    def make(what, **limits):
        (tmp_path / "broken_reader.py").write_text(READER.format(what=what), "utf-8")
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))
        monkeypatch.setattr("dashboard.importer.reading.apart.CHILD", "broken_reader")
        return Apart(Limits(**({"memory": 512 * MEGABYTE, "seconds": 10} | limits)))

    return make


@pytest.mark.parametrize("what", BREAKS)
def test_a_reader_that_breaks_is_told_and_replaced(broken, what):
    with broken(what, seconds=1 if "iter" in what or "sleep" in what else 20) as child:
        with pytest.raises(Unreadable) as told:
            child.sheets("a", b"<table>broken")
        assert told.value.check == BREAKS[what]
        for language in LANGUAGES:
            assert len(t(told.value.key, language, **told.value.about)) > 40
        assert child.sheets("a.xlsx", writers.xlsx())


def test_a_fault_of_ours_stands_in_the_log_with_its_traceback(broken, caplog):
    with (
        broken("1 / 0") as child,
        caplog.at_level(logging.ERROR),
        pytest.raises(Unreadable),
    ):
        child.sheets("a", b"<table>broken")
    assert "ZeroDivisionError" in caplog.text
    assert "broken_reader.py" in caplog.text


def test_the_process_ends_with_the_import_whatever_happens(broken):
    started = []

    def interrupted():
        with broken("None") as child:
            child.sheets("a.xlsx", writers.xlsx())
            started.append(child._process)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert started[0].poll() is not None


def test_a_broken_file_does_not_keep_the_others_out(broken, tmp_path, settings):
    broken("os._exit(3)")
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a.html").write_bytes(b"<table>broken")
    (folder / "b.csv").write_text("school_id,name,country\nS01,School 1,KG\n", "utf-8")
    batch = desk.bring([folder], Options(), settings)
    assert [file.status for file in batch.files] == ["rejected", "loaded"]
    assert [problem.check for problem in batch.files[0].problems] == ["file_breaks_reader"]


@pytest.mark.parametrize(
    ("change", "check"), [({"rows": 3}, "table_too_long"), ({"columns": 3}, "table_too_wide")]
)
def test_rows_and_columns_have_their_limits_in_every_way_of_reading(change, check):
    limits = Limits(**change)
    line = "school_id,year,period,grade\n" if change.get("columns") else "school_id,year\n"
    large = (line * (MEGABYTE // len(line) + 1)).encode()
    with Apart(limits) as child:
        for ask in (
            lambda: read_small((line * 5).encode(), limits),
            lambda: child.sheets("a.xlsx", writers.xlsx()),
            lambda: child.columns(large),
        ):
            with pytest.raises(Unreadable) as told:
                ask()
            assert told.value.check == check
            assert all(t(told.value.key, language, **told.value.about) for language in LANGUAGES)


def test_limits_are_settings():
    settings = Settings(
        largest_file=2, most_rows=3, most_columns=4, reader_seconds=5, reader_memory=6
    )
    assert limits_of(settings) == Limits(2 * MEGABYTE, 3, 4, 5, 6 * MEGABYTE)


def test_small_values_need_no_process_and_large_ones_say_the_same():
    text = "Класс;Число\n7А;5\n".encode()
    with Apart(Limits()) as child:
        assert child.sheets("a.csv", text) == read("a.csv", text)
        assert child.pid is None
        long = text * (SMALL // len(text) + 1)
        assert child.sheets("a.csv", long) == read("a.csv", long)
        assert child.pid is not None


@pytest.mark.parametrize("data", [b"", b"<p>", b"{}", b"PK\x03\x04", b"\x89PNG\0\0", b"%PDF"])
def test_nothing_else_is_read_beside_the_process(data):
    assert read_small(data, Limits()) is None


SLOW = ["a" + "\n" * 40_000 + "b", "a" + " " * 60_000, ";" + "1 " * 30_000, 'a;"' + '" ' * 30_000]


@pytest.mark.parametrize("text", SLOW, ids=["lines", "spaces", "numbers", "marks"])
def test_small_values_never_take_for_ever(text):
    assert read_small(text.encode(), Limits())


def test_large_columns_come_over_as_they_are(settings):
    text = b"school_id,year\n" + b"S01,2025-2026\nS02,\n" * 60_000
    with apart(settings) as reader:
        head, (schools, years) = reader.columns(text)
    assert head.rows[0] == ("school_id", "year")
    assert [schools.values[code] for code in schools.codes[:3]] == ["S01", "S02", "S01"]
    assert (len(schools.codes), years.codes.tolist()[:2]) == (120_000, [0, -1])


@pytest.mark.parametrize("named", [print, Limits(), ValueError("a")])
def test_nothing_but_values_comes_over_the_pipe(named):
    with pytest.raises(wire.pickle.UnpicklingError):
        wire.unpacked(wire.packed(named))


def test_a_list_of_too_many_parts_is_not_read(monkeypatch, child):
    monkeypatch.setattr("dashboard.importer.reading.package.MOST_PARTS", 3)
    with pytest.raises(Unreadable) as told:
        read("a.xlsx", writers.xlsx())
    assert told.value.check == "archive_too_large"
