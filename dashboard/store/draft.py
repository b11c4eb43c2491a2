"""A new snapshot beside the one in use: whole and in place, or thrown away."""

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from filelock import FileLock

from dashboard.settings import Settings
from dashboard.store import corrections, database, derived, places, reference, schema, snapshots
from dashboard.store.transaction import Draft


@contextmanager
def draft(store: Path, settings: Settings) -> Iterator[Draft]:
    """A draft made from the snapshot in use; gone on leaving unless it was published. Its rows
    are as the files say: what people put right is laid on again when it is published.

    One import at a time: a second one waits here for the first. What a killed import
    left behind is swept away first.
    """
    places.snapshots(store).mkdir(parents=True, exist_ok=True)
    with FileLock(store / ".lock"):
        _sweep(store)
        opened = _open(store, settings)
        try:
            schema.bring_up(opened.connection)
            corrections.put_back(opened.connection)
            reference.load(opened)
            yield opened
        finally:
            _close(opened)
            opened.path.unlink(missing_ok=True)
            _log(opened.path).unlink(missing_ok=True)


def publish(draft: Draft, summary: Mapping) -> str:
    """Count what pages count from, commit, read the whole file once, put it in place, point to it.
    Returns its id."""
    created = datetime.now(UTC).isoformat(timespec="seconds")
    for name, value in (("id", draft.id), ("parent", draft.parent or ""), ("created", created)):
        schema.write_meta(draft.connection, name, value)
    corrections.lay_on(draft.connection)
    derived.build(draft.connection)
    rows = _rows(draft.connection)
    draft.connection.commit()
    _close(draft)
    _all_in_one(draft.path)
    _check(draft.path, rows)
    os.replace(draft.path, places.database(draft.store, draft.id))
    facts = {"id": draft.id, "parent": draft.parent, "created": created, "tables": rows}
    snapshots.write_summary(draft.store, draft.id, facts | dict(summary))
    snapshots.point(draft.store, draft.id)
    return draft.id


def _open(store: Path, settings: Settings) -> Draft:
    parent = snapshots.current_or_none(store)
    name = f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"
    path = places.snapshots(store) / f".draft-{name}"
    if parent is not None:
        shutil.copyfile(places.database(store, parent), path)
    engine = database.writer(path, settings)
    try:
        return Draft(store, name, parent, path, engine, engine.connect())
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _close(draft: Draft) -> None:
    """Rolls back what is not committed; DuckDB writes its log into the file."""
    draft.connection.close()
    draft.engine.dispose()


def _sweep(store: Path) -> None:
    """Under the lock nobody else has a draft: whatever is here was left by a dead import."""
    for left in (*places.snapshots(store).glob(".*"), *store.glob(".current.*.new")):
        left.unlink(missing_ok=True)
    for path in places.snapshots(store).glob("*.duckdb"):
        if not path.with_suffix(".json").exists():  # killed before it was told of
            path.unlink()


def _rows(connection: sa.Connection) -> dict[str, int]:
    count = sa.select(sa.func.count())
    return {
        table.name.removeprefix("core_"): number
        for table in schema.metadata().sorted_tables
        if table.name.startswith("core_")
        and (number := connection.execute(count.select_from(table)).scalar_one())
    }


def _all_in_one(path: Path) -> None:
    """On a full disk DuckDB leaves the rows in its log and says nothing: the file is not whole."""
    if _log(path).exists():
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}.wal")


def _check(path: Path, rows: Mapping[str, int]) -> None:
    """Read every block again from the disk: a snapshot that cannot be read is never used."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
    engine = database.writer(path, Settings())
    with engine.connect() as connection:
        if _rows(connection) != rows:
            raise OSError(f"{path} does not hold what was written")
        for table in schema.metadata().sorted_tables:
            whole = sa.select(*(sa.func.count(column) for column in table.columns))
            connection.execute(whole).all()
        derived.read(connection)
    engine.dispose()
