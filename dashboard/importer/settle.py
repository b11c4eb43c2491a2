"""Fill what a table lacks from what is told of it; turn names into codes. Never a guess."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.importer.columns.coded import Columns
from dashboard.importer.columns.settled import samples, settled_columns
from dashboard.importer.layouts import filled
from dashboard.importer.names import Names
from dashboard.importer.recognise import Table
from dashboard.importer.resolve import resolved
from dashboard.importer.row import Reading, Row
from dashboard.importer.told import Told, Unknown
from dashboard.spec import core
from dashboard.spec.problem import Problem

MISSING = {
    "school_id": "missing_school",
    "year": "missing_year",
    "period": "missing_period",
    "grade": "missing_class",
    "subject_id": "missing_subject",
    "round": "missing_round",
}
CANDIDATES = 60  # that a problem names for a person to choose from
UNKNOWN = {"school": "unknown_school", "subject": "unknown_subject", "text": "unknown_course"}


@dataclass(frozen=True, slots=True)
class Settled:
    """`refusals` reject the whole file; `waiting` rows wait for a name to become known."""

    rows: tuple[Row, ...] = ()
    waiting: int = 0
    rejected: int = 0
    problems: tuple[Problem, ...] = ()
    refusals: tuple[Problem, ...] = ()
    columns: Columns | None = None


def settle(table: Table, reading: Reading, told: Told, names: Names) -> Settled:
    target = core.tables()[table.heading.layout.table]
    filler = _Filler(table, target, told)
    refusals = [*told.problems, *(() if told.problems else _missing(filler))]
    refusals += _disagreements(filler, _in_order(reading.rows, samples(reading.columns)), names)
    columns, apart = settled_columns(reading.columns, filler.constants(), names)
    rows: list[Row] = []
    waits: Counter[tuple] = Counter()
    problems: list[Problem] = []
    waiting = rejected = 0
    for row in _in_order(reading.rows, apart):
        full, unknown = resolved(filler.fill(row), names)
        empty = [] if unknown else _still_missing(target, full)
        if unknown:
            waiting += 1
            waits.update(unknown)
            problems += [_waits(full, told, key, names) for key in unknown if waits[key] == 1]
        elif empty:
            rejected += 1
            problems += [full.problem("missing_value", "error", name) for name in empty]
        else:
            rows.append(full)
    counted = tuple(_with_count(problem, waits) for problem in problems)
    return Settled(tuple(rows), waiting, rejected, counted, tuple(refusals), columns)


def _in_order(rows: Sequence[Row], more: Iterable[Row]) -> Sequence[Row]:
    """As they stand in the file."""
    both = [*rows, *more]
    return sorted(both, key=lambda row: row.number) if len(both) > len(rows) else rows


@dataclass(frozen=True, slots=True)
class _Filler:
    table: Table
    target: core.CoreTable
    told: Told

    @property
    def columns(self) -> frozenset[str]:
        return filled(self.target)

    def has(self, name: str) -> bool:
        """A column of the file tells it, or the reader does."""
        there = self.table.heading.columns
        in_classes = name in ("grade", "letter") and ("class" in there or "grade" in there)
        in_finals = name == "period" and any(column.startswith("final:") for column in there)
        return name in there or in_classes or in_finals

    def constants(self) -> dict[str, object] | None:
        """What is told for every row alike; None where it depends on the row."""
        told = {n: value for n, value in self.told.fills().items() if n in self.target.columns}
        if "letter" in told:
            return None
        return {name: value for name, value in told.items() if not self.has(name)}

    def fill(self, row: Row) -> Row:
        """An empty cell in an optional column of the file means what it says: nothing."""
        values = dict(row.values)
        own_grade = "grade" in values
        for name, value in self.told.fills().items():
            if name not in self.target.columns or values.get(name) is not None:
                continue
            if name == "letter" and own_grade and not self._same_grade(values):
                continue
            if not self.has(name) or name in self.target.required or name == "letter":
                values[name] = value
        return replace(row, values=values)

    def _same_grade(self, values: Mapping[str, object]) -> bool:
        return values["grade"] == self.told.fills().get("grade")


def _missing(filler: _Filler) -> Iterator[Problem]:
    """What no column, no label and no option tells."""
    there = filler.told.fills().keys()
    for name in MISSING:
        wanted = name in filler.columns and name in filler.target.required
        if wanted and name not in there and not filler.has(name):
            yield Problem(MISSING[name], "error", filler.table.sheet.name or None)


def _disagreements(filler: _Filler, rows: Iterable[Row], names: Names) -> Iterator[Problem]:
    """An option fills what a file lacks; it never overrules the file."""
    told = filler.told
    for name in told.disagreeing:
        yield _disagrees(filler, name, told.outside[name], None)
    for name, value in told.outside.items():
        inside = told.inside.get(name)
        if inside is not None and not isinstance(inside, Unknown) and inside != value:
            yield _disagrees(filler, name, value, inside)
        elif filler.has(name):
            yield from _in_rows(filler, name, value, rows, names)


def _in_rows(
    filler: _Filler, name: str, value: object, rows: Iterable[Row], names: Names
) -> Iterator[Problem]:
    for row in rows:
        found = resolved(row, names)[0].values.get(name)
        if found is not None and found != value and not isinstance(found, Unknown):
            yield _disagrees(filler, name, value, found, row.number)
            return


def _disagrees(
    filler: _Filler, name: str, said: object, found: object, row: int | None = None
) -> Problem:
    heading = filler.table.heading.texts.get(name, name)
    said_text = said.text if isinstance(said, Unknown) else said
    about = {"column": heading, "said": said_text, "found": "—" if found is None else found}
    text = None if found is None else str(found)
    sheet = filler.table.sheet.name or None
    return Problem("option_disagrees", "error", sheet, row, heading, text, about)


def _still_missing(target: core.CoreTable, row: Row) -> list[str]:
    return [name for name in sorted(target.required) if row.values.get(name) is None]


def _waits(row: Row, told: Told, key: tuple, names: Names) -> Problem:
    """Told once for all rows that wait for the same name."""
    column, unknown = key
    kind = core.tables()[row.table].columns[column].type
    known = {"school": names.schools, "subject": names.subjects}.get(kind, names.courses)
    near = known.nearest(unknown.text)
    check = UNKNOWN[kind]
    say = check if near else f"{check}_alone"
    about = {
        "value": unknown.text,
        "near": "; ".join(near),
        "say": say if known.entries else f"{check}_no_register",
        "key": key,
        "candidates": known.candidates(unknown.text)[:CANDIDATES],
    }
    number = unknown.row if unknown.word else row.number
    heading = unknown.word or row.headings.get(column, column)
    severity = "warning" if unknown.spares else "error"
    return Problem(check, severity, row.sheet or None, number, heading, unknown.text, about)


def _with_count(problem: Problem, waits: Counter) -> Problem:
    key = problem.about.get("key")
    if key is None:
        return problem
    about = {name: value for name, value in problem.about.items() if name != "key"}
    return replace(problem, about=about | {"rows": waits[key]})
