"""A sheet that nobody knows is told of once; then it is known by exactly its headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importer import told_columns
from dashboard.importer.desk_report import beginning
from dashboard.importer.normalise.text import fold
from dashboard.importer.own_layouts import columns, head_texts, lacking, tables
from dashboard.importer.rebuild import rebuild
from dashboard.importer.told_columns import (
    ColumnsLacking,
    ColumnTwice,
    NameMissing,
    NoHeadings,
    NoSuchSheet,
    Place,
)
from dashboard.spec import core
from dashboard.spec.sheet import Sheet
from dashboard.store import own_layouts, places
from tests.importer.handmade import Desk, checks

HEAD = [
    "Т/б",
    "Окуу жайы",
    "Окуу жылы башы",
    "Чейр.",
    "Жыйын",
    "Сабагы",
    "Бардыгы",
    "А",
    "Б",
    "В",
    "Г",
]
ROW = [1, "№5", "2026/2027", "I", "7А", "Алгебра", 20, 5, 6, 7, 2]
FILE = {
    "Барак": [["Отчёт"], HEAD, ROW, [2, "№5", "2026/2027", "I", "8Б", "Физика", "9", "3", 3, 2, 1]]
}
TOLD = ("", "school_id", "year", "period", "class", "subject_id", "roster", "n5", "n4", "n3", "n2")
TEXT = "\n".join(",".join(map(str, row)) for row in FILE["Барак"])
PLACE = Place(0, 0, top=1, table="marks")
GOT = [("S05", "Q1", 7, "А", "algebra", 5), ("S05", "Q1", 8, "Б", "physics", 3)]
GOT_COLUMNS = ("school_id", "period", "grade", "letter", "subject_id", "n5")


def shown(rows: list[list]) -> tuple:
    width = max(map(len, rows))
    filled = tuple((*row, *[None] * (width - len(row))) for row in rows)
    return beginning(Sheet("Барак", filled))[1]


def tell(desk: Desk, rows: list[list], told=TOLD, place: Place = PLACE, name="Отчёт") -> str:
    chosen = {i: column for i, column in enumerate(told) if column}
    return told_columns.save(desk.settings.store, shown(rows), place, chosen, (name, "aigul"))


def got(desk: Desk) -> list[tuple]:
    return sorted(desk.rows("marks", *GOT_COLUMNS))


def test_an_unknown_sheet_is_known_once_it_was_told_of(district):
    assert checks(district.one(FILE)) == ["unknown_layout"]
    assert tell(district, FILE["Барак"]) == "own_1"
    report = district.one(FILE)
    assert (report.status, report.layout, report.rows_loaded) == ("loaded", "own_1", 2)
    assert got(district) == GOT


@pytest.mark.parametrize("other", [{7: "А1"}, {1: "Окуу жай"}, {10: ""}])
def test_with_another_heading_it_is_not_known(district, other):
    tell(district, FILE["Барак"])
    head = [other.get(place, text) for place, text in enumerate(HEAD)]
    assert checks(district.one({"Барак": [head, ROW]})) == ["unknown_layout"]


def test_headings_are_found_wherever_they_stand_and_however_they_are_spelt(district):
    tell(district, FILE["Барак"])
    turned = [[text.upper() for text in reversed(HEAD)], list(reversed(ROW))]
    assert district.one({"Другой": [["а"], ["б"], ["в"], *turned]}).rows_loaded == 1
    assert got(district) == GOT[:1]


def test_what_a_file_does_not_say_is_told_beside_it(district):
    rows = [[row[0], *row[4:]] for row in (HEAD, ROW)]
    tell(district, rows, ("", *TOLD[4:]), Place(0, 0, 0, table="marks"))
    report = district.one({"Барак": rows})
    assert set(checks(report)) == {"missing_school", "missing_year", "missing_period"}
    report = district.one({"Барак": rows}, school="S05", year="2026-2027", period="Q1")
    assert report.rows_loaded == 1


def test_headings_of_two_rows_are_told_apart_by_what_stands_above(district):
    rows = [
        ["Окуу жайы", "Жыл", "Чейр.", "Жыйын", "Сабагы", "Баары", "Баалар", "", "", ""],
        ["", "", "", "", "", "", "беш", "төрт", "үч", "эки"],
        ["№5", "2026/2027", "I", "7А", "Алгебра", 20, 5, 6, 7, 2],
    ]
    place = Place(0, 0, 0, height=2, table="marks")
    texts = told_columns.texts_at(shown(rows), place)
    assert texts[5:8] == ["Баары", "Баалар беш", "Баалар төрт"]
    tell(district, rows, TOLD[1:], place)
    assert district.one({"Барак": rows}).rows_loaded == 1
    assert got(district) == GOT[:1]


def test_a_removed_layout_is_known_no_more_and_what_it_loaded_stays(district):
    tell(district, FILE["Барак"])
    district.one(FILE)
    (one,) = own_layouts.standing(district.settings.store)
    own_layouts.remove(district.settings.store, one.id, "bakyt")
    assert checks(district.one(FILE)) == ["unknown_layout"]
    assert got(district) == GOT
    assert rebuild(district.settings).same
    assert tell(district, FILE["Барак"]) == "own_2"  # a key is never used again


def test_a_changed_layout_reads_the_same_file_anew_and_a_rebuild_knows_both(district):
    tell(district, FILE["Барак"], (*TOLD[:7], "n4", "n5", *TOLD[9:]))
    district.one(TEXT)
    wrong = got(district)
    assert wrong != GOT
    assert district.one(TEXT).status == "unchanged"
    (one,) = own_layouts.standing(district.settings.store)
    right = dict(enumerate(TOLD[1:]))
    told_columns.change(district.settings.store, one.id, right, "Отчёт 2", "bakyt")
    assert rebuild(district.settings).same
    assert got(district) == wrong
    assert district.one(TEXT).status == "loaded"
    assert got(district) == GOT
    assert rebuild(district.settings).same
    assert own_layouts.names(district.settings.store) == {"own_1": "Отчёт 2"}


def test_of_two_people_who_change_one_layout_the_second_is_told(district):
    tell(district, FILE["Барак"])
    store, right = district.settings.store, dict(enumerate(TOLD[1:]))
    (one,) = own_layouts.standing(store)
    told_columns.change(store, one.id, right, "А", "aigul")
    with pytest.raises(own_layouts.LayoutChanged):
        told_columns.change(store, one.id, right, "Б", "bakyt")
    with pytest.raises(own_layouts.LayoutChanged):
        own_layouts.remove(store, one.id, "bakyt")
    assert [(one.version, one.name) for one in own_layouts.standing(store)] == [(2, "А")]


def test_it_can_be_asked_for_by_its_key(district):
    tell(district, FILE["Барак"])
    assert district.one(FILE, layout="own_1").rows_loaded == 2
    report = district.one({"Барак": [HEAD[:-1], ROW[:-1]]}, layout="own_1")
    assert checks(report) == ["missing_column"]
    assert report.problems[0].about["columns"] == fold(HEAD[-1])
    assert checks(district.one(FILE, layout="own_9")) == ["bad_layout"]


def test_what_everybody_knows_is_not_taken_over(district):
    known = [
        "Код школы",
        "Учебный год",
        "Четверть",
        "Класс",
        "Предмет",
        "Всего",
        "5",
        "4",
        "3",
        "2",
    ]
    rows = [known, ROW[1:]]
    before = district.bring({"a.xlsx": {"Барак": rows}}, check=True).files[0].layout
    assert before
    tell(district, rows, TOLD[1:], Place(0, 0, 0, table="marks"))
    assert district.one({"Барак": rows}).layout == before


def test_nothing_but_headings_is_kept(district):
    tell(district, FILE["Барак"])
    kept = places.state(district.settings.store).read_bytes().decode("utf-8", "replace")
    assert "Сабагы" in kept
    assert not [word for word in ("Алгебра", "Физика", "7А", "Т/б") if word in kept]


def test_a_row_of_people_is_no_row_of_headings(district):
    rows = [HEAD, ["Асанова Айгүл", *ROW[1:]], ["Бакытов Азат", *ROW[1:]]]
    told = ("pupil_code", "school_id", "year", "round", "grade", "language", "words_correct")
    with pytest.raises(NoHeadings):
        tell(district, rows, told, Place(0, 0, 1, table="reading"))
    assert own_layouts.versions(district.settings.store) == []


@pytest.mark.parametrize(
    ("told", "place", "name", "error"),
    [
        (TOLD[:7], PLACE, "Отчёт", ColumnsLacking),
        ((*TOLD[:9], "n5", "n2"), PLACE, "Отчёт", ColumnTwice),
        (TOLD, PLACE, "  ", NameMissing),
        (TOLD, Place(0, 0, 1, table="course_cycles"), "Отчёт", NoSuchSheet),
        (TOLD, Place(0, 0, 1, table="x"), "Отчёт", NoSuchSheet),
        (TOLD, Place(0, 0, 3, 2, "marks"), "Отчёт", NoHeadings),
        (TOLD, Place(0, 0, 1, 9, "marks"), "Отчёт", NoHeadings),
    ],
)
def test_what_cannot_be_read_by_it_is_not_kept(district, told, place, name, error):
    with pytest.raises(error):
        tell(district, FILE["Барак"], told, place, name)
    assert own_layouts.versions(district.settings.store) == []


def test_only_what_the_table_is_known_by_is_suggested():
    texts = ["Мектеп", "Окуу жайы", "Класс", "Четверть"]
    found = told_columns.suggested(texts, "marks")
    assert found == {"Мектеп": "school_id", "Класс": "grade", "Четверть": "period"}


def test_a_large_file_is_read_by_it_too(district):
    tell(district, FILE["Барак"])
    lines = [
        f"{n},№5,2026/2027,I,{n % 9 + 1}{'АБВГДЕЖЗ'[n // 9 % 8]},Алгебра,20,5,6,7,2"
        for n in range(72)
    ]
    text = "\n".join([",".join(HEAD), *lines, *[" " * 1000 + "," * 10] * 2500])
    assert district.one(text).rows_loaded == 72
    assert rebuild(district.settings).same


@pytest.mark.parametrize("table", tables())
def test_every_table_can_be_told_of(table):
    assert set(lacking(table, ())) <= columns(table).keys()
    assert lacking(table, core.tables()[table].columns) == []


cells = st.sampled_from(["", "5", "5 (2)", "Класс", "класс.", "Балл"])


@given(
    st.integers(1, 3).flatmap(
        lambda n: st.lists(st.lists(cells, min_size=n, max_size=n), min_size=1, max_size=3)
    )
)
def test_a_column_without_any_word_has_no_heading_and_one_with_has(rows):
    texts = head_texts(rows, 0, len(rows))
    assert [bool(text) for text in texts] == [
        any(row[i] for row in rows) for i in range(len(rows[0]))
    ]


@given(st.lists(st.sampled_from(["", "5", "Класс", "класс.", "Балл"]), min_size=1, max_size=8))
def test_no_two_columns_are_headed_the_same(row):
    folded = [fold(text) for text in head_texts([row], 0, 1) if text]
    assert len(set(folded)) == len(folded)
