"""A folder with a file in every layout and language: each is known for what it is, to the number.

It is read once. What must come out was written by hand (whole_folder_tables, whole_folder_exports).
"""

import csv
import io
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlalchemy as sa

from dashboard.importer import desk
from dashboard.importer.layouts import layouts
from dashboard.importer.options import options
from dashboard.settings import Settings
from dashboard.spec.batch import FileReport
from dashboard.spec.core import tables
from dashboard.store import schema
from dashboard.store.current import Reader
from tests.importer.layout_rows import PUPILS
from tests.importer.whole_folder_export import COURSES, NAMES, of_school
from tests.importer.whole_folder_exports import EXPORTS
from tests.importer.whole_folder_forms import FORMS, fitting
from tests.importer.whole_folder_tables import LANGUAGES, ROWS, table

FIRST = 101  # number of the school of the first export
TOLD = ("school_id", "year", "period", "round", "class")
NUMBERED = {key: number for number, key in enumerate(EXPORTS, FIRST)}
OWN = [(name, language) for name in ROWS for language in LANGUAGES]


@dataclass(frozen=True)
class Folder:
    reports: dict[str, FileReport]  # by the file's name without its ending
    forms: dict[str, str]
    rows: dict[str, list[dict]]
    store: Path


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Folder:
    place = tmp_path_factory.mktemp("whole")
    files = place / "files"
    files.mkdir()
    forms = {**_registers(files), **_own(files), **_exports(files)}
    settings = Settings(store=place / "store", memory="256MB", threads=1)
    batch = desk.bring([files], options(), settings)
    reports = {Path(file.path).stem: file for file in batch.files}
    with Reader(settings).current().engine.connect() as connection:
        rows = {name: _stored(connection, name) for name in tables()}
    return Folder(reports, forms, rows, settings.store)


def _stored(connection: sa.Connection, name: str) -> list[dict]:
    return [dict(row) for row in connection.execute(sa.select(schema.core_table(name))).mappings()]


def _registers(files: Path) -> dict[str, str]:
    schools = [["school_id", "name"], *([f"F{n}", f"№ {n} мектеп"] for n in NUMBERED.values())]
    return {
        name: _put(files, name, fitting(rows, (), name, 0))
        for name, rows in (("register of schools", schools), ("register of courses", COURSES))
    }


def _own(files: Path) -> dict[str, str]:
    forms = {}
    for turn, (name, language) in enumerate(OWN):
        _, cells = table(name, language)
        heads = [tables()[name].columns[column].headings[language][0] for column in cells]
        key = f"{name}, {language}"
        forms[key] = _put(files, key, fitting([heads, list(cells.values())], (), name, turn))
    return forms


def _exports(files: Path) -> dict[str, str]:
    forms, said = {}, []
    for turn, (key, number) in enumerate(NUMBERED.items()):
        export = of_school(EXPORTS[key], number)
        made = fitting(export.rows, export.spans, export.sheet, turn, export.forms)
        forms[key] = _put(files, key, made)
        told = export.told | ({"school_id": f"F{number}"} if export.told else {})
        said.append([f"{key}.{made[1]}", *(told.get(name, "") for name in TOLD)])
    text = io.StringIO()
    csv.writer(text).writerows([["file", *TOLD], *said])
    (files / "manifest.csv").write_text(text.getvalue(), encoding="utf-8")
    return forms


def _put(files: Path, key: str, made: tuple[str, str, bytes]) -> str:
    form, ending, data = made
    (files / f"{key}.{ending}").write_bytes(data)
    return form


def _loaded(folder: Folder, key: str, layout: str, counts: dict[str, int]) -> None:
    report = folder.reports[key]
    assert report.layout == layout
    assert [p for p in report.problems if p.check != "partly_present"] == []
    assert (report.status, report.rows_rejected) == ("loaded", 0)
    assert dict(report.tables) == counts


@pytest.mark.parametrize(("name", "language"), OWN)
def test_our_own_table_is_stored_as_it_was_written(folder, name, language):
    meant, _ = table(name, language)
    _loaded(folder, f"{name}, {language}", name, {name: 1})
    found = [{column: row[column] for column in meant} for row in folder.rows[name]]
    assert found.count(meant) == 1


@pytest.mark.parametrize("key", [key for key, export in EXPORTS.items() if not export.refused])
def test_an_export_is_stored_number_by_number(folder, key):
    export = of_school(EXPORTS[key], NUMBERED[key])
    counts = {name: len(found) for name, (_, found) in export.truth.items()}
    _loaded(folder, key, export.layout, counts)
    for name, (columns, meant) in export.truth.items():
        assert Counter(_rows(folder, name, columns, NUMBERED[key])) == Counter(meant)


def _rows(folder: Folder, name: str, columns: tuple[str, ...], number: int) -> list[tuple]:
    """Completions name no school; their teachers' codes do."""
    return [
        tuple(row[column] for column in columns)
        for row in folder.rows[name]
        if row.get("school_id") == f"F{number}" or f"{number}-" in (row.get("teacher_id") or "")
    ]


@pytest.mark.parametrize("key", [key for key, export in EXPORTS.items() if export.refused])
def test_an_export_that_counts_nothing_is_refused_by_its_name(folder, key):
    report = folder.reports[key]
    assert (report.status, report.rows_loaded) == ("rejected", 0)
    assert [problem.check for problem in report.problems] == [EXPORTS[key].refused]
    assert report.layout == EXPORTS[key].layout


def test_the_folder_holds_every_table_and_every_layout(folder):
    seen = {report.layout for report in folder.reports.values()}
    assert set(layouts()) - seen == {"boundaries"}  # drawn on a map, not typed
    assert set(ROWS) == set(tables()) - {"boundaries"}
    assert all(ROWS[name].keys() == tables()[name].columns.keys() for name in ROWS)


def test_the_folder_holds_every_form_many_times(folder):
    assert set(folder.forms.values()) == set(FORMS)
    assert min(Counter(folder.forms.values()).values()) >= 4


def test_nothing_is_stored_beside_what_was_meant(folder):
    meant = Counter({name: len(LANGUAGES) for name in ROWS})
    for export in EXPORTS.values():
        meant.update({name: len(found) for name, (_, found) in export.truth.items()})
    meant.update({"schools": len(EXPORTS), "courses": len(COURSES) - 1})
    loaded = Counter()
    for report in folder.reports.values():
        loaded.update(report.tables)
    assert loaded == meant


def test_no_pupil_is_named_outside_the_kept_files(folder):
    outside = [path for path in folder.store.rglob("*") if "files" not in path.parts[-2]]
    kept = b"".join(path.read_bytes() for path in outside if path.is_file())
    words = {word for name in (*PUPILS, *NAMES) for word in name.split()}
    said = str([report.problems for report in folder.reports.values()])
    assert kept
    assert not [word for word in words if word.encode() in kept or word in said]
