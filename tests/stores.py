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
from dashboard.store import database, derived, places, rows, schema, snapshots
from dashboard.store import draft as drafts
from dashboard.store.transaction import Draft


def publish(settings: Settings, tables: Mapping[str, list[dict]]) -> str:
    """The rows of each table as a snapshot on top of what the store holds. Returns its id."""
    if settings.store.joinpath(places.POINTER).exists():
        return _on_top(settings, tables)
    moment = datetime.now(UTC)
    name, created = f"{moment:%Y%m%dT%H%M%S%fZ}", moment.isoformat(timespec="seconds")
    held = _filled(settings, name, created, tables)
    facts = {"id": name, "parent": None, "created": created, "files": [], "tables": held}
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


def _filled(
    settings: Settings, name: str, created: str, tables: Mapping[str, list[dict]]
) -> dict[str, int]:
    """The file of the snapshot. Returns how many rows stand in each table that has any."""
    path = places.database(settings.store, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    file, held = _empty()
    path.write_bytes(file)
    engine = database.writer(path, settings)
    with engine.connect() as connection:
        opened = Draft(settings.store, name, None, path, engine, connection)
        _lay_in(opened, tables)
        derived.build(connection)
        schema.write_meta(connection, "id", name)
        schema.write_meta(connection, "created", created)
        held |= {table: _count(connection, table) for table in tables}
        connection.commit()
    engine.dispose()
    return {table: number for table, number in held.items() if number}


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
