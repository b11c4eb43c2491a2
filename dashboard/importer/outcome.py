"""A staged file, filled, resolved and checked: what would be loaded of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.importer import called, checks
from dashboard.importer.checks.duplicate_row import grain, latest
from dashboard.importer.columns import singly
from dashboard.importer.columns.coded import Columns
from dashboard.importer.columns.twice import apart
from dashboard.importer.facts import Facts
from dashboard.importer.file_name import with_suggestions
from dashboard.importer.kept import once
from dashboard.importer.names import Names
from dashboard.importer.one_child import one_child
from dashboard.importer.printed_rates import Rate, printed_rates
from dashboard.importer.refused_rows import without_errors
from dashboard.importer.resolve import resolved
from dashboard.importer.row import Row, Subtotal
from dashboard.importer.scope import Part, scope
from dashboard.importer.settle import Settled, settle
from dashboard.importer.staged import Staged
from dashboard.importer.told import Unknown, told
from dashboard.importer.unused import unused
from dashboard.spec.problem import Problem

LISTED = ("teachers", "completions")


@dataclass(frozen=True, slots=True)
class Outcome:
    staged: Staged
    rows: tuple[Row, ...] = ()
    waiting: int = 0
    rejected: int = 0  # rows that could not be read
    problems: tuple[Problem, ...] = ()
    refused: bool = False  # the whole file
    scope: str = ""
    columns: Columns | None = None  # sound rows of a large file, beside `rows`
    printed: tuple[Rate, ...] = ()  # of a refused file: percentages to be compared

    @property
    def is_list(self) -> bool:
        """An export that names teachers; what it does not say of them stays."""
        layouts = (table.heading.layout for table, _ in self.staged.parts)
        return any(not one.canonical and one.table in LISTED for one in layouts)

    @property
    def loads(self) -> int:
        """How many rows."""
        return sum(self.counts.values())

    @property
    def counts(self) -> Counter[str]:
        """Rows by table."""
        found = Counter(row.table for row in self.rows)
        if self.columns is not None:
            found[self.columns.table] += len(self.columns)
        return +found

    def tables(self) -> dict[str, tuple[Row, ...]]:
        """The rows, but for those of columns."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            found.setdefault(row.table, []).append(row)
        return {name: tuple(rows) for name, rows in found.items()}

    def grains(self) -> frozenset[tuple]:
        """The keys of all rows."""
        of_columns = map(grain, singly.rows(self.columns)) if self.columns is not None else ()
        return frozenset((*map(grain, self.rows), *of_columns))


def settled(staged: Staged, names: Names, facts: Facts) -> Outcome:
    """Everything short of writing it down."""
    if staged.refusals:
        refused = _refused(staged, with_suggestions(staged.refusals, staged.path, names))
        return replace(refused, printed=_printed(staged, names))
    parts, outcomes = [], []
    for table, reading in staged.parts:
        said = told(table, staged.command, staged.manifest, names)
        outcome = settle(table, reading, said, names)
        outcomes.append(outcome)
        parts.append(Part(table, said, outcome.rows, outcome.columns))
    refusals = _unique(problem for outcome in outcomes for problem in outcome.refusals)
    refusals += unused(parts)
    if refusals:
        return _refused(staged, with_suggestions(refusals, staged.path, names))
    checked = _checked(staged, parts, outcomes, replace(facts, **_sums(staged, names)))
    return _without_persons(checked, names)


def _without_persons(outcome: Outcome, names: Names) -> Outcome:
    """Where sheets are called by a person, their places alone are kept."""
    persons = called.persons([table for table, _ in outcome.staged.parts], names)
    if not persons:
        return outcome
    rows = tuple(called.rows(outcome.rows, persons))
    return replace(outcome, rows=rows, problems=called.problems(outcome.problems, persons))


def _checked(
    staged: Staged, parts: Sequence[Part], outcomes: Sequence[Settled], facts: Facts
) -> Outcome:
    rows = once([row for outcome in outcomes for row in outcome.rows])
    columns, twice = apart(next((one.columns for one in outcomes if one.columns), None), rows)
    rows = sorted((*rows, *twice), key=lambda row: row.number) if twice else rows
    rows, several = one_child(rows)
    told = checks.run(rows, facts, columns)
    sound, columns, refused = without_errors(rows, columns, told)
    found = [*staged.problems, *(p for outcome in outcomes for p in outcome.problems), *several]
    return Outcome(
        staged,
        rows=latest(sound),
        waiting=sum(outcome.waiting for outcome in outcomes),
        rejected=sum(reading.rejected for _, reading in staged.parts)
        + sum(outcome.rejected for outcome in outcomes)
        + refused,
        problems=(*found, *told),
        scope=scope(parts),
        columns=columns,
    )


def _sums(staged: Staged, names: Names) -> dict:
    """Rows of sums, with codes for names; a word like «Итого» in a column of names is no name."""
    sums = [one for _, reading in staged.parts for one in reading.subtotals]
    return {
        "subtotals": tuple(Subtotal(_plain(one.row, names), one.grades) for one in sums),
        "whole": not any(reading.rejected for _, reading in staged.parts),
    }


def _plain(row: Row, names: Names) -> Row:
    values = resolved(row, names)[0].values
    return replace(row, values={k: v for k, v in values.items() if not isinstance(v, Unknown)})


def _refused(staged: Staged, refusals: Sequence[Problem]) -> Outcome:
    rows = sum(reading.found for _, reading in staged.parts)
    problems = (*refusals, *staged.problems)
    return Outcome(staged, rejected=rows, problems=problems, refused=True)


def _printed(staged: Staged, names: Names) -> tuple[Rate, ...]:
    said = (staged.command, staged.manifest, names)
    return tuple(rate for table in staged.printed for rate in printed_rates(table, *said))


def _unique(problems: object) -> list[Problem]:
    """Fifteen sheets that lack the same thing say so once."""
    found: dict[tuple, Problem] = {}
    for problem in problems:
        found.setdefault((problem.check, problem.column, problem.value, problem.row), problem)
    return list(found.values())
