"""Originals that were removed on purpose: which, when and by whom. Never what they were called."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from dashboard.errors import UserError
from dashboard.store import places
from dashboard.store.state import Base, session

SHA256 = 12  # letters of it that tell one kept file from another
NAMED = 5


class KeptRemoved(UserError):
    key = "error.kept_removed"


class Removed(Base):
    """One file that a snapshot was made from and that is no longer kept."""

    __tablename__ = "removed_original"

    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str]
    at: Mapped[str]  # UTC, ISO 8601
    who: Mapped[str]


def write_down(store: Path, found: Iterable[str], who: str = "") -> None:
    """Before the files go: what is not written down would later look like a loss."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with session(store) as opened, opened.begin():
        opened.add_all(Removed(sha256=sha256, at=at, who=who) for sha256 in found)


def removed(store: Path) -> dict[str, str]:
    """When each was removed last. Nothing is made where nothing was ever written."""
    if not places.state(store).exists():
        return {}
    with session(store) as opened:
        chosen = sa.select(Removed.sha256, Removed.at).order_by(Removed.id)
        return dict(opened.execute(chosen).all())


def all_there(store: Path, wanted: Iterable[str]) -> None:
    """Raises KeptRemoved when some of the files are gone on purpose; it names them and the days.
    One that is just missing is for `files.load` to tell."""
    at = removed(store)
    gone = {
        sha256: at[sha256]
        for sha256 in sorted(set(wanted))
        if sha256 in at and not (places.files(store) / sha256).exists()
    }
    if gone:
        raise KeptRemoved(count=len(gone), files=_named(gone))


def _named(gone: dict[str, str]) -> str:
    """«3f2a9c01d4e7… (2027-02-01)»; of many the first."""
    said = [f"{sha256[:SHA256]}… ({at[:10]})" for sha256, at in list(gone.items())[:NAMED]]
    return ", ".join(said) + (" …" if len(gone) > NAMED else "")
