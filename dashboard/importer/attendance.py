"""An attendance sheet of a course → who has finished it: whoever was there on every day held."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from dashboard.importer.list_day import ListDay, list_day
from dashboard.importer.normalise.day_heading import month_and_day
from dashboard.importer.normalise.presence import presence
from dashboard.importer.normalise.text import plain
from dashboard.importer.normalise.told_day import told_or_none
from dashboard.importer.options import Options
from dashboard.importer.recognise import Table
from dashboard.importer.row import Reading, Row
from dashboard.importer.staff import completions, teachers
from dashboard.importer.told import Unknown
from dashboard.spec.problem import Problem

AUTUMN = 8  # the school year that begins in a year has this month and the later ones of it


def read_attendance(table: Table, options: Options) -> tuple[tuple[Table, Reading], ...]:
    found = teachers(table)
    days = _held(table, found)
    span = _finished(list(days), list_day(table, options))
    label = table.labels.get("course_id")
    lacking = (("missing_course", label), ("missing_date", span))
    sheet = table.sheet.name or None
    refusals = [Problem(check, "error", sheet) for check, told in lacking if told is None]
    if refusals:
        return ((completions(table), replace(found, rows=(), refusals=tuple(refusals))),)
    course = Unknown(label.text, label.row, label.word or None)
    return ((completions(table), _present(table, found, days, (course, span))),)


def _held(table: Table, found: Reading) -> dict[str, int]:
    """Headings of the days that hold any mark; a day to come holds none."""
    rows = [table.sheet.rows[row.number - 1] for row in found.rows]
    return {
        table.heading.texts[name]: index
        for name, index in table.heading.columns.items()
        if name.startswith("day:") and any(plain(row[index]) for row in rows)
    }


def _present(table: Table, found: Reading, days: Mapping[str, int], told: tuple) -> Reading:
    course, (first, last) = told
    rows: list[Row] = []
    problems = list(found.problems)
    partly = rejected = 0
    for teacher in found.rows:
        try:
            cells = table.sheet.rows[teacher.number - 1]
            there = [presence(cells[index]) or False for index in days.values()]
        except ValueError as error:
            problems.append(teacher.problem(str(error), "error"))
            rejected += 1
            continue
        partly += any(there) and not all(there)
        if there and all(there):
            code = teacher.values["teacher_id"]
            values = {"teacher_id": code, "course_id": course, "finished": last}
            rows.append(Row("completions", teacher.sheet, teacher.number, values, since=first))
    if partly:
        about = {"rows": partly}
        problems.append(
            Problem("partly_present", "warning", found.rows[0].sheet or None, about=about)
        )
    return Reading(tuple(rows), (), found.rejected + rejected, tuple(problems))


def _finished(days: list[str], listed: ListDay) -> tuple[date, date] | None:
    """The last of the days; where they have no date, the day that stands above the table."""
    dated = [day for text in days if (day := _date(text, days, listed))]
    if len(dated) < len(days) and listed.day:
        dated = [listed.day]
    return (max(dated), max(dated)) if dated else listed.span()


def _date(text: str, days: list[str], listed: ListDay) -> date | None:
    told = told_or_none(text)
    if told is not None:
        return told.last
    short, year = month_and_day(text), None
    if short:
        year = _year(short[0], days, listed)
    try:
        return date(year, *short) if year else None
    except ValueError:
        return None


def _year(month: int, days: list[str], listed: ListDay) -> int | None:
    """As another heading has it, as the day of the list, as the school year."""
    written = next((told.last.year for text in days if (told := told_or_none(text))), None)
    if written or listed.day:
        return written or listed.day.year
    return int(listed.year[:4]) + (month < AUTUMN) if listed.year else None
