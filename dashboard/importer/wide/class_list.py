"""A list of pupils by subjects → counts of marks: a row a subject, period and class.

The pupils' names are looked at to tell a pupil's row from another, and go no further.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from dashboard.importer.normalise.empty import is_empty
from dashboard.importer.normalise.number import count, printed
from dashboard.importer.normalise.period import period
from dashboard.importer.normalise.school_class import school_class
from dashboard.importer.normalise.text import plain
from dashboard.importer.options import Options
from dashboard.importer.recognise import Table
from dashboard.importer.row import Reading, Row, Subtotal
from dashboard.importer.wide.counting import Key, Mark, counted
from dashboard.importer.wide.mark import final_mark, is_dash, shown
from dashboard.importer.wide.pupils import Entry, entries
from dashboard.importer.wide.subjects import period_over
from dashboard.importer.wide.summary import COUNTS, RATES, is_no_period
from dashboard.spec.problem import Problem

MOST_TOLD = 5  # unreadable marks of one subject; the rest are most likely of the same kind


@dataclass(frozen=True, slots=True)
class Subject:
    """What a column of marks is of. `period` only where each subject has a column for every one."""

    name: str
    period: str | None

    @property
    def text(self) -> str:
        return f"{self.name}, {self.period}" if self.period else self.name


@dataclass(frozen=True, slots=True)
class Place:
    """Whose marks a row of the list holds."""

    pupil: int
    period: str | None
    school_class: tuple | None


def read_class_list(table: Table, options: Options) -> tuple[tuple[Table, Reading], ...]:
    subjects = _subjects(table)
    found = list(entries(table, list(subjects)))
    marks: list[tuple[Subject, Mark]] = []
    bad: list[Problem] = []
    lost: set[Subject] = set()  # a mark of them could not be read
    for entry in (entry for entry in found if entry.pupil is not None):
        try:
            place = _place(table, entry)
        except ValueError as error:
            bad.append(_not_placed(table, entry, str(error)))
            continue
        for index, subject in subjects.items() if place else ():
            kind = final_mark(entry.cells[index])
            if kind is None:
                bad.append(_bad_mark(table, entry, index))
                lost.add(subject)
            elif not is_dash(entry.cells[index]):
                key = Key(subject.name, subject.period or place.period, place.school_class)
                marks.append((subject, Mark(key, place.pupil, kind)))
    rows = _rows(table, [mark for subject, mark in marks if subject not in lost], found)
    reading = Reading(
        tuple(rows), tuple(_subtotals(table, found, lost)), _rejected(bad), tuple(_few(bad))
    )
    return ((_as_marks(table, subjects), reading),)


def _subjects(table: Table) -> dict[int, Subject]:
    heading = table.heading
    heads = table.sheet.rows[heading.top : heading.top + heading.height]
    return {
        index: Subject(heading.texts[name], period_over(heads, index))
        for name, index in heading.columns.items()
        if name.startswith("subject:")
    }


def _as_marks(table: Table, subjects: Mapping[int, Subject]) -> Table:
    """As a table of ours: with the subject among its columns."""
    heading = table.heading
    columns = {name: at for name, at in heading.columns.items() if name in ("class", "period")}
    first = min(subjects)
    columns |= {"period": first} if any(one.period for one in subjects.values()) else {}
    columns["subject_id"] = first
    texts = {name: heading.texts.get(name, subjects[first].text) for name in columns}
    return replace(table, heading=replace(heading, columns=columns, texts=texts))


def _place(table: Table, entry: Entry) -> Place | None:
    """None for a row of exams, whose marks are part of the final ones."""
    columns, texts = table.heading.columns, table.heading.texts
    told = {name: entry.cells[columns[name]] for name in ("period", "class") if name in columns}
    if "class" in told and is_empty(told["class"]):
        told["class"] = table.sheet.rows[entry.pupil][columns["class"]]
    if is_no_period(plain(told.get("period"))):
        return None
    when = period(told["period"], texts["period"]) if "period" in told else None
    return Place(entry.pupil, when, school_class(told["class"]) if "class" in told else None)


def _rows(table: Table, marks: Sequence[Mark], found: Sequence[Entry]) -> Iterator[Row]:
    first = next((entry.number for entry in found if entry.pupil is not None), 0) + 1
    places = {(one.name, one.period): index for index, one in _subjects(table).items()}
    counts = counted(marks)
    alone = Counter(key.subject for key in counts)
    for key, parts in counts.items():
        rates, headings = {}, {"subject_id": key.subject, "roster": key.subject}
        own = places.get((key.subject, key.period))
        if own is None and alone[key.subject] == 1:
            own = places[key.subject, None]
        if own is not None:  # a rate below several periods is of none of them
            rates, named = _printed(found, own)
            headings |= {rate: f"{label}: {key.subject}" for rate, label in named.items()}
        yield Row("marks", table.sheet.name, first, key.values() | parts, headings, rates)


def _printed(found: Sequence[Entry], index: int) -> tuple[dict, dict]:
    """The rates printed below the column of a subject, and how the file calls them."""
    rates, labels = {}, {}
    for entry in found:
        if entry.sums in RATES and not is_empty(entry.cells[index]):
            with suppress(ValueError):
                rates[entry.sums] = printed(entry.cells[index])
                labels[entry.sums] = entry.label
    return rates, labels


def _subtotals(table: Table, found: Sequence[Entry], lost: set[Subject]) -> Iterator[Subtotal]:
    """«Кол-во «5»» below a subject: checked against the marks above."""
    for entry in (entry for entry in found if entry.sums in COUNTS):
        for index, subject in _subjects(table).items():
            if subject not in lost and not is_empty(entry.cells[index]):
                with suppress(ValueError):
                    told = Key(subject.name, subject.period).values()
                    values = told | {entry.sums: count(entry.cells[index])}
                    headings = {entry.sums: f"{entry.label}: {subject.text}"}
                    row = Row("marks", table.sheet.name, entry.number + 1, values, headings)
                    yield Subtotal(row, None)


def _bad_mark(table: Table, entry: Entry, index: int) -> Problem:
    heading, value = _subjects(table)[index].text, shown(entry.cells[index])
    about = {"column": heading, "value": value}
    sheet = table.sheet.name or None
    return Problem("bad_mark", "error", sheet, entry.number + 1, heading, value, about)


def _not_placed(table: Table, entry: Entry, check: str) -> Problem:
    name = "class" if check == "bad_class" else "period"
    heading = table.heading.texts[name]
    value = shown(entry.cells[table.heading.columns[name]])
    about = {"column": heading, "value": value}
    sheet = table.sheet.name or None
    return Problem(check, "error", sheet, entry.number + 1, heading, value, about)


def _rejected(bad: Sequence[Problem]) -> int:
    """Subjects that are not loaded, and rows that are of no known period."""
    return len({p.column if p.check == "bad_mark" else p.row for p in bad})


def _few(bad: Sequence[Problem]) -> Iterator[Problem]:
    told: Counter[str | None] = Counter()
    for problem in bad:
        told[problem.column] += 1
        if told[problem.column] <= MOST_TOLD:
            yield problem
