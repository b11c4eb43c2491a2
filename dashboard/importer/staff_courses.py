"""A staff list with a column for each course → its teachers, and what each has finished."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.importer.list_day import ListDay, list_day
from dashboard.importer.normalise.course_mark import course_mark
from dashboard.importer.normalise.told_day import told_or_none
from dashboard.importer.options import Options
from dashboard.importer.recognise import Table
from dashboard.importer.row import Reading, Row
from dashboard.importer.staff import completions, staff, teachers
from dashboard.importer.told import Unknown
from dashboard.spec.problem import Problem

Part = tuple[Table, Reading]


def read_staff_courses(table: Table, options: Options) -> tuple[Part, ...]:
    """Without a school the teachers are not told where they work: their courses alone are."""
    found = teachers(table)
    courses = _courses(table, found, list_day(table, options))
    told = table.labels.keys() | table.heading.columns.keys()
    if options.school or "school_id" in told:
        return (staff(table), found), (completions(table), courses)
    problems = (*found.problems, *courses.problems)
    rejected = found.rejected + courses.rejected
    return ((completions(table), replace(courses, problems=problems, rejected=rejected)),)


def _courses(table: Table, found: Reading, listed: ListDay) -> Reading:
    rows: list[Row] = []
    problems: list[Problem] = []
    undated: list[Problem] = []
    for name, index in table.heading.columns.items():
        if name.startswith("course:"):
            for one in _column(table, found, name, index, listed):
                if isinstance(one, Row):
                    rows.append(one)
                else:
                    (undated if one.check == "missing_date" else problems).append(one)
    rejected = len({problem.row for problem in problems})
    return Reading(tuple(rows), (), rejected, tuple(problems), tuple(undated[:1]))


def _column(
    table: Table, found: Reading, name: str, index: int, listed: ListDay
) -> Iterator[Row | Problem]:
    heading = table.heading.texts[name]
    row = table.heading.top + table.heading.height
    course = Unknown(heading, row, heading, spares=True)
    above = told_or_none(heading)
    texts = {"course_id": heading}
    for teacher in found.rows:
        try:
            mark = course_mark(table.sheet.rows[teacher.number - 1][index])
            span = mark and listed.span(mark if mark.last else None, above)
        except ValueError as error:
            yield replace(teacher, headings=texts).problem(str(error), "error", "course_id")
            continue
        if mark and not span:
            yield _undated(table, teacher, heading)
        elif mark:
            values = {"teacher_id": teacher.values["teacher_id"], "course_id": course}
            values |= {"finished": span[1], "certificate": mark.certificate}
            yield Row("completions", teacher.sheet, teacher.number, values, texts, since=span[0])


def _undated(table: Table, teacher: Row, heading: str) -> Problem:
    sheet = table.sheet.name or None
    return Problem("missing_date", "error", sheet, teacher.number, heading)
