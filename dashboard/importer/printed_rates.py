"""The percentages of a report that holds nothing else: what each is of, and what it says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.importer.layouts import RATES
from dashboard.importer.lines import Line, Plan, lines, plan_of
from dashboard.importer.names import Names
from dashboard.importer.normalise.number import printed
from dashboard.importer.normalise.period import period
from dashboard.importer.normalise.text import plain
from dashboard.importer.normalise.year import year
from dashboard.importer.options import Options
from dashboard.importer.recognise import Table
from dashboard.importer.told import Unknown, told
from dashboard.importer.values import empty

OF_OTHER_MARKS = ("external_percents",)  # of a test, not of the quarter: nothing here is the same
OF_A_DISTRICT = "no_school"  # what these layouts are refused with; others must name the school
PLACE = ("school_id", "year", "period", "grade", "letter", "subject_id")


@dataclass(frozen=True, slots=True)
class Rate:
    """`of` says which school, year, period, class, subject; what it lacks is all of them."""

    name: str
    printed: tuple[float, int]
    of: Mapping[str, object]
    sheet: str
    row: int
    heading: str
    text: str


def printed_rates(table: Table, command: Options, manifest: Options, names: Names) -> list[Rate]:
    if table.heading.layout.key in OF_OTHER_MARKS:
        return []
    plan = plan_of(table)
    beside = told(table, command, manifest, names).fills()
    return [rate for line in lines(plan) for rate in _line(plan, line, beside, names)]


def _line(plan: Plan, line: Line, beside: Mapping[str, object], names: Names) -> Iterator[Rate]:
    """A row that cannot be told from a sum or a paper is passed over."""
    try:
        own = _own(plan, line, names)
        rates = {name: printed(line.cells[name]) for name in _rates(plan, line)}
    except ValueError:
        return
    of = {**({"letter": None} if "grade" in own else {}), **own}
    of = {name: value for name, value in {**beside, **of}.items() if name in PLACE}
    placed = "school_id" in of or plan.table.heading.layout.refuse == OF_A_DISTRICT
    if not placed or any(isinstance(value, Unknown) for value in of.values()):
        return
    for name, value in rates.items():
        heading, text = plan.table.heading.texts[name], plain(line.cells[name])
        yield Rate(name, value, of, plan.table.sheet.name, line.number, heading, text)


def _rates(plan: Plan, line: Line) -> list[str]:
    there = {name: column for name, _, column, _ in plan.columns if name in RATES}
    return [name for name, column in there.items() if not empty(column, line.cells[name])]


def _own(plan: Plan, line: Line, names: Names) -> dict[str, object]:
    """What the row itself says; ValueError where it cannot be understood."""
    found: dict[str, object] = {}
    for name, _, _, read in plan.columns:
        text = plain(line.cells[name])
        if name == "class":
            found["grade"], found["letter"], group = read(line.cells[name])
            if group is not None:
                raise ValueError("bad_class")
        elif name in ("school_id", "subject_id") and text:
            known = names.school(text) if name == "school_id" else names.subject(text)[0]
            found[name] = known or Unknown(text)
        elif name == "year" and text:
            found[name] = year(text)
        elif name == "period" and text:
            found[name] = period(text, plan.table.heading.texts[name])
    return found
