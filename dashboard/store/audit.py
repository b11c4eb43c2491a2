"""The log of what must not go unseen: who looked at small numbers, and when."""

from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from dashboard.store.state import Base, session

SMALL_SHOWN = "small_numbers_shown"
SMALL_EXPORTED = "small_numbers_exported"


class Entry(Base):
    """One thing done. `who` is empty while there is no log-in: then it is whoever sat there."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str]  # UTC, ISO 8601
    who: Mapped[str]
    what: Mapped[str]
    detail: Mapped[str]  # the address of the view, which says all of it


def log(store: Path, what: str, detail: str, who: str = "") -> None:
    """Add one entry; it is on the disk when this returns."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with session(store) as opened, opened.begin():
        opened.add(Entry(at=at, who=who, what=what, detail=detail))


def entries(store: Path) -> list[Entry]:
    """All of it, the oldest first."""
    with session(store) as opened:
        return list(opened.scalars(sa.select(Entry).order_by(Entry.id)))
