"""The people who may log in: name, role, password as a hash, and the visits they are on."""

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from dashboard.errors import WrongCall
from dashboard.store import passwords
from dashboard.store.state import Base, session

LONGEST_NAME = 60
ADDED, REMOVED = "user_added", "user_removed"  # in the audit log
ROLE, PASSWORD = "user_role_changed", "user_password_changed"
CAME, WENT, REFUSED = "logged_in", "logged_out", "log_in_refused"


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    role: str
    school: str  # the one that the role `school` is for
    since: str  # UTC, ISO 8601
    seen: str = ""  # when they last logged in; empty: never


class User(Base):
    __tablename__ = "user"

    key: Mapped[str] = mapped_column(primary_key=True)  # the name, however it is typed
    name: Mapped[str]
    role: Mapped[str]
    school: Mapped[str]
    password: Mapped[str]
    since: Mapped[str]
    seen: Mapped[str]


class Visit(Base):
    """From a log-in to its end. Gone with the password or the role that it began with."""

    __tablename__ = "visit"

    id: Mapped[str] = mapped_column(primary_key=True)  # the hash of what the browser holds
    user: Mapped[str] = mapped_column(index=True)
    since: Mapped[str]


def add(store: Path, name: str, role: str, school: str, password: str) -> Person:
    """Raises WrongCall for a name that is taken or cannot be one, and for a short password."""
    name = _name(name)
    row = User(key=folded(name), name=name, role=role, school=school, since=_now(), seen="")
    row.password = passwords.hashed(_long_enough(password))
    with session(store) as opened, opened.begin():
        if opened.get(User, row.key):
            raise WrongCall("user_taken", name=name)
        opened.add(row)
        return _person(row)


def everybody(store: Path) -> list[Person]:
    with session(store) as opened:
        return [_person(row) for row in opened.scalars(sa.select(User).order_by(User.key))]


def known(store: Path, name: str) -> Person:
    """Raises WrongCall for a name that nobody has, as those below do."""
    with session(store) as opened:
        return _person(_known(opened, name))


def remove(store: Path, name: str) -> Person:
    """Every visit of theirs ends."""
    with session(store) as opened, opened.begin():
        row = _known(opened, name)
        gone = _person(row)
        _end_visits(opened, row)
        opened.delete(row)
        return gone


def change_password(store: Path, name: str, password: str) -> Person:
    """Every visit of theirs ends: whoever knew the old one is out."""
    kept = passwords.hashed(_long_enough(password))
    with session(store) as opened, opened.begin():
        row = _known(opened, name)
        row.password = kept
        _end_visits(opened, row)
        return _person(row)


def change_role(store: Path, name: str, role: str, school: str) -> tuple[Person, Person]:
    """Before and after. Every visit of theirs ends."""
    with session(store) as opened, opened.begin():
        row = _known(opened, name)
        before = _person(row)
        row.role, row.school = role, school
        _end_visits(opened, row)
        return before, _person(row)


def check(store: Path, name: str, password: str) -> Person | None:
    """None for a wrong name as for a wrong password, after the same time."""
    with session(store) as opened:
        row = opened.get(User, folded(name))
        kept, person = (row.password, _person(row)) if row else (None, None)
    return person if passwords.fits(password, kept) else None


def welcome(store: Path, person: Person) -> str:
    """Begin a visit. Returns what the browser is to hold; the store keeps only its hash."""
    token = secrets.token_urlsafe(32)
    with session(store) as opened, opened.begin():
        row = _known(opened, person.name)
        row.seen = _now()
        opened.add(Visit(id=_hash(token), user=row.key, since=row.seen))
    return token


def visiting(store: Path, token: str, hours: int) -> Person | None:
    """Whose visit it is; None once it is over."""
    with session(store) as opened:
        visit = opened.get(Visit, _hash(token))
        if visit is None or visit.since <= _now(hours):
            return None
        row = opened.get(User, visit.user)
        return _person(row) if row else None


def leave(store: Path, token: str, hours: int) -> None:
    """End this visit; those that nobody ended go with it once they are over."""
    with session(store) as opened, opened.begin():
        over = sa.or_(Visit.id == _hash(token), Visit.since <= _now(hours))
        opened.execute(sa.delete(Visit).where(over))


def _person(row: User) -> Person:
    return Person(row.name, row.role, row.school, row.since, row.seen)


def _known(opened: Session, name: str) -> User:
    row = opened.get(User, folded(name))
    if row is None:
        raise WrongCall("user_unknown", name=name)
    return row


def _end_visits(opened: Session, row: User) -> None:
    opened.execute(sa.delete(Visit).where(Visit.user == row.key))


def _name(name: str) -> str:
    """As it will be shown."""
    said = unicodedata.normalize("NFC", name).strip()
    if not said.isprintable() or not 0 < len(said) <= LONGEST_NAME:
        raise WrongCall("user_bad_name", most=LONGEST_NAME)
    return said


def folded(name: str) -> str:
    """A phone begins a name with a capital letter; it is the same name."""
    return unicodedata.normalize("NFC", name.strip().casefold())


def _long_enough(password: str) -> str:
    if not passwords.SHORTEST <= len(password) <= passwords.LONGEST:
        raise WrongCall("password_short", least=passwords.SHORTEST, most=passwords.LONGEST)
    return password


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _now(hours_ago: int = 0) -> str:
    return (datetime.now(UTC) - timedelta(hours=hours_ago)).isoformat(timespec="seconds")
