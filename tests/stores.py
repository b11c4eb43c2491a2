"""Rows in a store without an import, for tests that ask what is made of them.

The rounds of an import (the tables, the shipped rows, the whole file read again) are walked once,
for an empty store; every other one begins as its copy. What those rounds promise, tests/store asks.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from dashboard.settings import Settings
from dashboard.store import corrections, database, derived, places, rows, schema, snapshots
from dashboard.store import draft as drafts
from dashboard.store.transaction import Draft


def publish(settings: Settings, tables: Mapping[str, list[dict]]) -> str:
    """The rows of each table as a snapshot on top of what the store holds. Returns its id."""
    if settings.store.joinpath(places.POINTER).exists():
        return _on_top(settings, tables)
    return _beside(settings, tables, None, *_empty())


def publish_more(settings: Settings, tables: Mapping[str, list[dict]]) -> str:
    """On top of what the store holds, while nobody else is at it, without the rounds."""
    parent = snapshots.current(settings.store)
    file = places.database(settings.store, parent).read_bytes()
    held = snapshots.describe(settings.store, parent)["tables"]
    return _beside(settings, tables, parent, file, held)


def _beside(
    settings: Settings,
    tables: Mapping[str, list[dict]],
    parent: str | None,
    file: bytes,
    held: dict[str, int],
) -> str:
    """The rows laid into that file, which holds so many of each table, and put into use."""
    moment = datetime.now(UTC)
    name, created = f"{moment:%Y%m%dT%H%M%S%fZ}", moment.isoformat(timespec="seconds")
    path = places.database(settings.store, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file)
    engine = database.writer(path, settings)
    with engine.connect() as connection:
        opened = Draft(settings.store, name, parent, path, engine, connection)
        held |= _filled(opened, created, tables)
    engine.dispose()
    held = {table: number for table, number in held.items() if number}
    facts = {"id": name, "parent": parent, "created": created, "files": [], "tables": held}
    snapshots.write_summary(settings.store, name, facts)
    snapshots.point(settings.store, name)
    return name


def _on_top(settings: Settings, tables: Mapping[str, list[dict]]) -> str:
    with drafts.draft(settings.store, settings) as opened:
        _lay_in(opened, tables)
        return drafts.publish(opened, {"files": []})


def _lay_in(opened: Draft, tables: Mapping[str, list[dict]]) -> None:
    for name, table in tables.items():
        rows.replace(opened, name, table, 1)


def _filled(opened: Draft, created: str, tables: Mapping[str, list[dict]]) -> dict[str, int]:
    """How many rows stand in each of the tables."""
    corrections.put_back(opened.connection)
    _lay_in(opened, tables)
    corrections.lay_on(opened.connection)
    derived.build(opened.connection)
    for name, value in (("id", opened.id), ("parent", opened.parent or ""), ("created", created)):
        schema.write_meta(opened.connection, name, value)
    held = {table: _count(opened.connection, table) for table in tables}
    opened.connection.commit()
    return held


def _count(connection: sa.Connection, table: str) -> int:
    count = sa.select(sa.func.count()).select_from(schema.core_table(table))
    return connection.execute(count).scalar_one()


def _empty() -> tuple[bytes, dict[str, int]]:
    file, held = _empty_once()
    return file, dict(held)


@cache
def _empty_once() -> tuple[bytes, dict[str, int]]:
    """The file of a store without any row but those that ship with Tirek."""
    with TemporaryDirectory() as folder:
        store = Path(folder)
        name = _on_top(Settings(store=store, memory="256MB", threads=1), {})
        file = places.database(store, name).read_bytes()
        return file, snapshots.describe(store, name)["tables"]
