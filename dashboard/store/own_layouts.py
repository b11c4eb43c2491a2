"""Layouts that people of this district have told: which heading is which column of a table.

Nothing but headings is kept of a file. An older version stays with its end, as answers do.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from dashboard.errors import UserError
from dashboard.store import places
from dashboard.store.state import Base, session

KEY = re.compile(r"own_[1-9][0-9]{0,5}")


class LayoutChanged(UserError):
    key = "error.layout_changed"


class OwnLayout(Base):
    __tablename__ = "own_layout"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    version: Mapped[int]
    name: Mapped[str]
    table_name: Mapped[str]
    height: Mapped[int]  # rows that the headings take
    headings: Mapped[str]  # JSON: {text of the heading: column}
    who: Mapped[str]
    at: Mapped[str]
    ended_by: Mapped[str] = mapped_column(default="")
    ended_at: Mapped[str] = mapped_column(default="")  # empty: it stands


@dataclass(frozen=True, slots=True)
class Stored:
    id: int
    key: str
    version: int
    name: str
    table_name: str
    height: int
    headings: str
    who: str
    at: str
    ended_by: str
    ended_at: str

    @property
    def columns(self) -> Mapping[str, str]:
        """Column by the text of its heading."""
        return json.loads(self.headings)


def is_own(key: str) -> bool:
    return KEY.fullmatch(key) is not None


@dataclass(frozen=True, slots=True)
class Told:
    """What a person says of an export."""

    name: str
    table: str
    height: int
    headings: Mapping[str, str]  # column by the text of its heading


def add(store: Path, told: Told, who: str) -> str:
    """A new layout. Returns its key."""
    with session(store) as opened, opened.begin():
        opened.execute(_writing())
        used = opened.scalars(sa.select(OwnLayout.key)).all()
        key = f"own_{max((int(one.partition('_')[2]) for one in used), default=0) + 1}"
        opened.add(_version(key, 1, told, who, _now()))
    return key


def change(store: Path, seen: int, name: str, headings: Mapping[str, str], who: str) -> None:
    """A new version of the one that was seen. Raises LayoutChanged if that stands no more."""
    now = _now()
    with session(store) as opened, opened.begin():
        if opened.execute(_ended(seen, who, now)).rowcount != 1:
            raise LayoutChanged
        old = opened.get(OwnLayout, seen)
        told = Told(name, old.table_name, old.height, headings)
        opened.add(_version(old.key, old.version + 1, told, who, now))


def remove(store: Path, seen: int, who: str) -> None:
    """It is recognised no more; what was loaded by it stays. Raises LayoutChanged."""
    with session(store) as opened, opened.begin():
        if opened.execute(_ended(seen, who, _now())).rowcount != 1:
            raise LayoutChanged


def versions(store: Path) -> list[Stored]:
    """All that ever were, the oldest first."""
    if not places.state(store).exists():
        return []
    with session(store) as opened:
        found = opened.scalars(sa.select(OwnLayout).order_by(OwnLayout.id))
        return [Stored(*(getattr(one, name) for name in Stored.__slots__)) for one in found]


def standing(store: Path, at: str | None = None) -> tuple[Stored, ...]:
    """Those that stand now, or stood at a moment (UTC, ISO 8601, with microseconds)."""
    if at is None:
        return tuple(one for one in versions(store) if not one.ended_at)
    stood = (one for one in versions(store) if one.at <= at)
    return tuple(one for one in stood if not one.ended_at or one.ended_at > at)


def changed_since(known: Iterable[Stored], layout: str, moment: str) -> bool:
    """Whether the version of a layout (or of one of «a+b») that stood then has ended since."""
    keys = [key for key in layout.split("+") if is_own(key)]
    return any(one.key in keys and one.at <= moment < one.ended_at for one in known)


def names(store: Path) -> dict[str, str]:
    """What each is called; of removed ones too, because files were loaded by them."""
    return {one.key: one.name for one in versions(store)}


def _version(key: str, version: int, told: Told, who: str, at: str) -> OwnLayout:
    headings = json.dumps(dict(told.headings), ensure_ascii=False)
    of = {"name": told.name, "table_name": told.table, "height": told.height, "headings": headings}
    return OwnLayout(key=key, version=version, **of, who=who, at=at)


def _ended(seen: int, who: str, now: str) -> sa.Update:
    mine = sa.update(OwnLayout).where(OwnLayout.id == seen, OwnLayout.ended_at == "")
    return mine.values(ended_by=who, ended_at=now)


def _writing() -> sa.Update:
    """Changes nothing, but who comes at the same time waits: no two get one key."""
    return sa.update(OwnLayout).where(sa.false()).values(version=OwnLayout.version)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
