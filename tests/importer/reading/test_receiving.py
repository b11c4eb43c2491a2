"""Files, folders and archives: what is found, in which order, and what manifests say."""

import io
import zipfile
from pathlib import Path

import pytest

from dashboard.i18n import LANGUAGES, t
from dashboard.importer.reading import read, receive
from tests.importer.reading import writers

LIMIT = 1 << 20
MANIFEST = "file,school_id,year,period,round,class,subject_id,layout\n"


def _received(*paths, limit=LIMIT):
    return list(receive(paths, limit))


def _write(folder: Path, **files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def _zip(path: Path, **files):
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def _bytes_of_zip(**files):
    file = io.BytesIO()
    _zip(file, **files)
    return file.getvalue()


def _inside(received, root):
    return [file.path.removeprefix(root.as_posix() + "/") for file in received]


def test_folder_is_walked_in_order(tmp_path):
    _write(tmp_path, **{"б.csv": "1", "a/я.csv": "2", "a/ё/а.csv": "3"})
    assert _inside(_received(tmp_path), tmp_path) == ["a/я.csv", "a/ё/а.csv", "б.csv"]


@pytest.mark.parametrize(
    "name",
    [".скрыт.csv", ".git/a.csv", "truth.json", "manifest.csv", "~$a.xlsx", "__MACOSX/._a.csv"],
)
def test_what_is_no_export_is_left_out(tmp_path, name):
    _write(tmp_path, **{"a.csv": "Класс;5", name: MANIFEST})
    assert _inside(_received(tmp_path), tmp_path) == ["a.csv"]


def test_folder_may_lie_in_a_hidden_one(tmp_path):
    _write(tmp_path, **{".скрыт/выгрузки/a.csv": "1"})
    assert len(_received(tmp_path / ".скрыт" / "выгрузки")) == 1


def test_file_is_given_with_its_bytes(tmp_path):
    _write(tmp_path, **{"a.csv": "Класс;5"})
    (file,) = _received(tmp_path / "a.csv")
    assert (file.data, file.trouble, file.said) == ("Класс;5".encode(), None, {})


def test_archive_is_unpacked(tmp_path):
    path = _zip(
        tmp_path / "все.zip", **{"b/б.csv": "2", "а.csv": "1", ".x": "3", "truth.json": "4"}
    )
    received = _received(path)
    assert _inside(received, path) == ["b/б.csv", "а.csv"]
    assert [file.data for file in received] == [b"2", b"1"]


def _named(path: Path, packed: bytes):
    """An archive whose one file has that name, not marked as UTF-8."""
    stand_in = b"x" * len(packed)
    _zip(path, **{stand_in.decode(): "1"})
    path.write_bytes(path.read_bytes().replace(stand_in, packed))
    return path


@pytest.mark.parametrize("encoding", ["cp866", "utf-8"])
def test_names_in_an_archive_are_read(tmp_path, encoding):
    path = _named(tmp_path / "a.zip", "школа/отчет.csv".encode(encoding))
    assert _inside(_received(path), path) == ["школа/отчет.csv"]


@pytest.mark.parametrize("name", ["report.xlsx", "report.ods"])
def test_workbook_is_no_archive(tmp_path, name):
    _write(tmp_path, **{"отчет.zip": writers.EVERY[name]()})
    (file,) = _received(tmp_path)
    assert read(file.path, file.data)


def test_archive_in_a_folder_is_unpacked_whatever_its_name(tmp_path):
    _write(tmp_path, **{"архив.dat": _bytes_of_zip(**{"a.csv": "1"})})
    assert _inside(_received(tmp_path), tmp_path) == ["архив.dat/a.csv"]


def _trouble(*paths, limit=LIMIT):
    (file,) = _received(*paths, limit=limit)
    assert file.data == b""
    for language in LANGUAGES:
        assert t(file.trouble.key, language, **file.trouble.about)
    return file.trouble.check


def test_archive_in_an_archive_is_told(tmp_path):
    path = _zip(tmp_path / "a.zip", **{"b.zip": _bytes_of_zip(**{"a.csv": "1"})})
    assert _trouble(path) == "archive_nested"


def test_workbook_in_an_archive_is_read(tmp_path):
    path = _zip(tmp_path / "a.zip", **{"a.xlsx": writers.xlsx()})
    (file,) = _received(path)
    assert file.data == writers.xlsx() or read(file.path, file.data)


def test_empty_archive_is_told(tmp_path):
    assert _trouble(_zip(tmp_path / "a.zip")) == "file_empty"


def test_missing_path_is_told(tmp_path):
    assert _trouble(tmp_path / "нет.csv") == "file_missing"


def test_large_file_is_told(tmp_path):
    _write(tmp_path, **{"a.csv": "1" * 2000})
    assert _trouble(tmp_path, limit=1000) == "file_too_large"


def test_large_file_in_an_archive_is_told(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", b"0" * (LIMIT + 1))
    assert _trouble(path) == "file_too_large"


def test_workbook_large_when_unpacked_is_told(tmp_path):
    _write(tmp_path, **{"a.xlsx": _bytes_of_zip(**{"[Content_Types].xml": "0" * 2000})})
    packed = (tmp_path / "a.xlsx").read_bytes()
    assert _trouble(tmp_path, limit=min(len(packed), 1999)) == "file_too_large"


def test_damaged_file_in_an_archive_is_told_and_the_rest_read(tmp_path):
    path = _zip(tmp_path / "a.zip", **{"a.csv": "Класс", "b.csv": "Сынып"})
    path.write_bytes(path.read_bytes().replace("Класс".encode(), "класс".encode()))
    first, second = _received(path)
    assert (first.trouble.check, second.trouble) == ("file_damaged", None)


def test_manifest_says_what_a_file_does_not(tmp_path):
    line = "s/a.csv,S01,2026-2027,Q1,,7В,,\n"
    _write(tmp_path, **{"s/a.csv": "1", "manifest.csv": MANIFEST + line})
    (file,) = _received(tmp_path)
    assert file.said == {"school_id": "S01", "year": "2026-2027", "period": "Q1", "class": "7В"}


def test_manifest_of_an_archive_is_used(tmp_path):
    line = MANIFEST + "s/a.csv,S01,,,,,,\n"
    path = _zip(tmp_path / "a.zip", **{"s/a.csv": "1", "manifest.csv": line})
    (file,) = _received(path)
    assert file.said == {"school_id": "S01"}


def test_manifest_inside_a_packed_folder_is_used(tmp_path):
    line = MANIFEST + "a.csv,S01,,,,,,\n"
    path = _zip(tmp_path / "a.zip", **{"sample/a.csv": "1", "sample/manifest.csv": line})
    (file,) = _received(path)
    assert file.said == {"school_id": "S01"}


def test_nearest_manifest_wins(tmp_path):
    _write(
        tmp_path,
        **{
            "s/a.csv": "1",
            "s/manifest.csv": MANIFEST + "a.csv,S02,,,,,,\n",
            "manifest.csv": MANIFEST + "s/a.csv,S01,,,,,,\n",
        },
    )
    (file,) = _received(tmp_path)
    assert file.said == {"school_id": "S02"}


def test_manifest_of_excel_is_understood(tmp_path):
    table = "File;School_id\r\n.\\s\\a.csv;S01\r\n"
    _write(tmp_path, **{"s/a.csv": "1", "manifest.csv": table.encode("cp1251")})
    (file,) = _received(tmp_path)
    assert file.said == {"school_id": "S01"}


def test_manifest_given_beside_its_files_is_used(tmp_path):
    _write(tmp_path, **{"a.csv": "1", "manifest.csv": MANIFEST + "a.csv,S01,,,,,,\n"})
    (file,) = _received(tmp_path / "a.csv", tmp_path / "manifest.csv")
    assert file.said == {"school_id": "S01"}


def test_manifest_without_files_is_told(tmp_path):
    _write(tmp_path, **{"manifest.csv": "школа;год\nS01;2026-2027\n"})
    assert _trouble(tmp_path) == "manifest_unclear"
