"""Every template, in every language: recognised, filled in, loaded; untouched, refused in words."""

import io
from datetime import date, datetime

import openpyxl
import pytest
import python_calamine

from dashboard import templates
from dashboard.i18n import LANGUAGES, t
from dashboard.importer import desk, report
from dashboard.importer.options import options
from dashboard.importer.reading import read
from dashboard.importer.recognise import recognise
from dashboard.importer.values import empty, reader
from dashboard.metrics.registers import schools
from dashboard.settings import Settings
from dashboard.spec.core import tables
from dashboard.store.current import Reader
from dashboard.templates.entries import entries
from dashboard.templates.lists import lists, offered
from tests.conftest import SCHOOLS

TODAY = date(2026, 11, 23)
TABLES = templates.filled_in()
# What only some rows have; everything else has an example.
NO_EXAMPLE = {("schools", "closed"), ("schools", "successor_id"), ("mentors", "name")}
MADE = [(name, language) for name in TABLES for language in LANGUAGES]
EACH = pytest.mark.parametrize(("name", "language"), MADE)
CLOSED = ("choice", "round", "flag", "period", "year")


@pytest.fixture(scope="module")
def folders(tmp_path_factory) -> dict:
    """All templates of each language, made without a district."""
    made = {code: tmp_path_factory.mktemp(code) for code in LANGUAGES}
    for code, folder in made.items():
        assert len(list(templates.write(folder, code, lists(None, code, TODAY)))) == len(TABLES)
    return made


@pytest.fixture
def data(folders, name, language) -> bytes:
    return (folders[language] / f"{name}.xlsx").read_bytes()


@pytest.fixture(scope="module")
def opened(folders) -> dict:
    """Every template, opened once."""
    return {
        (name, code): openpyxl.load_workbook(folders[code] / f"{name}.xlsx") for name, code in MADE
    }


def _filled(path, name: str, language: str) -> bytes:
    """The template with the example typed into its second row."""
    book = openpyxl.load_workbook(path)
    columns = entries(TABLES[name], language, lists(None, language, TODAY))
    for place, column in enumerate(columns, start=1):
        book.worksheets[0].cell(2, place, column.example)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _store(folder) -> Settings:
    return Settings(store=folder / "store", memory="256MB", threads=1)


def test_only_tables_that_nobody_types_have_no_template():
    assert tables().keys() - TABLES.keys() == {"boundaries"}


@EACH
def test_the_headings_are_recognised_as_the_table_and_nothing_else_is(data, name):
    found = recognise(read(f"{name}.xlsx", data))
    assert found.layouts == (name,)
    (table,) = found.tables
    assert dict(table.heading.columns) == {key: n for n, key in enumerate(TABLES[name].columns)}
    assert not found.problems


@EACH
def test_the_workbook_opens_on_the_sheet_to_fill_in_and_hides_its_lists(data, name, language):
    book = python_calamine.load_workbook(io.BytesIO(data))
    kinds = [str(sheet.visible).rpartition(".")[2] for sheet in book.sheets_metadata]
    assert kinds[:2] == ["Visible", "Visible"]
    assert set(kinds[2:]) <= {"Hidden"}
    assert book.sheet_names[1] == t("template.sheet", language)


@EACH
def test_required_headings_stand_out_by_their_look_alone(opened, name, language):
    sheet = opened[name, language].worksheets[0]
    for cell, column in zip(sheet[1], TABLES[name].columns.values(), strict=True):
        assert cell.value == column.headings[language][0]
        assert bool(cell.font.bold) == column.required
    assert (sheet.max_row, sheet.freeze_panes) == (1, "A2")


@EACH
def test_the_instructions_tell_of_every_column(opened, name, language):
    book = opened[name, language]
    rows = list(book.worksheets[1].iter_rows(values_only=True))
    told = {row[0]: row for row in reversed(rows)}  # the example row below begins alike
    for column in TABLES[name].columns.values():
        _, must, about, example, *_ = told[column.headings[language][0]]
        assert must == t(f"template.flag.{'yes' if column.required else 'no'}", language)
        assert about
        assert (example is None) == ((name, column.name) in NO_EXAMPLE)


@EACH
def test_what_a_drop_down_offers_is_read_back(name, language):
    known = lists(None, language, TODAY)
    for column in TABLES[name].columns.values():
        if column.type not in CLOSED:
            continue
        words = offered(TABLES[name], column, language, known)
        read_one = reader(column, column.headings[language][0])
        found = [read_one(word) for word in words if not empty(column, word)]
        assert len(set(found)) == len(words)
        if column.choices:
            assert tuple(found) == column.choices


@EACH
def test_every_drop_down_refers_to_the_words_of_its_column(opened, name, language):
    book = opened[name, language]
    columns = entries(TABLES[name], language, lists(None, language, TODAY))
    rules = book.worksheets[0].data_validations.dataValidation
    found = {}
    for rule in (rule for rule in rules if rule.type == "list"):
        sheet, _, cells = rule.formula1.partition("!")
        words = tuple(cell.value for (cell,) in book[sheet][cells.replace("$", "")])
        found |= {area.min_col - 1: words for area in rule.sqref.ranges}
    assert found == {n: column.offered for n, column in enumerate(columns) if column.offered}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_examples_of_a_language_load_together_without_a_problem(folders, language, tmp_path):
    filled = tmp_path / "filled"
    filled.mkdir()
    for name in TABLES:
        path = folders[language] / f"{name}.xlsx"
        (filled / path.name).write_bytes(_filled(path, name, language))
    batch = desk.bring([filled], options(), _store(tmp_path))
    assert [(file.path, file.problems) for file in batch.files if file.problems] == []
    assert {file.layout: dict(file.tables) for file in batch.files} == {n: {n: 1} for n in TABLES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_untouched_templates_are_refused_with_what_to_do(folders, language, tmp_path):
    batch = desk.bring([folders[language]], options(), _store(tmp_path))
    assert (batch.snapshot, report.exit_code(batch)) == (None, 3)
    for file in batch.files:
        (problem,) = file.problems
        assert (file.status, problem.check) == ("rejected", "no_rows")
        said = report.message(problem, language)
        assert said == t("problem.template_not_filled", language)


def test_the_example_of_the_instructions_is_never_loaded(folders, tmp_path):
    path = folders["en"] / "schools.xlsx"
    book = openpyxl.load_workbook(path)
    book.worksheets[0].append(["S09", "School No. 9"])
    book.worksheets[2].sheet_state = "visible"
    book.save(tmp_path / "schools.xlsx")
    settings = _store(tmp_path)
    batch = desk.bring([tmp_path / "schools.xlsx"], options(), settings)
    assert (report.exit_code(batch), batch.files[0].problems) == (0, ())
    assert list(schools(Reader(settings).current())) == ["S09"]


def test_with_a_snapshot_the_district_is_offered(snapshot_of):
    rows = [
        *SCHOOLS,
        {"school_id": "S05", "name": "Гимназия"},
        {"school_id": "S06", "name": "Гимназия"},
    ]
    own = {"subject_id": "chess", "name_ru": "Шахматы", "area": "humanities"}
    known = lists(snapshot_of({"schools": rows, "subjects": [own]}), "ru", TODAY)
    column = TABLES["marks"].columns["school_id"]
    words = offered(TABLES["marks"], column, "ru", known)
    assert words[:2] == ("S05", "S06")  # two schools of one name: only the code is sure
    assert {"№ 1 мектеп", "S01"} <= set(words)
    assert "Гимназия" not in words
    assert {"Шахматы", "Алгебра"} <= set(known.subjects.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_shipped_subjects_are_offered_without_a_snapshot(language):
    known = lists(None, language, TODAY)
    assert known.schools == {}
    assert {"algebra", "chemistry"} <= known.subjects.keys()
    assert known.subjects["algebra"] not in ("", "algebra")


@pytest.mark.parametrize(
    ("today", "latest"), [(date(2026, 8, 31), "2026-2027"), (date(2026, 9, 1), "2027-2028")]
)
def test_years_are_offered_around_the_one_that_runs(today, latest):
    years = lists(None, "en", today).years
    assert years[0] == latest
    assert len(years) == 6


@EACH
def test_numbers_and_dates_of_an_example_are_no_texts(opened, name, language):
    columns = entries(TABLES[name], language, lists(None, language, TODAY))
    last = list(opened[name, language].worksheets[1].iter_rows())[-1]
    for cell, column in zip(last, columns):
        if column.kind in ("count", "number", "degree", "grade") and column.example is not None:
            assert isinstance(cell.value, int | float)
        if column.kind == "date" and column.example is not None:
            assert isinstance(cell.value, datetime)
