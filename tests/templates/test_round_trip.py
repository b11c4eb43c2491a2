"""A template that was filled in comes back whole: every table, every language, as it was meant."""

import csv
import io
import tomllib
from datetime import date

import openpyxl
import pytest
import sqlalchemy as sa

from dashboard import templates
from dashboard.i18n import LANGUAGES
from dashboard.importer import desk
from dashboard.importer.options import options
from dashboard.settings import Settings
from dashboard.store import schema
from dashboard.store.current import Reader
from dashboard.templates import entries as made
from dashboard.templates.lists import lists
from tests.importer.handmade import workbook

TODAY = date(2026, 11, 23)
TABLES = templates.filled_in()
ENCODINGS = {"ky": "utf-16", "kk": "kz1048", "ru": "cp1251", "en": "utf-8-sig"}
EXAMPLES = tomllib.loads(made.PATH.read_text(encoding="utf-8"))
FORMS = ("xlsx", "csv", "book")
# What the example leaves open, so that every column is filled once.
MORE = {
    ("schools", "closed"): date(2027, 8, 31),
    ("schools", "successor_id"): "S02",
    ("mentors", "name"): "T001",
}


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def blank(language, tmp_path_factory) -> dict:
    folder = tmp_path_factory.mktemp("blank")
    return {path.stem: path for path in templates.write(folder, language, _known(language))}


@pytest.fixture(scope="module", params=FORMS)
def stored(request, language, blank, tmp_path_factory) -> dict[str, list[dict]]:
    """All tables of a language in one form: workbooks, CSV, or sheets of one workbook."""
    folder = tmp_path_factory.mktemp("filled")
    filled = {"xlsx": _workbooks, "csv": _csvs, "book": _one_book}[request.param]
    filled(folder, language, blank)
    settings = Settings(store=folder / "store", memory="256MB", threads=1)
    batch = desk.bring(sorted(folder.glob("*.*")), options(), settings)
    assert [(file.path, file.status, file.problems) for file in batch.files if file.problems] == []
    assert sum(file.rows_loaded for file in batch.files) == len(TABLES)
    with Reader(settings).current().engine.connect() as connection:
        return {name: _rows(connection, name) for name in TABLES}


def _rows(connection: sa.Connection, name: str) -> list[dict]:
    """Those of the file; what ships with Tirek stands beside them in some tables."""
    found = connection.execute(sa.select(schema.core_table(name))).mappings()
    return [dict(row) for row in found]


def _known(language: str):
    return lists(None, language, TODAY)


def _row(name: str, language: str) -> list:
    """As a person of that language fills it in."""
    table = TABLES[name]
    told = made.entries(table, language, _known(language))
    return [
        MORE.get((name, column), entry.example)
        for column, entry in zip(table.columns, told, strict=True)
    ]


def _workbooks(folder, language: str, blank: dict) -> None:
    for name, path in blank.items():
        book = openpyxl.load_workbook(path)
        for place, value in enumerate(_row(name, language), 1):
            book.worksheets[0].cell(2, place, value)
        book.save(folder / f"{name}.xlsx")


def _csvs(folder, language: str, blank: dict) -> None:
    """As a spreadsheet of these countries saves it: semicolons, commas in numbers, local days."""
    for name in TABLES:
        text = io.StringIO()
        rows = [_headings(name, language), map(_local, _row(name, language))]
        csv.writer(text, delimiter=";").writerows(rows)
        (folder / f"{name}.csv").write_bytes(_encoded(text.getvalue(), ENCODINGS[language]))


def _encoded(text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:  # a Kazakh name in a Russian table
        return text.encode("utf-8")


def _one_book(folder, language: str, blank: dict) -> None:
    rows = {name: [_headings(name, language), _row(name, language)] for name in TABLES}
    (folder / "all.xlsx").write_bytes(workbook(rows))


def _headings(name: str, language: str) -> list[str]:
    return [column.headings[language][0] for column in TABLES[name].columns.values()]


def _local(value: object) -> str:
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    if isinstance(value, float):
        return str(value).replace(".", ",")
    return "" if value is None else str(value)


def _meant(name: str, column: str, language: str) -> object:
    """The example's own code where it has one, else its words."""
    spec = TABLES[name].columns[column]
    common = EXAMPLES["common"]
    given = EXAMPLES.get(name, {}).get(column, common.get(column, common.get(spec.type)))
    if given is None:
        place = list(TABLES[name].columns).index(column)
        given = _row(name, language)[place]
    return ";".join(map(str.strip, given.split(";"))) if spec.type == "list" else given


@pytest.mark.parametrize("name", TABLES)
def test_every_value_of_a_filled_template_is_stored_as_it_was_meant(name, stored, language):
    meant = {column: _meant(name, column, language) for column in TABLES[name].columns}
    assert None not in meant.values()
    found = [{column: row[column] for column in meant} for row in stored[name]]
    assert meant in found
