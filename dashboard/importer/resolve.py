"""Names as they were written → codes of the registers."""

from collections.abc import Mapping
from dataclasses import replace

from dashboard.importer.names import Names
from dashboard.importer.normalise.pupil_code import Named, keyed_code
from dashboard.importer.normalise.text import skeleton
from dashboard.importer.row import Row
from dashboard.importer.told import Unknown
from dashboard.spec import core


def resolved(row: Row, names: Names) -> tuple[Row, list[tuple]]:
    """The row with codes for names, and (column, Unknown) for those that are not known."""
    columns = core.tables()[row.table].columns
    values, unknown = dict(row.values), []
    for name, value in row.values.items():
        kind = columns[name].type
        if value is not None and (kind == "teacher" or name == "subject_ids"):
            values[name] = _known(kind, value, names)
        if value is None or not (kind in ("school", "subject") or isinstance(value, Unknown)):
            continue
        found = value if isinstance(value, Unknown) else _code(columns[name], value, names, values)
        if name == "course_id":
            found = names.course(value.text) or value
        if isinstance(found, Unknown):
            unknown.append((name, found))
        values[name] = found
    if isinstance(values.get("pupil_code"), Named):
        values["pupil_code"] = _pupil(values, names)
    return replace(row, values=values), unknown


def _pupil(values: Mapping[str, object], names: Names) -> object:
    """While the school is not known there is no code; the row waits."""
    told = [values.get(name) for name in ("school_id", "grade", "letter")]
    if any(isinstance(part, Unknown) for part in told):
        return None
    return keyed_code(names.key(), values["pupil_code"], *told)


def _code(column: core.Column, text: str, names: Names, values: dict) -> object:
    if column.type == "school":
        return names.school(text) or Unknown(text)
    code, group = names.subject(text)
    if group and "group" not in values and "roster" in values:
        values["group"] = group
    return code or Unknown(text)


def _known(kind: str, text: str, names: Names) -> str:
    """A code where there is one; else what was written: nothing waits for it."""
    if kind == "teacher":
        return names.teachers.get(skeleton(text), text)
    return ";".join(names.subject(part)[0] or part for part in text.split(";"))
