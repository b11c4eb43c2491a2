"""How many 5, 4, 3 each pupil has → pupils of the class by their lowest mark, without names."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from dashboard.importer.normalise.empty import is_empty
from dashboard.importer.normalise.number import count, printed
from dashboard.importer.normalise.period import period
from dashboard.importer.normalise.school_class import school_class
from dashboard.importer.options import Options
from dashboard.importer.recognise import Table
from dashboard.importer.row import Reading, Row
from dashboard.importer.wide.mark import shown
from dashboard.importer.wide.pupils import Entry, entries
from dashboard.spec.problem import Problem
from dashboard.spec.sheet import Cell

MEASURED = ("n5", "n4", "n3", "n2", "not_assessed", "pass_rate")
GROUPS = ("excellent", "good", "one_four", "satisfactory", "one_three", "failing", "not_assessed")
READ = {"pass_rate": lambda cell: printed(cell)[0]}
WHOLE = 100.0


def read_pupil_counts(table: Table, options: Options) -> tuple[tuple[Table, Reading], ...]:
    """A pupil who cannot be read makes the groups of the class wrong: it is not loaded."""
    columns = table.heading.columns
    measured = [columns[name] for name in MEASURED if name in columns]
    classes: dict[tuple, Counter] = {}
    bad: list[Problem] = []
    for entry in (one for one in entries(table, measured) if one.pupil is not None):
        read = _pupil(table, entry)
        if isinstance(read, Problem):
            bad.append(read)
        else:
            whose, groups = read
            classes.setdefault(whose, Counter()).update(groups)
    rows = () if bad else tuple(_rows(table, classes))
    return ((_as_groups(table), Reading(rows, (), len(bad), tuple(bad))),)


def _as_groups(table: Table) -> Table:
    """As a table of ours: the counts of a pupil are none of its columns."""
    heading = table.heading
    columns = {name: at for name, at in heading.columns.items() if name in ("class", "period")}
    texts = {name: heading.texts[name] for name in columns}
    return replace(table, heading=replace(heading, columns=columns, texts=texts))


def _pupil(table: Table, entry: Entry) -> tuple[tuple, Sequence[str]] | Problem:
    """Of which class and period, and the groups that the pupil is in."""
    told: dict[str, object] = {}
    for name in (*MEASURED, "class", "period"):
        cell = _cell(table, entry, name)
        if not is_empty(cell):
            try:
                told[name] = _reader(table, name)(cell)
            except ValueError as error:
                return _problem(table, entry, name, str(error))
    whose = (told.get("class", ())[:2], told.get("period"))
    return whose, ("roster", *_groups(told))


def _groups(told: Mapping[str, object]) -> tuple[str, ...]:
    """By the lowest mark; one «н/а» leaves no standing, without any mark there is none."""
    fives, fours, threes, twos = (told.get(name) or 0 for name in ("n5", "n4", "n3", "n2"))
    if told.get("not_assessed"):
        return ("not_assessed",)
    if not (fives or fours or threes or twos):
        return ()
    if twos or not _passes(told.get("pass_rate")):
        return ("failing",)
    if threes:
        return ("satisfactory", "one_three") if threes == 1 else ("satisfactory",)
    if fours:
        return ("good", "one_four") if fours == 1 else ("good",)
    return ("excellent",)


def _passes(rate: object) -> bool:
    """A cell that is shown as percent holds 1 for 100 %."""
    return rate is None or rate in (1, WHOLE)


def _rows(table: Table, classes: Mapping[tuple, Counter]) -> Iterator[Row]:
    for (school_class_, when), groups in classes.items():
        values = dict(zip(("grade", "letter"), school_class_))
        values |= {"period": when} if when else {}
        values |= {"roster": groups["roster"], **{name: groups[name] for name in GROUPS}}
        first = table.heading.top + table.heading.height + 1
        yield Row("pupil_groups", table.sheet.name, first, values)


def _reader(table: Table, name: str) -> Callable[[Cell], object]:
    if name == "class":
        return school_class
    if name == "period":
        return lambda cell: period(cell, table.heading.texts["period"])
    return READ.get(name, count)


def _cell(table: Table, entry: Entry, name: str) -> Cell:
    at = table.heading.columns.get(name)
    return None if at is None else entry.cells[at]


def _problem(table: Table, entry: Entry, name: str, check: str) -> Problem:
    heading, value = table.heading.texts[name], shown(_cell(table, entry, name))
    about = {"column": heading, "value": value}
    sheet = table.sheet.name or None
    return Problem(check, "error", sheet, entry.number + 1, heading, value, about)
