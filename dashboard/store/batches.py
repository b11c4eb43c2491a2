"""What was dropped on the import desk, and how far it is: closing a page loses nothing.

The bytes themselves lie in files/, and so does the report of a batch: both may hold a pupil's name.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from dashboard.store import places
from dashboard.store.state import Base, session

State = Literal["received", "checking", "checked", "loading", "loaded", "failed", "discarded"]
RUNNING = ("checking", "loading")
OPEN = ("received", "checking", "checked", "loading", "failed")
KEPT = timedelta(days=30)  # after a batch has ended: what was refused goes back to the school


class Batch(Base):
    """Files that came together. `trouble` is the key of the sentence why it failed, its values."""

    __tablename__ = "batch"

    id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[str]
    who: Mapped[str]
    state: Mapped[str]
    begun: Mapped[str] = mapped_column(default="")  # when its process was started
    stage: Mapped[str] = mapped_column(default="")  # of a running one: what it does now
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    answered: Mapped[int] = mapped_column(default=0)  # since the last check
    snapshot: Mapped[str] = mapped_column(default="")  # what it was loaded into
    trouble: Mapped[str] = mapped_column(default="")
    about: Mapped[str] = mapped_column(default="{}")


class Given(Base):
    """One file as it was dropped: an archive is one."""

    __tablename__ = "batch_file"

    id: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[str] = mapped_column(sa.ForeignKey("batch.id"))
    path: Mapped[str]
    sha256: Mapped[str]


class Told(Base):
    """What a person says of a file that does not say it itself; the latest counts, none is lost."""

    __tablename__ = "batch_answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[str] = mapped_column(sa.ForeignKey("batch.id"))
    path: Mapped[str]
    key: Mapped[str]  # a field of importer.options.Options
    value: Mapped[str]
    at: Mapped[str]
    who: Mapped[str]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A batch as it stands now."""

    id: str
    at: str
    who: str
    state: State
    begun: str
    stage: str
    done: int
    total: int
    answered: int
    snapshot: str
    trouble: str
    about: Mapping[str, object]

    @property
    def is_running(self) -> bool:
        return self.state in RUNNING

    @property
    def is_open(self) -> bool:
        return self.state in OPEN


def create(store: Path, files: Iterable[tuple[str, str]], who: str) -> str:
    """A batch of (path, sha256); its id sorts by time."""
    name = f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"
    with session(store) as opened, opened.begin():
        opened.add(Batch(id=name, at=_now(), who=who, state="received"))
        opened.flush()
        opened.add_all(Given(batch_id=name, path=path, sha256=sha) for path, sha in files)
    return name


def find(store: Path, batch: str) -> Dropped | None:
    with session(store) as opened:
        found = opened.get(Batch, batch)
        return found and _dropped(found)


def batches(store: Path) -> list[Dropped]:
    """All of them, the newest first."""
    with session(store) as opened:
        return list(map(_dropped, opened.scalars(sa.select(Batch).order_by(Batch.id.desc()))))


def files(store: Path, batch: str) -> list[tuple[str, str]]:
    """(path, sha256) as they were dropped."""
    with session(store) as opened:
        mine = sa.select(Given).where(Given.batch_id == batch).order_by(Given.id)
        return [(given.path, given.sha256) for given in opened.scalars(mine)]


def answer(store: Path, batch: str, told: Iterable[tuple[str, str, str]], who: str) -> None:
    """(path, key, value) each; an empty value takes an answer back."""
    with session(store) as opened, opened.begin():
        rows = [
            Told(batch_id=batch, path=p, key=k, value=v, at=_now(), who=who) for p, k, v in told
        ]
        opened.add_all(rows)
        _add(opened, batch, len(rows))


def answered(store: Path, batch: str) -> None:
    """Something outside the batch was answered that its next check will see."""
    with session(store) as opened, opened.begin():
        _add(opened, batch, 1)


def answers(store: Path, batch: str) -> dict[str, dict[str, str]]:
    """By file the values by key, as they stand now."""
    found: dict[str, dict[str, str]] = {}
    with session(store) as opened:
        mine = sa.select(Told).where(Told.batch_id == batch).order_by(Told.id)
        for told in opened.scalars(mine):
            found.setdefault(told.path, {})[told.key] = told.value
    kept = {path: {k: v for k, v in said.items() if v} for path, said in found.items()}
    return {path: said for path, said in kept.items() if said}


def begin(store: Path, batch: str, state: State, stands: Iterable[str]) -> bool:
    """Turn to a running state, from one of those; False where somebody was quicker."""
    with session(store) as opened, opened.begin():
        mine = sa.update(Batch).where(Batch.id == batch, Batch.state.in_(tuple(stands)))
        fresh = {
            "begun": _now(),
            "stage": "waiting",
            "done": 0,
            "total": 0,
            "trouble": "",
            "about": "{}",
        }
        counted = {} if state == "loading" else {"answered": 0}
        return opened.execute(mine.values(state=state, **fresh, **counted)).rowcount == 1


def progress(store: Path, batch: str, stage: str, done: int, total: int) -> None:
    _set(store, batch, stage=stage, done=done, total=total)


def finish(store: Path, batch: str, state: State, snapshot: str = "") -> None:
    _set(store, batch, state=state, stage="", snapshot=snapshot)


def fail(store: Path, batch: str, key: str, about: Mapping[str, object]) -> None:
    said = json.dumps(dict(about), ensure_ascii=False, default=str)
    _set(store, batch, state="failed", stage="", trouble=key, about=said)


def discard(store: Path, batch: str) -> bool:
    """False while it is at work."""
    with session(store) as opened, opened.begin():
        mine = sa.update(Batch).where(Batch.id == batch, Batch.state.not_in(RUNNING))
        return opened.execute(mine.values(state="discarded", stage="")).rowcount == 1


def died(store: Path, found: Dropped, snapshot: str) -> None:
    """Its process is gone: loaded where it had made a snapshot, else failed. Nothing changes where
    it ended by itself while we looked, or another has begun."""
    ended = {"state": "loaded", "snapshot": snapshot}
    failed = {"state": "failed", "trouble": "error.batch_interrupted", "about": "{}"}
    with session(store) as opened, opened.begin():
        mine = sa.update(Batch).where(Batch.id == found.id, Batch.begun == found.begun)
        mine = mine.where(Batch.state.in_(RUNNING))
        opened.execute(mine.values(stage="", **(ended if snapshot else failed)))


def report_path(store: Path, batch: str) -> Path:
    return places.files(store) / f"batch-{batch}.json"


def needed(store: Path) -> set[str]:
    """Kept files that a batch may still be asked about, by sha256."""
    since = (datetime.now(UTC) - KEPT).isoformat(timespec="seconds")
    found: set[str] = set()
    for batch in batches(store) if places.state(store).exists() else ():
        if batch.state != "discarded" and (batch.is_open or batch.at >= since):
            found |= {sha256 for _, sha256 in files(store, batch.id)}
            found |= _reported(report_path(store, batch.id))
    return found


def _reported(path: Path) -> set[str]:
    if not path.exists():
        return set()
    told = json.loads(path.read_text(encoding="utf-8"))
    return {file["sha256"] for file in told["files"] if file["sha256"]}


def _set(store: Path, batch: str, **values: object) -> None:
    with session(store) as opened, opened.begin():
        opened.execute(sa.update(Batch).where(Batch.id == batch).values(**values))


def _add(opened: Session, batch: str, number: int) -> None:
    more = {"answered": Batch.answered + number}
    opened.execute(sa.update(Batch).where(Batch.id == batch).values(**more))


def _dropped(found: Batch) -> Dropped:
    values = {name: getattr(found, name) for name in Dropped.__slots__ if name != "about"}
    return Dropped(**values, about=json.loads(found.about))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
