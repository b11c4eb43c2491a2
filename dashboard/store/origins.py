"""Which original files the snapshots of a store were made from."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import sqlalchemy as sa

from dashboard.errors import NoSnapshot
from dashboard.settings import Settings
from dashboard.store import database, places, schema


@dataclass(frozen=True, slots=True)
class Origin:
    """One original: the layouts that it was read by, and when it was imported last."""

    layouts: tuple[str, ...]
    imported: str


def origins(settings: Settings, snapshots: Iterable[str]) -> dict[str, Origin]:
    """By sha256, whatever version the snapshots are of; also those whose rows gave way later:
    to make a snapshot again takes all of them."""
    found: dict[str, Origin] = {}
    for name in snapshots:
        for sha256, layout, imported in _sources(settings, name):
            known = found.get(sha256, Origin((), ""))
            layouts = tuple(dict.fromkeys((*known.layouts, layout)))
            found[sha256] = Origin(layouts, max(known.imported, imported))
    return found


@lru_cache(maxsize=256)
def _sources(settings: Settings, name: str) -> tuple[tuple[str, str, str], ...]:
    """A snapshot never changes. One that cannot be read stops it all: nobody knows then what it
    needs."""
    path = places.database(settings.store, name)
    if not path.exists():
        raise NoSnapshot(store=settings.store)
    table = schema.metadata().tables["source"]
    engine = database.reader(path, settings)
    try:
        with engine.connect() as connection:
            chosen = sa.select(table.c.sha256, table.c.layout, table.c.imported)
            return tuple(tuple(row) for row in connection.execute(chosen))
    finally:
        engine.dispose()
