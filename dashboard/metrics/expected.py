"""Which schools are expected to say something of a time: those that were open then."""

from datetime import date

from dashboard.metrics.registers import School, schools
from dashboard.spec.answer import Taken
from dashboard.store.current import Snapshot

# The last days of what is reported, a little early: who closes in the holidays after it owes it.
ENDS = {
    "Q1": (10, 31),
    "Q2": (12, 25),
    "H1": (12, 25),
    "Q3": (3, 20),
    "Q4": (5, 25),
    "H2": (5, 25),
    "Y": (5, 25),
    "start": (10, 1),
    "middle": (1, 15),
    "end": (5, 15),
}
FIRST = (9, 1)
AUTUMN = 9  # from this month on a day is of the first of the two years


def expected(snapshot: Snapshot, taken: Taken) -> list[School]:
    """Of the whole register; its years before it closed stay a school's own."""
    return [school for school in schools(snapshot).values() if is_expected(school, taken)]


def is_expected(school: School, taken: Taken) -> bool:
    """Of a period whoever was open at its end, of a year whoever was open in it, of a day whoever
    was open on it. Of no time at all: whoever has not closed."""
    if taken.on:
        return school.open(date.fromisoformat(taken.on))
    if not taken.year:
        return school.closed is None
    part = taken.period or taken.round
    if part in ENDS:
        return school.open(ends(taken.year, part))
    begun = school.opened is None or school.opened <= ends(taken.year)
    return begun and (school.closed is None or school.closed > begins(taken.year))


def begins(year: str) -> date:
    return date(int(year[:4]), *FIRST)


def ends(year: str, part: str | None = None) -> date:
    """The last day of a period or round of «2026-2027»; without one, of the year."""
    month, day = ENDS.get(part, ENDS["Y"])
    return date(int(year[:4]) if month >= AUTUMN else int(year[5:]), month, day)
