"""Cells that people put right by hand: they stand in the snapshot and travel with its drafts.

A row in use holds the corrected value, its correction what the file says. In a draft every row is
as its file says; at the end the corrections are laid on again, where the file still says the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

import sqlalchemy as sa

from dashboard.spec import core
from dashboard.spec.correctable import correctable, key_read, text, typed
from dashboard.store import schema
from dashboard.store.current import Snapshot
from dashboard.store.kept import Kept

OPEN = "open"  # in a draft, until it is seen what its rows have become
USED = "used"
STALE = "stale"  # the file says something else now: somebody has to look again
SETTLED = "settled"  # the file itself says the corrected value
WAITING = "waiting"  # the row is gone; it counts again if the row comes back
REPLACED = "replaced"  # somebody put the same cell right later
WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Correction:
    """Values and key are texts as spec/correctable.py writes them; moments are UTC, ISO 8601."""

    correction_id: int
    table_name: str
    key: str
    column_name: str
    imported: str
    corrected: str
    who: str
    at: str
    why: str
    withdrawn_by: str = ""
    withdrawn_at: str = ""
    state: str = OPEN

    @property
    def cell(self) -> tuple[str, str, str]:
        return self.table_name, self.key, self.column_name

    @property
    def live(self) -> bool:
        return not self.withdrawn_at

    def key_values(self) -> dict[str, object] | None:
        """None where the program has no such cell any more."""
        try:
            key = key_read(core.tables()[self.table_name], self.key)
        except (KeyError, ValueError):
            return None
        return key if self.column_name in correctable(self.table_name) else None


def all_of(connection: sa.Connection) -> list[Correction]:
    """In the order in which they were made."""
    table = _table()
    rows = connection.execute(sa.select(*table.columns).order_by(table.c.correction_id))
    return [Correction(**row._mapping) for row in rows]


def put_back(connection: sa.Connection) -> None:
    """Every row as its file says. To do it twice changes nothing."""
    for one in all_of(connection):
        if one.state == USED:
            _write(connection, one, one.imported)
            _set(connection, one, state=OPEN)


def lay_on(connection: sa.Connection) -> None:
    """The last correction of each cell, where its row says what it said when it was made."""
    put_back(connection)
    found = all_of(connection)
    last = {one.cell: one.correction_id for one in found if one.live}
    for one in found:
        if one.live:
            is_last = last[one.cell] == one.correction_id
            _set(connection, one, state=_laid(connection, one) if is_last else REPLACED)


def _laid(connection: sa.Connection, one: Correction) -> str:
    """Returns what became of it."""
    said = _now(connection, one)
    if said is None:
        return WAITING
    if said == one.corrected:
        return SETTLED
    if said != one.imported:
        return STALE
    _write(connection, one, one.corrected)
    return USED


def _now(connection: sa.Connection, one: Correction) -> str | None:
    """What the row says; None where it is gone."""
    key = one.key_values()
    found = None if key is None else row(connection, one.table_name, key)
    return None if found is None else text(found[one.column_name])


def row(connection: sa.Connection, table: str, key: Mapping[str, object]) -> dict | None:
    """One row of a canonical table as it stands."""
    target = schema.core_table(table)
    found = connection.execute(sa.select(*target.columns).where(*_same(target, key))).first()
    return None if found is None else dict(found._mapping)


def add(connection: sa.Connection, one: Correction) -> int:
    """Its own number is given to it here."""
    table = _table()
    highest = connection.execute(sa.select(sa.func.max(table.c.correction_id))).scalar()
    number = (highest or 0) + 1
    connection.execute(sa.insert(table).values(**asdict(one) | {"correction_id": number}))
    return number


def withdraw(connection: sa.Connection, one: Correction, who: str, at: str) -> None:
    """In a draft: its row says what the file says already."""
    _set(connection, one, state=WITHDRAWN, withdrawn_by=who, withdrawn_at=at)


def of_snapshot(snapshot: Snapshot) -> tuple[Correction, ...]:
    return _of_snapshot(snapshot)


def used(snapshot: Snapshot, tables: Iterable[str]) -> list[Correction]:
    """Those that stand behind the numbers counted from some tables."""
    wanted = set(tables)
    return [o for o in of_snapshot(snapshot) if o.state == USED and o.table_name in wanted]


def said_now(snapshot: Snapshot, one: Correction) -> str | None:
    """What the row of a correction says now; None where it is gone."""
    with snapshot.engine.connect() as connection:
        return _now(connection, one)


def _read(snapshot: Snapshot) -> tuple[Correction, ...]:
    with snapshot.engine.connect() as connection:
        return tuple(all_of(connection))


_of_snapshot = Kept(_read, size=4)


def _write(connection: sa.Connection, one: Correction, written: str) -> None:
    key = one.key_values()
    if key is not None:
        target = schema.core_table(one.table_name)
        column = core.tables()[one.table_name].columns[one.column_name]
        mine = sa.update(target).where(*_same(target, key))
        connection.execute(mine.values({one.column_name: typed(column, written)}))


def _set(connection: sa.Connection, one: Correction, **values: str) -> None:
    table = _table()
    mine = sa.update(table).where(table.c.correction_id == one.correction_id)
    connection.execute(mine.values(**values))


def _same(target: sa.Table, key: Mapping[str, object]) -> list[sa.ColumnElement[bool]]:
    return [target.c[name].is_not_distinct_from(value) for name, value in key.items()]


def _table() -> sa.Table:
    return schema.metadata().tables["correction"]
