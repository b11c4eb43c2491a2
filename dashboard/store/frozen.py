"""Snapshots that people want to keep for good, as the one a collegium was shown: never pruned."""

from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from dashboard.errors import WrongCall
from dashboard.store import snapshots
from dashboard.store.state import Base, session


class Freezing(Base):
    """One snapshot kept, from when to when; `ended_at` is empty while it is."""

    __tablename__ = "freezing"

    id: Mapped[int] = mapped_column(primary_key=True)
    snapshot: Mapped[str]
    why: Mapped[str]
    who: Mapped[str]
    at: Mapped[str]  # UTC, ISO 8601
    ended_at: Mapped[str] = mapped_column(default="")
    ended_by: Mapped[str] = mapped_column(default="")


def freeze(store: Path, snapshot: str, why: str = "", who: str = "") -> None:
    """Kept until somebody thaws it. Twice is once. Raises WrongCall for one that is not there."""
    _known(store, snapshot)
    with session(store) as opened, opened.begin():
        if not _standing(opened, snapshot):
            opened.add(Freezing(snapshot=snapshot, why=why, who=who, at=_now()))


def thaw(store: Path, snapshot: str, who: str = "") -> None:
    """It may be pruned like any other. Raises WrongCall for one that is not there."""
    _known(store, snapshot)
    with session(store) as opened, opened.begin():
        for one in _standing(opened, snapshot):
            one.ended_at, one.ended_by = _now(), who


def frozen(store: Path) -> dict[str, Freezing]:
    """Those that stand now, by snapshot."""
    with session(store) as opened:
        return {one.snapshot: one for one in _standing(opened)}


def _standing(opened: Session, snapshot: str | None = None) -> list[Freezing]:
    chosen = sa.select(Freezing).where(Freezing.ended_at == "").order_by(Freezing.id)
    if snapshot is not None:
        chosen = chosen.where(Freezing.snapshot == snapshot)
    return list(opened.scalars(chosen))


def _known(store: Path, snapshot: str) -> None:
    """A closed list: nothing else becomes part of a path."""
    known = [one["id"] for one in snapshots.history(store)]
    if snapshot not in known:
        raise WrongCall("unknown_snapshot", snapshot=snapshot)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
