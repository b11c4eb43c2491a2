"""Tables, columns, closed lists, periods, rules and short subjects have words in each language."""

import csv
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import dashboard.i18n
from dashboard.filters import FILTERS, PERIODS, RULES
from dashboard.spec.core import tables

LANGUAGES = ("ky", "kk", "ru", "en")
STEMS = ("table.", "period.", "period_short.", "rule.", "subject_short.")
CATALOGUES = Path(dashboard.i18n.__file__).parent
SUBJECTS = Path(__file__).parents[2] / "data" / "subjects.csv"
COLUMNS = [column for spec in tables().values() for column in spec.columns.values()]
FILTER_VALUES = {value for spec in FILTERS if spec.key != "period" for value in spec.closed}


def subjects() -> list[str]:
    with SUBJECTS.open(encoding="utf-8", newline="") as file:
        return [row["subject_id"] for row in csv.DictReader(file)]


def words(language: str) -> dict[str, str]:
    with (CATALOGUES / language / "tables.po").open("rb") as file:
        return {message.id: message.string for message in read_po(file) if message.id}


def wanted() -> set[str]:
    return {
        *(f"table.{name}" for name in tables()),
        *(f"column.{column.name}" for column in COLUMNS),
        *(f"choice.{choice}" for column in COLUMNS for choice in column.choices),
        *(f"choice.{value}" for value in FILTER_VALUES),
        *(f"{stem}.{period}" for period in PERIODS for stem in ("period", "period_short")),
        *(f"rule.{rule}{ending}" for rule in RULES for ending in ("", ".about")),
        *(f"subject_short.{subject}" for subject in subjects()),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_holds_just_what_the_tables_need(language):
    assert set(words(language)) == wanted()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_are_missing(language):
    assert [key for key, text in words(language).items() if not text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_have_no_places_to_fill(language):
    assert [key for key, text in words(language).items() if "{" in text or "}" in text] == []


@pytest.mark.parametrize("language", ["ky", "kk", "ru"])
def test_words_are_written_in_cyrillic(language):
    assert [k for k, text in words(language).items() if any("a" <= c <= "z" for c in text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stem", STEMS)
def test_two_things_never_have_the_same_words(language, stem):
    texts = [text for key, text in words(language).items() if key.startswith(stem)]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", tables())
def test_columns_of_a_table_have_different_words(language, table):
    texts = [words(language)[f"column.{name}"] for name in tables()[table].columns]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_subjects_have_at_most_six_letters(language):
    short = {k: text for k, text in words(language).items() if k.startswith("subject_short.")}
    assert {key: text for key, text in short.items() if len(text) > 6} == {}
