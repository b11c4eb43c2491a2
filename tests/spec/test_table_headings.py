"""Headings and written values of the canonical tables: in four languages, never ambiguous."""

import pytest

from dashboard.spec.core import HEADING_LANGUAGES, tables

COLUMNS = [
    pytest.param(column, id=f"{table}.{name}")
    for table, spec in tables().items()
    for name, column in spec.columns.items()
]
CLOSED = [param for param in COLUMNS if param.values[0].choices]
# Latin letters that look like Cyrillic ones: a heading may be typed in either.
LOOK_ALIKES = str.maketrans("aceopxyikmthb", "асеорхуікмтнв")
QUOTES = dict.fromkeys(map(ord, "«»„“”\"'"))


def compared(text: str) -> str:
    """A heading as the importer compares it."""
    spaced = text.casefold().replace("ё", "е").replace("\xa0", " ").translate(QUOTES)
    return " ".join(spaced.split())


def owners(named: list[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for text, owner in named:
        found.setdefault(compared(text).translate(LOOK_ALIKES), set()).add(owner)
    return found


def shared(named: list[tuple[str, str]]) -> dict[str, set[str]]:
    return {text: who for text, who in owners(named).items() if len(who) > 1}


@pytest.mark.parametrize("table", tables())
def test_no_heading_belongs_to_two_columns(table):
    named = [
        (heading, name)
        for name, column in tables()[table].columns.items()
        for headings in column.headings.values()
        for heading in headings
    ]
    assert shared(named) == {}


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_has_a_heading_in_every_language(column):
    assert all(column.headings[code] for code in HEADING_LANGUAGES)


@pytest.mark.parametrize("column", COLUMNS)
def test_the_exact_name_is_the_first_english_heading(column):
    assert column.headings["en"][0] == column.name


@pytest.mark.parametrize("table", tables())
def test_first_headings_of_a_language_make_a_template(table):
    for code in HEADING_LANGUAGES:
        first = [column.headings[code][0] for column in tables()[table].columns.values()]
        assert len(set(map(compared, first))) == len(first)


@pytest.mark.parametrize(
    "column", [p for p in COLUMNS if p.values[0].name in ("school_id", "subject_id", "teacher_id")]
)
def test_a_code_may_be_headed_without_its_ending(column):
    assert column.name.removesuffix("_id") in column.headings["en"]


@pytest.mark.parametrize("column", COLUMNS)
def test_no_heading_is_empty_or_repeated(column):
    for headings in column.headings.values():
        assert all(compared(heading) for heading in headings)
        assert len(set(headings)) == len(headings)


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        *(("Отл", "n5"), ("«5»", "n5"), ("Үзд", "n5"), ("Хор", "n4"), ("Жақ", "n4")),
        *(("Уд", "n3"), ("Орт", "n3"), ("Неуд", "n2"), ("Жеткіліксіз", "n2")),
        *(("Н/А", "not_assessed"), ("А/Ө", "not_assessed"), ("ОСВ", "exempt"), ("БОС", "exempt")),
        *(("ЗЧ", "credited"), ("ЕСП", "credited"), ("НЗ", "not_credited"), ("ЕСЖ", "not_credited")),
        *(("Нет оценки", "no_mark"), ("Баға жоқ", "no_mark"), ("Барлығы", "roster")),
    ],
)
def test_marks_know_the_headings_of_the_diaries(heading, column):
    assert heading in {
        h for group in tables()["marks"].columns[column].headings.values() for h in group
    }


@pytest.mark.parametrize("column", CLOSED)
def test_every_choice_is_written_in_words(column):
    assert set(column.words) == set(column.choices)
    assert all(column.words.values())


@pytest.mark.parametrize("column", CLOSED)
def test_no_word_means_two_choices(column):
    words = [(word, choice) for choice, group in column.words.items() for word in group]
    assert shared(words + [(choice, choice) for choice in column.choices]) == {}
