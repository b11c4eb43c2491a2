"""data/reading_norms.csv: the benchmark of Kyrgyzstan, and sets that keep to the contract."""

import csv
from itertools import product
from pathlib import Path

import pytest

from dashboard.spec.core import tables

FOLDER = Path(__file__).parents[2] / "data"
TABLE = tables()["reading_norms"]
ROUNDS = ("start", "middle", "end")


def rows() -> list[dict[str, str]]:
    with (FOLDER / "reading_norms.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = rows()


def norms(name: str) -> dict[tuple[str, str, str], float]:
    return {
        (row["language"], row["grade"], row["round"]): float(row["benchmark"])
        for row in ROWS
        if row["norm_set"] == name
    }


def test_columns_are_those_of_the_table():
    assert list(ROWS[0]) == list(TABLE.columns)


def test_a_norm_stands_once():
    keys = [tuple(row[name] for name in TABLE.key) for row in ROWS]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("row", ROWS)
def test_values_are_of_the_closed_lists(row):
    assert row["language"] in TABLE.columns["language"].choices
    assert row["round"] in TABLE.columns["round"].choices
    assert row["country"] in ("", *TABLE.columns["country"].choices)


def test_benchmark_is_40_in_grade_2_and_80_in_grade_4_in_every_round_and_language():
    words = {"2": 40, "4": 80}
    languages = TABLE.columns["language"].choices
    expected = {key: words[key[1]] for key in product(languages, words, ROUNDS)}
    assert norms("kg_benchmark") == expected


def test_half_year_norms_stand_only_where_the_source_has_numbers():
    grades = {(grade, term): words for (_, grade, term), words in norms("ru_gym13").items()}
    expected = {("1", "end"): 25, ("2", "middle"): 35, ("2", "end"): 45}
    assert grades == expected | {("3", "middle"): 60, ("3", "end"): 70}


@pytest.mark.parametrize("name", sorted({row["norm_set"] for row in ROWS}))
def test_every_set_of_norms_names_its_source(name):
    assert f"`{name}`" in (FOLDER / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.csv")), ids=lambda path: path.name)
def test_every_shipped_file_is_described(path):
    assert f"## {path.name}" in (FOLDER / "README.md").read_text(encoding="utf-8")
