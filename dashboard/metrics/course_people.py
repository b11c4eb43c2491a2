"""Who is in post on a day, which courses they hold, and whose end soon. People are codes."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from dashboard.store import sql
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept


class Person(NamedTuple):
    teacher: str
    school: str
    subjects: tuple[str, ...]
    young: bool


class Certificate(NamedTuple):
    """`ends` is the first day on which it counts no more; None: it counts for ever."""

    teacher: str
    school: str
    course: str
    name: str
    kind: str
    finished: date
    ends: date | None

    def counts(self, on: date) -> bool:
        return self.finished <= on and (self.ends is None or self.ends > on)


def people(snapshot: Snapshot, on: str) -> tuple[Person, ...]:
    return _people(snapshot, on)


def certificates(snapshot: Snapshot, on: str, valid: str) -> tuple[Certificate, ...]:
    """All that those in post finished by the day, whether or not they still count."""
    return _certificates(snapshot, on, valid)


def holders(held: Iterable[Certificate], kind: str, on: date) -> frozenset[str]:
    return frozenset(each.teacher for each in held if each.kind == kind and each.counts(on))


def ending(held: Iterable[Certificate], on: date, until: date) -> list[Certificate]:
    """The last course that counts, of each person and kind, where it ends by then: on that day he
    holds none of the kind. The first to end comes first."""
    last: dict[tuple[str, str], Certificate] = {}
    for each in held:
        key = each.teacher, each.kind
        if each.counts(on) and (key not in last or _end(each) > _end(last[key])):
            last[key] = each
    found = [each for each in last.values() if _end(each) <= until]
    return sorted(found, key=lambda each: (each.ends, each.school, each.teacher, each.kind))


def last_course(held: Iterable[Certificate]) -> dict[str, date]:
    """The day on which each person finished a course of whatever kind for the last time."""
    found: dict[str, date] = {}
    for each in held:
        found[each.teacher] = max(each.finished, found.get(each.teacher, each.finished))
    return found


def _end(each: Certificate) -> date:
    return each.ends or date.max


def _read_people(snapshot: Snapshot, on: str) -> tuple[Person, ...]:
    rows = sql.run("courses/in_post", {"on": on}, snapshot.engine)
    return tuple(Person(t, school, tuple(_codes(codes)), y) for t, school, codes, y in rows)


def _codes(text: str | None) -> Iterator[str]:
    return (code.strip() for code in (text or "").split(";") if code.strip())


def _read_certificates(snapshot: Snapshot, on: str, valid: str) -> tuple[Certificate, ...]:
    rows = sql.run("courses/certificates", {"on": on, "valid": valid}, snapshot.engine)
    return tuple(Certificate(*row) for row in rows)


_people = Kept(_read_people, size=16)
_certificates = Kept(_read_certificates, size=16)
