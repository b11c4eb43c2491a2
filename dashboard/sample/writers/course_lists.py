"""The list of the staff with a column for each course, and the attendance sheet of one."""

from collections.abc import Iterator

from dashboard.sample.content import card, rows
from dashboard.sample.export import Cell, File, Table
from dashboard.sample.grouping import grouped
from dashboard.sample.lists import Attended, Listed
from dashboard.sample.office import Office
from dashboard.sample.terms import LATEST, title
from dashboard.sample.writers.workbook import workbook


def write(office: Office) -> Iterator[File]:
    if office.lists:
        data = workbook([_list(office)])
        yield File(f"{title(LATEST)}/staff_courses.xlsx", data)
    data = workbook([_sheet(office)])
    yield File(f"{title(LATEST)}/attendance.xlsx", data)


def _list(office: Office) -> Table:
    """The school is merged over its rows, as such lists have it."""
    words = card("wording")["staff_courses"]
    cells: list[list[Cell]] = [[words["title"]], [words["day"]], []]
    cells.append(
        [*words["heads"], *(_name(course) for course in card("staff")["lists"]["courses"])]
    )
    merges = []
    for school, of_school in grouped(office.lists, lambda each: each.teacher.school):
        first = len(cells)
        name = office.schools[school].name
        cells += [_row(name, number, each) for number, each in enumerate(of_school, start=1)]
        merges.append((first, 0, len(cells) - 1, 0))
    return Table(words["sheet"], cells, tuple(merges))


def _row(school: str, number: int, of: Listed) -> list[Cell]:
    person = card("wording")["staff_courses"]["person"].format(number=number)
    position = card("staff")["positions"][of.teacher.position]
    courses = (of.cells.get(course) for course in card("staff")["lists"]["courses"])
    return [school if number == 1 else None, number, of.teacher.code, person, position, *courses]


def _sheet(office: Office) -> Table:
    words, rules = card("wording")["attendance"], card("staff")["attendance"]
    days = [".".join(reversed(day.split("-"))) for day in rules["days"]]
    above = [[words["title"]], [words["course"].format(name=_name(rules["course"]))], []]
    people = [_present(each, office) for each in office.attended]
    return Table(words["sheet"], [*above, [*words["heads"], *days], *people])


def _present(of: Attended, office: Office) -> list[Cell]:
    words = card("wording")["attendance"]
    came = [words["there"] if there else words["away"] for there in of.came]
    return [of.teacher.code, office.schools[of.teacher.school].name, *came]


def _name(course: str) -> str:
    return next(row["name"] for row in rows("courses") if row["course_id"] == course)
