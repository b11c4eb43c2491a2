"""What is told of a table beside its columns: by label lines, the sheet's name, the options."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.importer.labels import Label
from dashboard.importer.layouts import filled
from dashboard.importer.names import Names
from dashboard.importer.normalise.empty import is_empty
from dashboard.importer.normalise.group import group
from dashboard.importer.normalise.period import period
from dashboard.importer.normalise.round import reading_round
from dashboard.importer.normalise.school_class import school_class
from dashboard.importer.normalise.text import plain, skeleton
from dashboard.importer.normalise.year import year
from dashboard.importer.options import Options
from dashboard.importer.recognise import Table
from dashboard.spec import core
from dashboard.spec.problem import Problem

OPTION_COLUMNS = {
    "year": "year",
    "period": "period",
    "round": "round",
    "school": "school_id",
    "subject": "subject_id",
    "class_": "class",
}


@dataclass(frozen=True, slots=True)
class Unknown:
    """A school, a subject or a course that no register knows: the rows that need it wait."""

    text: str
    row: int | None = None
    word: str | None = None
    spares: bool = False  # it is one of several columns: what else the rows say is loaded


@dataclass(frozen=True, slots=True)
class Told:
    """Values by column. `inside` stands in the file, `outside` in the options and the manifest."""

    inside: Mapping[str, object]
    outside: Mapping[str, object]
    problems: tuple[Problem, ...] = ()
    disagreeing: tuple[str, ...] = ()  # where the command line and the manifest differ

    def fills(self) -> dict[str, object]:
        return {**self.outside, **self.inside}


def told(table: Table, command: Options, manifest: Options, names: Names) -> Told:
    inside: dict[str, object] = {}
    problems = []
    first, second = _outside(command, names), _outside(manifest, names)
    outside = second | first
    for key, label in _relevant(table).items():
        try:
            inside |= _read(key, label, names)
        except ValueError as error:
            if not _is_known(key, table, outside):
                problems.append(_unreadable(table, label, str(error)))
    if table.heading.layout.sheet == "subject_id" and "subject_id" not in inside:
        inside = _by_sheet(table, names, bool(outside.get("subject_id"))) | inside
    differing = tuple(key for key in first.keys() & second.keys() if first[key] != second[key])
    return Told(inside, outside, tuple(problems), tuple(sorted(differing)))


def _relevant(table: Table) -> dict[str, Label]:
    """Labels that fill a column of this table; empty ones («Класс: -») tell nothing."""
    target = core.tables()[table.heading.layout.table]
    wanted = {"class" if name == "grade" else name for name in filled(target)}
    wanted |= {"group", "teacher_id"} & target.columns.keys()
    return {
        key: label
        for key, label in table.labels.items()
        if key in wanted and not is_empty(label.text)
    }


def _read(key: str, label: Label, names: Names) -> dict[str, object]:
    if key == "school_id":
        return {key: names.school(label.text) or Unknown(label.text, label.row, label.word)}
    if key == "subject_id":
        return _subject(label, names)
    if key == "class":
        return _class(label.text)
    if key == "teacher_id":
        return _teacher(label.text, names)
    if key == "period":
        return {key: period(label.text, label.word)}
    return {key: {"year": year, "round": reading_round, "group": group}[key](label.text)}


def _subject(label: Label, names: Names) -> dict[str, object]:
    code, part = names.subject(label.text)
    found = {"subject_id": code or Unknown(label.text, label.row, label.word)}
    return found | ({"group": part} if part else {})


def _class(text: str) -> dict[str, object]:
    parts = zip(("grade", "letter", "group"), school_class(text))
    return {name: value for name, value in parts if value is not None}


def _teacher(text: str, names: Names) -> dict[str, object]:
    """A code that is known or looks like one. A person's name is not kept."""
    known = names.teachers.get(skeleton(text))
    looks_so = any(map(str.isdigit, text)) and " " not in plain(text)
    return {"teacher_id": known or text} if known or looks_so else {}


def _by_sheet(table: Table, names: Names, given: bool) -> dict[str, object]:
    """A sheet called «Лист1» tells nothing when the subject is said otherwise."""
    name = plain(table.sheet.name)
    code, part = names.sheet_subject(name) if name else (None, None)
    if code is None:
        return {} if given or not name or _is_default(name) else {"subject_id": Unknown(name)}
    return {"subject_id": code} | ({"group": part} if part else {})


def _is_default(name: str) -> bool:
    """What a spreadsheet calls a new sheet."""
    return skeleton(name).rstrip("0123456789") in map(skeleton, ("Лист", "Sheet", "Барак", "Парақ"))


def _outside(given: Options, names: Names) -> dict[str, object]:
    found: dict[str, object] = {}
    for option, column in OPTION_COLUMNS.items():
        text = getattr(given, option)
        if text is not None:
            found |= _read(column, Label(text, f"--{option.removesuffix('_')}"), names)
    return found


def _is_known(key: str, table: Table, outside: Mapping[str, object]) -> bool:
    """An unreadable label does no harm where rows or options say the same thing."""
    columns = {"class", "grade"} if key == "class" else {key}
    return bool(columns & (table.heading.columns.keys() | outside.keys()))


def _unreadable(table: Table, label: Label, check: str) -> Problem:
    about = {"column": label.word, "value": label.text}
    sheet = table.sheet.name or None
    return Problem(check, "error", sheet, label.row, label.word, label.text, about)
