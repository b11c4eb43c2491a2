"""Log-ins that failed lately, counted by name and by address, for all processes alike."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from dashboard.errors import UserError
from dashboard.store.state import Base, session
from dashboard.store.users import folded

MOST = 5  # of one name or one address
WITHIN = timedelta(minutes=15)


class TooMany(UserError):
    """`minutes` says how long to wait."""

    key = "error.too_many_attempts"


class Attempt(Base):
    """One log-in that was begun and did not succeed."""

    __tablename__ = "attempt"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    address: Mapped[str]


@dataclass(frozen=True, slots=True)
class Knock:
    """Who is at the door. Hashed with the server's key: people type passwords as names."""

    name: str
    address: str

    @classmethod
    def of(cls, name: str, address: str, secret: str) -> "Knock":
        return cls(_sealed(folded(name), secret), _sealed(_home(address), secret))


def begin(store: Path, knock: Knock, now: datetime | None = None) -> None:
    """Count the attempt before the password is looked at, so that many at once are counted too.

    Raises TooMany, and then it is not counted: who waits need not wait longer for having tried.
    """
    now = now or datetime.now(UTC)
    with session(store) as opened, opened.begin():
        opened.execute(sa.delete(Attempt).where(Attempt.at <= _text(now - WITHIN)))
        opened.add(Attempt(at=_text(now), name=knock.name, address=knock.address))
        opened.flush()
        for mine in (Attempt.name == knock.name, Attempt.address == knock.address):
            _within_bounds(opened, mine, now)


def forget(store: Path, knock: Knock) -> None:
    """After a log-in that succeeded. What others tried from this address still counts."""
    mine = (Attempt.name == knock.name) & (Attempt.address == knock.address)
    with session(store) as opened, opened.begin():
        opened.execute(sa.delete(Attempt).where(mine))


def _within_bounds(opened: Session, mine: sa.ColumnElement[bool], now: datetime) -> None:
    times = list(opened.scalars(sa.select(Attempt.at).where(mine).order_by(Attempt.at)))
    if len(times) <= MOST:
        return
    free = datetime.fromisoformat(times[-MOST - 1]) + WITHIN - now
    raise TooMany(minutes=max(1, -(-int(free.total_seconds()) // 60)))


def _sealed(text: str, secret: str) -> str:
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()


def _home(address: str) -> str:
    """Of the newer kind of address a household has very many."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address) and found.ipv4_mapped is None:
        return str(ip_network((int(found), 64), strict=False))
    return str(getattr(found, "ipv4_mapped", None) or found)


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
