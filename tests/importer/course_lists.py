"""Lists of schools by hand, and what was read of them."""

import csv
from datetime import date

from dashboard.importer.course_names import entry
from dashboard.importer.names import Names
from dashboard.importer.options import Options
from dashboard.importer.recognise import Table, recognise
from dashboard.importer.register import register
from dashboard.importer.staff_courses import read_staff_courses
from dashboard.spec.batch import FileReport
from dashboard.spec.sheet import Sheet
from tests.importer.handmade import Desk

COURSES = """course_id,name,kind
K-1,Цифровые навыки учителя,ict
K-2,Критериалдык баалоо негиздери,criteria_assessment
K-3,Уровневая программа: первый,level
K-4,Уровневая программа: второй,level
"""
NAMES = Names(
    register(()), register(()), {}, register(map(entry, csv.DictReader(COURSES.splitlines())))
)
LISTED = date(2026, 11, 1)
HEAD = ["№", "ФИО", "Код", "Школа", "Должность", "Стаж", "K-1", "Критериальное оценивание"]
DATED = [["Дата: 01.11.2026"]]
NAME = "Асанова Айгүл Маратовна"


def staff_list(*rows: list, above: list = DATED, head: list = HEAD) -> dict:
    return {"Список": [*above, [], head, *rows]}


def teacher(code: str, *marks: object, school: str = "№ 5") -> list:
    return [1, NAME, code, school, "учитель", 12, *marks]


def finished(desk: Desk) -> list[tuple]:
    return desk.rows("completions", "teacher_id", "course_id", "finished", "certificate")


def table_of(rows: list[list]) -> Table:
    width = max(map(len, rows))
    sheet = Sheet("", tuple((*row, *[None] * (width - len(row))) for row in rows))
    (found,) = recognise([sheet]).tables
    return found


def read(book: dict, options: Options = Options()) -> list:  # noqa: B008 - it is frozen
    """What is read of T-1."""
    found = read_staff_courses(table_of(book["Список"]), options)[-1][1].rows
    return [one for one in found if one.values["teacher_id"] == "T-1"]


def assert_kept_nowhere(desk: Desk, report: FileReport) -> None:
    kept = b"".join(path.read_bytes() for path in desk.settings.store.glob("snapshots/**/*.duckdb"))
    assert kept
    for part in NAME.split():
        assert part.encode() not in kept
        assert part not in str(report)
