"""What a list of a school does not say of its teachers stays as the registers have told it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from dashboard.importer.row import Row
from dashboard.spec import core
from dashboard.store import rows
from dashboard.store.transaction import Draft

Known = Mapping[tuple, Sequence[tuple[date, str | None]]]


def once(found: Sequence[Row]) -> list[Row]:
    """Of a list one row for each teacher and course: a day that is told, then the latest."""
    best: dict[tuple, Row] = {}
    for row in sorted((row for row in found if row.since), key=_closeness):
        best[_person_and_course(row.values)] = row
    chosen = {id(row) for row in best.values()}
    return [row for row in found if not row.since or id(row) in chosen]


def kept(draft: Draft, found: Sequence[Row]) -> tuple[Row, ...]:
    """Rows of an export of teachers, with what is known beside them.

    Without a day of its own a course takes the day that is known, and makes no second course.
    """
    teachers, courses = _teachers(draft), _courses(draft)
    return tuple(
        _with_day(row, courses) if row.since else _with_rest(row, teachers) for row in found
    )


def _closeness(row: Row) -> tuple[bool, date]:
    return row.since == row.values["finished"], row.values["finished"]


def _with_day(row: Row, known: Known) -> Row:
    finished = row.values["finished"]
    fitting = [one for one in known.get(_person_and_course(row.values), ()) if one[0] <= finished]
    day, certificate = max(fitting, default=(None, None), key=lambda one: one[0])
    if day is None or day < row.since:
        return row
    own = row.values.get("certificate")
    return replace(row, values={**row.values, "finished": day, "certificate": own or certificate})


def _with_rest(row: Row, known: Mapping[str, Mapping]) -> Row:
    if row.table != "teachers":
        return row
    return replace(row, values=known.get(row.values["teacher_id"], {}) | dict(row.values))


def _teachers(draft: Draft) -> dict[str, dict]:
    columns = tuple(core.tables()["teachers"].columns)
    stored = (dict(zip(columns, row)) for row in rows.register(draft, "teachers", columns))
    return {row["teacher_id"]: row for row in stored}


def _courses(draft: Draft) -> Known:
    columns = ("teacher_id", "course_id", "finished", "certificate")
    found: dict[tuple, list[tuple]] = {}
    for teacher, course, *rest in rows.register(draft, "completions", columns):
        found.setdefault((teacher, course), []).append(tuple(rest))
    return found


def _person_and_course(values: Mapping[str, object]) -> tuple:
    return values["teacher_id"], values["course_id"]
