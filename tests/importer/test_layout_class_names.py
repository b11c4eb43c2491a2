"""Names of pupils in a list are told from sums and signatures, and are quoted to nobody."""

import pytest

from dashboard.importer.wide.mark import is_dash, shown
from dashboard.importer.wide.summary import summary
from tests.importer.handmade import checks
from tests.importer.layout_rows import CLASS_LIST, OF_CLASS, PUPILS


def test_no_name_reaches_the_store(district):
    rows = [row[:] for row in CLASS_LIST]
    rows[1][3] = "7"
    report = district.one({"Лист1": [*OF_CLASS, *rows]})
    outside = [path for path in district.settings.store.rglob("*") if "files" not in path.parts]
    kept = b"".join(path.read_bytes() for path in outside if path.is_file())
    assert kept
    for word in " ".join(PUPILS[:3]).split():
        assert word.encode() not in kept
        assert word not in str(report)


@pytest.mark.parametrize(
    ("cell", "told"),
    [("пять", "пять"), ("4б", "4б"), (7, "7"), ("Ким", "…"), ("Асанова А.", "…"), ("а б", "а б")],
)
def test_a_message_quotes_no_word_that_may_be_a_name(cell, told):
    assert shown(cell) == told


def test_a_table_of_groups_below_the_list_is_no_pupil(district):
    """«Успеваемость класса» has one, with names in its last column."""
    groups = [[], ["Успеваемость", "Количество", "% в классе", "ФИО"]]
    groups += [["Отличники (всего)", 1, 33, PUPILS[0]], ["Успевающие (всего)", 1, 33, PUPILS[1]]]
    report = district.one({"Лист1": [*OF_CLASS, *CLASS_LIST, *groups]})
    assert (report.rows_loaded, checks(report)) == (4, [])


@pytest.mark.parametrize("name", ["Сапарова Айгүл", "Хорошко Пётр", "Отлев Бек", "Средний Иван"])
def test_a_name_that_begins_like_a_sum_is_a_name(name):
    assert summary(name) is None


@pytest.mark.parametrize(("cell", "dash"), [("-", True), ("—", True), ("", False), (None, False)])
def test_a_dash_is_no_empty_cell(cell, dash):
    assert is_dash(cell) is dash
