"""HTML: what is a table, spans, the text around it, letters."""

import pytest

from dashboard.errors import Unreadable
from dashboard.importer.reading import read
from tests.importer.reading import writers

TABLE = "<table><tr><th>Класс<th>5</tr><tr><td>7А<td>3</tr></table>"


def _sheets(page, encoding="utf-8"):
    return read("отчет.xls", page.encode(encoding))


def _only(page):
    (sheet,) = _sheets(page)
    return sheet


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("cp1251", ""),
        ("cp1251", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'),
        ("utf-8", '<meta charset="windows-1252">'),
    ],
)
def test_letters_are_read(encoding, head):
    (sheet,) = read("отчет.doc", writers.html(encoding, head))
    assert sheet.rows[0][0] == "Школа: № 5"


def test_declared_letters_are_believed():
    page = f'<meta charset="koi8-r">{TABLE}'
    assert _sheets(page, "koi8-r")[0].rows[0] == ("Класс", "5")


def test_text_before_the_table_becomes_lines():
    page = (
        "<h1>Успеваемость</h1><p>Школа: <b>№ 5</b><br>Период: 1 четверть</p>"
        f"<div><span>Предмет:</span>\n Физика</div>{TABLE}<p>Итого</p>"
    )
    assert _only(page).lines == (
        "Успеваемость",
        "Школа: № 5",
        "Период: 1 четверть",
        "Предмет: Физика",
    )


def test_caption_is_a_line():
    assert _only(TABLE.replace("<table>", "<table><caption>Школа: № 5</caption>")).lines == (
        "Школа: № 5",
    )


def test_small_table_of_labels_becomes_lines():
    page = f"<table><tr><td>Школа:</td><td>№ 5</td></tr></table>{TABLE}"
    assert _only(page).lines == ("Школа: № 5",)


def test_later_table_has_the_lines_of_the_whole_page_above_it():
    first, second = _sheets(f"<h1>Школа: № 5</h1>{TABLE}<p>Предмет: Физика</p>{TABLE}")
    assert (first.lines, second.lines) == (
        ("Школа: № 5",),
        ("Школа: № 5", "Предмет: Физика"),
    )


def test_table_that_lays_out_the_page_is_looked_into():
    page = f"<table><tr><td>Меню<td>{TABLE}</tr><tr><td>а<td>б</tr></table>"
    assert _only(page).rows == (("Класс", "5"), ("7А", "3"))


def test_small_table_in_a_cell_is_its_text():
    page = TABLE.replace("7А", "<table><tr><td>7<td>А</tr></table>")
    assert _only(page).rows[1] == ("7 А", "3")


def test_line_break_in_a_cell_is_a_space():
    assert _only(TABLE.replace("Класс", "Ср.<br>балл")).rows[0][0] == "Ср. балл"


def test_lettering_does_not_part_words():
    assert _only(TABLE.replace("7А", "<b>7</b>А&nbsp;")).rows[1][0] == "7А"


def test_scripts_and_styles_are_not_words():
    page = TABLE.replace("7А", "<script>x</script><style>y</style>7А")
    assert _only(page).rows[1][0] == "7А"


def test_characters_that_no_file_may_hold_are_dropped():
    page = TABLE.replace("7А", "<p>7&#1;</p>А") + "<!-- -->" * 200 + "\x01"
    assert _only(page).rows[1][0] == "7 А"


def test_empty_rows_keep_their_numbers():
    assert _only(TABLE.replace("<tr><td>7А", "<tr></tr><tr><td>7А")).rows[2] == ("7А", "3")


def test_rowspan_zero_reaches_the_end():
    page = "<table><tr><td rowspan=0>7А<td>1<tr><td>2<tr><td>3</table>"
    assert [row[0] for row in _only(page).rows] == ["7А"] * 3


def test_spans_of_two_directions_do_not_collide():
    page = (
        "<table><tr><td rowspan=2 colspan=2>а<td>б</tr><tr><td>в</tr>"
        "<tr><td>г<td>д<td>е</tr></table>"
    )
    assert _only(page).rows == (("а", "а", "б"), ("а", "а", "в"), ("г", "д", "е"))


def test_endless_colspan_is_cut():
    page = TABLE.replace("<th>5", "<th colspan=99999999>5")
    assert _only(page).rows[0] == ("Класс", "5")


def test_page_cut_in_the_middle_is_damaged():
    with pytest.raises(Unreadable) as told:
        _sheets(TABLE[:-20])
    assert told.value.check == "file_damaged"


def test_page_without_a_table_is_told():
    with pytest.raises(Unreadable) as told:
        _sheets("<html><body><p>Войдите в систему</p></body></html>")
    assert told.value.check == "file_not_a_table"
