"""The register of mentors as it was imported: terms, pairs, events, networks. Read once."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dashboard.metrics.counts import periods
from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept


class Term(NamedTuple):
    """One appointment of one mentor. People are codes."""

    mentor: str
    teacher: str | None
    school: str
    direction: str
    subject: str | None
    start: date
    end: date
    order_no: str | None = None
    certificate: str | None = None
    open_day: str | None = None  # a weekday or dates, as written

    def live(self, on: date) -> bool:
        return self.start <= on <= self.end


class Pair(NamedTuple):
    """`end` of a pair that lasts is the last day there is."""

    mentor: str
    mentee: str
    school: str  # the mentee's
    subject: str | None
    start: date
    end: date
    status: str | None = None

    def live(self, on: date) -> bool:
        return self.start <= on <= self.end


class Event(NamedTuple):
    day: date
    kind: str
    mentor: str | None
    school: str  # where it was held
    subject: str | None
    participants: int | None


class Member(NamedTuple):
    """A school of a lead or base school's network."""

    network: str
    name: str | None
    kind: str
    lead: str
    school: str
    start: date | None
    end: date

    def live(self, on: date) -> bool:
        return (self.start is None or self.start <= on) and on <= self.end


@dataclass(frozen=True, slots=True)
class Register:
    terms: tuple[Term, ...]
    pairs: tuple[Pair, ...]
    events: tuple[Event, ...]
    members: tuple[Member, ...]


def register(snapshot: Snapshot) -> Register:
    """Everything that the snapshot holds, whatever its day."""
    return _register(snapshot)


def latest_day(snapshot: Snapshot) -> date | None:
    """The latest day that the register tells of; None without a mentor and a pair."""
    return max((row["on"] for row in periods(snapshot, "mentors")), default=None)


def _read(snapshot: Snapshot) -> Register:
    def rows(name: str) -> list[tuple]:
        return sql.run(f"mentors/{name}", {}, snapshot.engine)

    return Register(
        tuple(Term(*row) for row in rows("terms")),
        tuple(Pair(*row) for row in rows("pairs")),
        tuple(Event(*row) for row in rows("events")),
        tuple(Member(*row) for row in rows("members")),
    )


_register = Kept(_read, size=4)
