"""The schools, subjects and teachers that an import may speak of."""

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from dashboard.importer.course_names import entry, spoken
from dashboard.importer.day_of_import import moment_of_import
from dashboard.importer.normalise.group import part_group
from dashboard.importer.normalise.text import skeleton, squash
from dashboard.importer.register import Entry, Register, register
from dashboard.store import aliases, own_layouts, rows
from dashboard.store.sources import Source, moment
from dashboard.store.transaction import Draft

SHEET_NAME = 31  # letters that a workbook keeps of a sheet's name
SUBJECT_NAMES = ("name_en", "name_ky", "name_kk", "name_ru")


@dataclass(frozen=True, eq=False, slots=True)
class Names:
    schools: Register
    subjects: Register
    teachers: Mapping[str, str]  # skeleton → code
    courses: Register = field(default_factory=lambda: register(()))
    key: Callable[[], bytes] = secrets.token_bytes  # of the codes of pupils

    def school(self, text: str) -> str | None:
        return _school(self, text)

    def subject(self, text: str) -> tuple[str | None, str | None]:
        """The subject's code, and the teaching group that stands behind the name."""
        return _subject(self, text)

    def sheet_subject(self, name: str) -> tuple[str | None, str | None]:
        """The same for a sheet's name, which may have lost its end."""
        code, group = self.subject(name)
        if code is not None or len(name) != SHEET_NAME:
            return code, group
        whole, _, tail = name.partition("(")
        if tail and self.subjects.code(squash(whole)):
            return self.subjects.code(squash(whole)), tail[:1] if tail[:1].isdecimal() else None
        codes = self.subjects.starting(name)
        return (next(iter(codes)) if len(codes) == 1 else None), None

    def course(self, heading: str) -> str | None:
        """By the heading of a column: whole, or without its day and its hours."""
        return next((code for said in spoken(heading) if (code := self.courses.code(said))), None)

    def country(self, school_id: str) -> str | None:
        entry = self.schools.entries.get(school_id)
        return entry.country if entry else None


@lru_cache(maxsize=65536)
def _school(names: Names, text: str) -> str | None:
    return names.schools.code(text)


@lru_cache(maxsize=65536)
def _subject(names: Names, text: str) -> tuple[str | None, str | None]:
    code = names.subjects.code(text)
    if code is not None:
        return code, None
    name, group = part_group(text)
    return names.subjects.code(name), group


def names(draft: Draft, fresh: Mapping[str, Iterable[Mapping]], at: str | None = None) -> Names:
    """What the draft knows, and on top of it the rows of registers that are being imported.

    What people answered counts as it stood at a moment: that of the draft, or of the import that
    is made again.
    """
    told = answered(draft.store, at or moment_of_import() or moment(draft))
    schools = _known(draft, "schools", ("school_id", "name", "aliases", "country"), fresh)
    subjects = _known(draft, "subjects", ("subject_id", *SUBJECT_NAMES, "aliases"), fresh)
    teachers = _known(draft, "teachers", ("teacher_id",), fresh)
    courses = _known(draft, "courses", ("course_id", "name", "kind"), fresh)
    return Names(
        register((_school_entry(row) for row in schools), True, told["school"]),
        register((_subject_entry(row) for row in subjects), answers=told["subject"]),
        {skeleton(row["teacher_id"]): row["teacher_id"] for row in teachers},
        register(map(entry, courses), answers=told["course"]),
    )


def answered(store: Path, at: str | None = None) -> dict[str, dict[str, str]]:
    """By kind: skeleton of what was written → the code that a person gave for it."""
    found: dict[str, dict[str, str]] = {kind: {} for kind in aliases.KINDS}
    for one in aliases.standing(store, at):
        found[one.kind][one.skeleton] = one.code
    return found


def answered_otherwise(store: Path, known: Iterable[Source]) -> frozenset[int]:
    """The sources since which what people said of names, or of a file's layout, was changed."""
    said, layouts = aliases.answers(store), own_layouts.versions(store)
    return frozenset(
        source.source_id
        for source in known
        if aliases.changed_since(said, source.imported)
        or own_layouts.changed_since(layouts, source.layout, source.imported)
    )


def asked_of(kind: str, text: str) -> str:
    """What is asked of a name: without the group of a subject, the day and hours of a course."""
    bare = {"subject": _ungrouped, "course": _undated}.get(kind, squash)(text)
    return bare or squash(text)


def _ungrouped(text: str) -> str:
    return part_group(text)[0]


def _undated(text: str) -> str:
    _, _, bare, _ = spoken(text)
    return bare


def _known(
    draft: Draft, table: str, columns: tuple[str, ...], fresh: Mapping[str, Iterable[Mapping]]
) -> list[Mapping]:
    stored = (dict(zip(columns, row)) for row in rows.register(draft, table, columns))
    return [*stored, *fresh.get(table, ())]


def _school_entry(row: Mapping) -> Entry:
    return Entry(row["school_id"], (row["name"],), _parts(row), row.get("country"))


def _subject_entry(row: Mapping) -> Entry:
    found = tuple(row[name] for name in SUBJECT_NAMES if row.get(name))
    return Entry(row["subject_id"], found, _parts(row))


def _parts(row: Mapping) -> tuple[str, ...]:
    return tuple(part.strip() for part in (row.get("aliases") or "").split(";") if part.strip())
