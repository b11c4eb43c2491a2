"""Separated text: letters, separators, quotation marks, row numbers."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.importer.reading import read
from tests.importer.reading import writers


def _rows(data):
    (sheet,) = read("выгрузка.csv", data)
    return sheet.rows


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_separator_is_found(separator):
    assert writers.as_text(_rows(writers.delimited(separator))) == writers.as_text(writers.ROWS)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "kz1048"]
)
def test_letters_are_read(encoding):
    rows = _rows(writers.delimited(";", encoding))
    assert writers.as_text(rows) == writers.as_text(writers.ROWS)


def test_decimal_commas_are_no_separators():
    table = "5;4;3\r\n" + "52,0;92,0;1,5\r\n" * 9
    assert _rows(table.encode())[1] == ("52,0", "92,0", "1,5")


def test_label_lines_with_commas_do_not_mislead():
    labels = "Школа: № 5, Ала-Бука\n" * 6
    assert _rows(f"{labels}Класс;5;4;3;2\n7А;1;2;3;4\n".encode())[7] == ("7А", "1", "2", "3", "4")


def test_lists_in_cells_do_not_mislead():
    table = "school_id,name,aliases\n" + 'S01,№ 1,"1-мектеп; Школа №1; A; B"\n' * 5
    assert _rows(table.encode())[1] == ("S01", "№ 1", "1-мектеп; Школа №1; A; B")


def test_separator_that_excel_announces_is_used():
    assert _rows("sep=|\r\nа;б|в\r\n".encode())[1] == ("а;б", "в")


def test_blank_lines_keep_row_numbers():
    assert _rows("Школа: № 5\n\n\nКласс;5\n".encode())[3] == ("Класс", "5")


def test_line_breaks_in_quotation_marks_stay_in_the_cell():
    assert _rows('"Ср. взв.\nбалл";5\n7А;4\n'.encode()) == (("Ср. взв.\nбалл", "5"), ("7А", "4"))


def test_class_letter_in_quotation_marks_is_kept():
    assert _rows('Класс;5\n8"А";4\n'.encode())[1] == ('8"А"', "4")


def test_lone_quotation_mark_does_not_swallow_the_rows():
    table = 'Класс;5\n"7А;4\n' + "8А;3\n" * 60
    assert len(_rows(table.encode())) == 62


def test_numbers_stay_text():
    assert _rows("Класс;СОУ\n7А;007\n".encode())[1] == ("7А", "007")


def test_table_without_separators_has_one_column():
    assert _rows("Класс\n7А\n".encode()) == (("Класс",), ("7А",))


def test_kazakh_letters_of_one_byte_are_read():
    assert _rows("Сынып;Оқушылар;Үлгерім\n7Ә;25;92\n".encode("kz1048"))[0] == (
        "Сынып",
        "Оқушылар",
        "Үлгерім",
    )


def test_letters_of_the_asian_code_page_are_read():
    words = "Мектеп;Қала;Өзгөн;Тоғыз;Ұлы\n"
    assert _rows(words.encode("ptcp154"))[0] == tuple(words.strip().split(";"))


def test_old_kyrgyz_letters_stay_as_they_stand():
    assert _rows("Мектеп;Їлгїрїї;єздєштїрїї\n".encode("cp1251"))[0][1:] == ("Їлгїрїї", "єздєштїрїї")


def test_uzbek_letter_of_one_byte_is_read():
    assert _rows("Ўзбек тили;5\n".encode("cp1251"))[0] == ("Ўзбек тили", "5")


PLAIN = st.text(alphabet='абвң7A-.,;\t" \n«»', max_size=8)


@given(st.lists(st.lists(PLAIN, min_size=3, max_size=3), min_size=2, max_size=6))
def test_quoted_cells_come_back(cells):
    file = io.StringIO()
    writer = csv.writer(file, delimiter="|", quoting=csv.QUOTE_ALL)
    writer.writerows([["sep", "sep", "sep"], *cells])
    (sheet,) = read("a.csv", b"sep=|\r\n" + file.getvalue().encode())
    read_back = [[cell or "" for cell in row] for row in sheet.rows[2:]]
    expected = [[cell.strip() for cell in row] for row in cells]
    while expected and not any(expected[-1]):
        expected.pop()
    assert read_back == expected
