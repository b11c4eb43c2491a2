"""data/subjects.csv: every subject of the contract, every written name leads to one subject."""

import csv
import re
from pathlib import Path

import pytest

from dashboard.spec.core import tables

FILE = Path(__file__).parents[2] / "data" / "subjects.csv"
IDS = [
    *("kyrgyz_language", "kyrgyz_literature", "kazakh_language", "kazakh_literature"),
    *("kazakh_language_literature", "russian_language", "russian_literature", "uzbek_language"),
    *("uzbek_literature", "english", "german", "mathematics"),
    *("algebra", "geometry", "informatics", "physics"),
    *("chemistry", "biology", "geography", "nature_study"),
    *("world_around", "astronomy", "history", "world_history"),
    *("history_kyrgyzstan", "history_kazakhstan", "man_and_society", "law"),
    *("history_of_religions", "literacy", "primary_reading", "technology"),
    *("art", "music", "drawing", "physical_education"),
    *("military_training", "self_knowledge", "global_competencies"),
]
NAMES = ("name_en", "name_ky", "name_kk", "name_ru")
LOOK_ALIKES = str.maketrans("aceopxyikmthb", "асеорхуікмтнв")


def rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def folded(text: str) -> str:
    """Case, ё, dots, spaces and letters of the other alphabet make no difference."""
    return re.sub(r"[\s.]+", "", text.casefold().replace("ё", "е")).translate(LOOK_ALIKES)


def written(row: dict[str, str]) -> list[str]:
    return [row["subject_id"], *(row[name] for name in NAMES), *row["aliases"].split(";")]


def known() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in rows():
        for text in written(row):
            found.setdefault(folded(text), set()).add(row["subject_id"])
    return found


def test_subjects_are_those_of_the_contract():
    assert [row["subject_id"] for row in rows()] == IDS


def test_columns_are_those_of_the_table():
    assert list(rows()[0]) == list(tables()["subjects"].columns)


@pytest.mark.parametrize("row", rows(), ids=IDS)
def test_every_subject_is_named_in_four_languages(row):
    assert all(row[name].strip() for name in NAMES)


@pytest.mark.parametrize("row", rows(), ids=IDS)
def test_area_is_one_of_the_closed_list(row):
    assert row["area"] in tables()["subjects"].columns["area"].choices


@pytest.mark.parametrize("row", rows(), ids=IDS)
def test_half_year_is_true_or_false(row):
    assert row["half_year"] in ("true", "false")


@pytest.mark.parametrize("row", rows(), ids=IDS)
def test_aliases_add_to_the_names(row):
    aliases = row["aliases"].split(";")
    assert len(set(aliases)) == len(aliases)
    assert not {row[name] for name in NAMES} & set(aliases)
    assert all(alias == alias.strip() != "" for alias in aliases)


def test_a_name_leads_to_one_subject():
    assert {text: who for text, who in known().items() if len(who) > 1} == {}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        *(("РЯЗ", "russian_language"), ("Ч и О", "man_and_society")),
        *(("Физкультура", "physical_education"), ("ЛИТЕРАТУРА", "russian_literature")),
        *(("Англ. язык", "english"), ("История развития религий", "history_of_religions")),
        *(("матем.", "mathematics"), ("ИЗО", "art"), ("физ-ра", "physical_education")),
        *(("қаз. тілі", "kazakh_language"), ("дене тарбия", "physical_education")),
        *(("көркем еңбек", "technology"), ("цифрлық сауаттылық", "informatics")),
        *(
            ("Физика/Астрономия", "physics"),
            ("әліппе", "literacy"),
            ("ана тілі", "primary_reading"),
        ),
        *(("мекен таануу", "world_around"), ("табият таануу", "nature_study")),
        *(("қазақ тілі мен әдебиеті", "kazakh_language_literature"), ("чет тили", "english")),
        *(("кыргыз тили жана окуу", "primary_reading"), ("құқық негіздері", "law")),
    ],
)
def test_names_met_in_exports_are_known(text, subject):
    assert known()[folded(text)] == {subject}
