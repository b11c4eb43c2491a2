"""What a person says a school, a subject or a course is called: answered once, kept with who.

Nothing is ever rewritten: an answer that gave way, or was taken back, stays with its end.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from dashboard.errors import UserError
from dashboard.store import places
from dashboard.store.state import Base, session

KINDS = ("school", "subject", "course")


class AnsweredMeanwhile(UserError):
    key = "error.answered_meanwhile"


class AnswerGone(UserError):
    key = "error.answer_gone"


class Alias(Base):
    __tablename__ = "alias"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    text: Mapped[str]
    skeleton: Mapped[str]  # what it is compared by
    code: Mapped[str]
    who: Mapped[str]
    at: Mapped[str]
    ended_by: Mapped[str] = mapped_column(default="")
    ended_at: Mapped[str] = mapped_column(default="")  # empty: it stands


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that is being given. `seen` is the one that stood when it was asked; 0: none."""

    kind: str
    text: str
    skeleton: str
    code: str
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """One that was given."""

    id: int
    kind: str
    text: str
    skeleton: str
    code: str
    who: str
    at: str
    ended_by: str
    ended_at: str


def answer(store: Path, given: Iterable[Given], who: str) -> int:
    """Keep the answers; returns how many are new. Raises AnsweredMeanwhile.

    Where somebody else answered otherwise since it was asked, that answer stays and is told; the
    others of the list are kept all the same.
    """
    with session(store) as opened, opened.begin():
        found = [_put(opened, one, who) for one in given]
    others = [about for about in found if isinstance(about, dict)]
    if others:
        raise AnsweredMeanwhile(**others[0])
    return sum(found)


def take_back(store: Path, number: int, who: str) -> None:
    """Raises AnswerGone where it stands no more."""
    with session(store) as opened, opened.begin():
        mine = sa.update(Alias).where(Alias.id == number, Alias.ended_at == "")
        if opened.execute(mine.values(ended_by=who, ended_at=_now())).rowcount != 1:
            raise AnswerGone


def answers(store: Path) -> list[Answer]:
    """All that were ever given, the latest first."""
    if not places.state(store).exists():
        return []
    with session(store) as opened:
        found = opened.scalars(sa.select(Alias).order_by(Alias.id.desc()))
        return [Answer(*(getattr(one, name) for name in Answer.__slots__)) for one in found]


def standing(store: Path, at: str | None = None) -> list[Answer]:
    """Those that stand now, or stood at a moment (UTC, ISO 8601, with microseconds)."""
    if at is None:
        return [one for one in answers(store) if not one.ended_at]
    stood = (one for one in answers(store) if one.at <= at)
    return [one for one in stood if not one.ended_at or one.ended_at > at]


def changed_since(given: Iterable[Answer], moment: str) -> bool:
    """Whether an answer that stood at the moment gave way later, or was taken back."""
    return any(one.at <= moment < one.ended_at for one in given)


def _put(opened: Session, given: Given, who: str) -> bool | dict[str, str]:
    """True for a new answer, False for one that stands already; else what both say.

    It begins by writing, so that two people at once come one after the other.
    """
    now = _now()
    same = (Alias.kind == given.kind, Alias.skeleton == given.skeleton, Alias.ended_at == "")
    mine = sa.update(Alias).where(*same, Alias.id == given.seen, Alias.code != given.code)
    opened.execute(mine.values(ended_by=who, ended_at=now))
    other = opened.scalars(sa.select(Alias).where(*same)).one_or_none()
    if other is not None:
        return False if other.code == given.code else _both(given, other)
    values = {"kind": given.kind, "text": given.text, "skeleton": given.skeleton}
    opened.execute(sa.insert(Alias).values(**values, code=given.code, who=who, at=now))
    return True


def _both(mine: Given, theirs: Alias) -> dict[str, str]:
    return {"text": mine.text, "mine": mine.code, "theirs": theirs.code, "who": theirs.who or "—"}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
