"""One received file on its way: read and recognised, not yet filled and resolved."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from dashboard.errors import Unreadable
from dashboard.importer import reading
from dashboard.importer.attendance import read_attendance
from dashboard.importer.columns.read import Cut, by_columns
from dashboard.importer.columns.text import coded, cut
from dashboard.importer.diagnosis.kyrgyz_egra import read_kyrgyz_egra
from dashboard.importer.diagnosis.sheet import read_reading_sheet
from dashboard.importer.diagnosis.tangerine import read_tangerine
from dashboard.importer.journal import read_journal
from dashboard.importer.options import Options, from_manifest, together
from dashboard.importer.recognise import Recognised, Table, recognise
from dashboard.importer.row import Reading
from dashboard.importer.rows import read_rows
from dashboard.importer.staff_courses import read_staff_courses
from dashboard.importer.wide.class_list import read_class_list
from dashboard.importer.wide.pupil_counts import read_pupil_counts
from dashboard.importer.wide.transcript import read_transcript
from dashboard.settings import Settings
from dashboard.spec import core
from dashboard.spec.problem import Problem
from dashboard.spec.sheet import Sheet
from dashboard.store import files

# Registers first: what they name, the facts may speak of.
ORDER = ("schools", "subjects", "teachers", "courses", "mentors", "networks", "associations")


class Reader(NamedTuple):
    """The ways to read bytes that came from outside."""

    sheets: Callable[[str, bytes], Sequence[Sheet]]
    columns: Callable[[bytes], Cut | None]


HERE = Reader(reading.read, cut)  # in this very process: for tests, and files read before
Part = tuple[Table, Reading]
LISTS = {
    "staff_courses": read_staff_courses,
    "attendance": read_attendance,
    "reading_sheet": read_reading_sheet,
    "tangerine": read_tangerine,
    "kyrgyz_egra": read_kyrgyz_egra,
    "class_list": read_class_list,
    "transcript": read_transcript,
    "pupil_counts": read_pupil_counts,
}


@contextmanager
def apart(settings: Settings) -> Iterator[Reader]:
    """A process of its own that reads, with the limits that are set."""
    with reading.Apart(reading.limits_of(settings)) as child:
        yield Reader(child.sheets, lambda data: coded(child.columns(data)))


@dataclass(frozen=True, slots=True)
class Staged:
    path: str
    sha256: str
    data: bytes
    command: Options
    manifest: Options
    parts: tuple[Part, ...] = ()
    layout: str | None = None
    refusals: tuple[Problem, ...] = ()  # the file as a whole
    problems: tuple[Problem, ...] = field(default=())
    printed: tuple[Table, ...] = ()  # of a refused report: percentages to be compared

    @property
    def options(self) -> Options:
        return together(self.command, self.manifest)

    @property
    def order(self) -> int:
        """Files with registers go before files with facts; last what is compared with them."""
        last = len(ORDER) + 1 + bool(self.printed)
        return min((table_order(table) for table, _ in self.parts), default=last)


def table_order(table: Table) -> int:
    layout, name = table.heading.layout, table.heading.layout.table
    if layout.canonical and name in ORDER:
        return ORDER.index(name)
    return len(ORDER) + (not layout.canonical or core.tables()[name].kind == "facts")


def received(file: reading.Received, command: Options) -> Staged:
    """The bytes and what is said of them; nothing is read yet."""
    manifest, problems = from_manifest(file.said)
    sha256 = "" if file.trouble else files.fingerprint(file.data)
    trouble = [_trouble(file.trouble)] if file.trouble else []
    return Staged(file.path, sha256, file.data, command, manifest, refusals=(*trouble, *problems))


def read(staged: Staged, reader: Reader = HERE) -> Staged:
    """Its tables and their rows; a file that cannot be read is refused."""
    if staged.refusals:
        return staged
    try:
        found = by_columns(staged.data, staged.options.layout, reader.columns)
        if found is not None:
            return _with(staged, (found,), found[0].heading.layout.key)
        sheets = reader.sheets(staged.path.rpartition("/")[2], staged.data)
    except Unreadable as trouble:
        return replace(staged, refusals=(_trouble(trouble),))
    return understood(staged, sheets)


def understood(staged: Staged, sheets: Sequence[Sheet]) -> Staged:
    """The file with what its sheets say."""
    found = recognise(sheets, staged.options.layout)
    errors = tuple(problem for problem in found.problems if problem.severity == "error")
    if errors:
        return replace(staged, layout=_layout(found), refusals=errors, printed=found.tables)
    parts = tuple(part for table in found.tables for part in _parts(table, staged.options))
    full = _with(staged, parts, _layout(found), found.problems)
    if not full.refusals and not any(_says(part) for _, part in parts):
        return replace(full, refusals=(_no_rows(sheets),))
    return full


def _with(
    staged: Staged, parts: Sequence[Part], layout: str | None, problems: Sequence[Problem] = ()
) -> Staged:
    return replace(
        staged,
        parts=tuple(sorted(parts, key=lambda part: table_order(part[0]))),
        layout=layout,
        problems=(*problems, *_problems(parts)),
        refusals=tuple(problem for _, part in parts for problem in part.refusals),
    )


def _no_rows(sheets: Sequence[Sheet]) -> Problem:
    """Of our own template there is more to say than of an export."""
    ours = any(sheet.is_aside for sheet in sheets)
    return Problem("no_rows", "error", about={"say": "template_not_filled"} if ours else {})


def _parts(table: Table, options: Options) -> tuple[Part, ...]:
    """A list of teachers may tell of two tables: of them, and of their courses."""
    reader = table.heading.layout.reader
    if reader in LISTS:
        return LISTS[reader](table, options)
    return ((table, read_journal(table) if reader == "journal" else read_rows(table)),)


def _says(part: Reading) -> bool:
    return bool(part.found)


def _problems(parts: Sequence[Part]) -> list[Problem]:
    return [problem for _, part in parts for problem in part.problems]


def _layout(found: Recognised) -> str | None:
    return "+".join(found.layouts) or None


def _trouble(trouble: Unreadable) -> Problem:
    return Problem(trouble.check, "error", about=trouble.about)
