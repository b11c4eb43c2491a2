"""An unknown file is quoted by its headings. A pupil's name is never among them."""

import pytest

from dashboard.importer.unknown_headings import unknown_headings
from dashboard.spec.sheet import Sheet
from tests.importer.handmade import checks

AIGUL, NURBEK = "Асанова Айгүл", "Сапаров Н. Т."
NAMES = (*AIGUL.split(), "Сапаров")


def _sheet(*rows: list) -> Sheet:
    width = max(map(len, rows))
    return Sheet("", tuple((*row, *[None] * (width - len(row))) for row in rows))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([["Сводка"], ["№", "Кто", "Сколько"], [1, AIGUL, 3]], "«Кто», «Сколько»"),
        ([["Ученик:", AIGUL], ["Урок", "Балл"], ["Физика", 5]], "«Урок», «Балл»"),
        ([["Ученик", AIGUL, ""], ["Урок", "Балл"], ["Физика", 5]], "«Урок», «Балл»"),
        ([["ФИО", "Урок"], [AIGUL, "н", "да", "К", "Т"], ["Б", 1]], "«ФИО», «Урок»"),
        ([["ФИО", 5, 4], [AIGUL, 1, "да", "нет", "а"]], "«ФИО»"),
    ],
)
def test_the_row_most_like_headings_is_quoted(rows, told):
    assert unknown_headings([_sheet(*rows)]) == told


@pytest.mark.parametrize(
    "rows",
    [
        [[1, AIGUL, 5, "да", "нет"], [2, NURBEK, 4, "да", "нет"]],
        [[AIGUL, "да", "нет"], [NURBEK, 1, 2]],
        [[AIGUL, "да", "нет"], [NURBEK, "да", "нет"]],
        [["Сводка"], [AIGUL, NURBEK, "да"], ["Урок", "Балл"]],
        [["Урок", 5], [AIGUL, "да", "нет", NURBEK]],
        [[f"Окуучу: {AIGUL}", "Класс: 8А"], [1, 2]],
    ],
)
def test_no_row_of_a_pupil_is_quoted(rows):
    told = unknown_headings([_sheet(*rows)])
    assert not [name for name in NAMES if name in told]


def test_of_several_sheets_the_best_known_row_is_told():
    sheets = [_sheet(["Кто", "Где", "Когда"], [1, 2, 3]), _sheet(["ФИО", "Класс"], [AIGUL, 1])]
    assert unknown_headings(sheets) == "«ФИО», «Класс»"


def test_what_an_import_says_of_an_unknown_file_names_nobody(district):
    rows = [["Сводка о поведении"], ["Кто", "Где"], [1, AIGUL, NURBEK, "дома", "тихо", "да"]]
    report = district.one({"Лист1": rows})
    assert checks(report) == ["unknown_layout"]
    assert report.problems[0].about["headings"] == "«Кто», «Где»"
    assert not [name for name in NAMES if name in str(report)]
