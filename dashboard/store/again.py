"""The rows of a draft made anew, beside the snapshot that it was made from: what differs?"""

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import ExecutableDDLElement
from sqlalchemy.sql.compiler import DDLCompiler

from dashboard.spec import core
from dashboard.store import places, reference, schema
from dashboard.store.transaction import Draft

IN_USE = "in_use"  # under this name the draft sees the snapshot in use
SHOWN = 20  # rows of one table and one side that are told one by one
# Its own id and moment are never the same; what people put right stands in no file.
SILENT = ("meta", "correction")
# Columns that cannot hold a person's name, nor a word that somebody wrote.
SAFE = ("school", "subject", "year", "period", "round", "grade", "date", "choice")


@dataclass(frozen=True, slots=True)
class Row:
    """Where it came from, and what it is of: codes alone, never a person's name."""

    source_id: int
    number: int | None  # as the row is numbered in its file
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Of one table; of many rows the first are named."""

    table: str
    in_use: int  # rows that only the snapshot in use has
    anew: int  # rows that are only there when it is made again
    rows_in_use: tuple[Row, ...]
    rows_anew: tuple[Row, ...]


def empty(draft: Draft) -> None:
    """As before the first import: nothing but what ships with Tirek."""
    for table in _tables():
        draft.connection.execute(sa.delete(table))
    schema.write_meta(draft.connection, "reference", "")
    reference.load(draft)


def differences(draft: Draft) -> list[Difference]:
    """Row by row, whatever their order; empty when all are the same."""
    draft.connection.execute(_Attach(places.database(draft.store, draft.parent).as_posix()))
    there = _columns_in_use(draft.connection)
    found = (_difference(draft.connection, table, there) for table in _tables())
    return [one for one in found if one.in_use or one.anew]


def _tables() -> list[sa.Table]:
    return [table for table in schema.metadata().sorted_tables if table.name not in SILENT]


def _difference(connection: sa.Connection, table: sa.Table, there: frozenset) -> Difference:
    old, new = _of_snapshot(table, there), sa.select(*table.columns)
    gone, come = sa.except_all(old, new), sa.except_all(new, old)
    return Difference(
        table.name.removeprefix("core_"),
        in_use := _count(connection, gone),
        anew := _count(connection, come),
        tuple(_rows(connection, table, gone)) if in_use else (),
        tuple(_rows(connection, table, come)) if anew else (),
    )


def _of_snapshot(table: sa.Table, there: frozenset) -> sa.Select:
    """A column that an older snapshot lacks holds nothing; a table that it lacks has no rows."""
    if not any(name == table.name for name, _ in there):
        return sa.select(*(sa.null() for _ in table.columns)).where(sa.false())
    columns = (sa.column(column.name, column.type) for column in table.columns)
    target = sa.table(table.name, *columns, schema=IN_USE)
    return sa.select(*(c if (table.name, c.name) in there else sa.null() for c in target.columns))


def _columns_in_use(connection: sa.Connection) -> frozenset[tuple[str, str]]:
    found = sa.table("columns", *map(sa.column, ("table_catalog", "table_name", "column_name")))
    found.schema = "information_schema"
    chosen = sa.select(found.c.table_name, found.c.column_name)
    rows = connection.execute(chosen.where(found.c.table_catalog == IN_USE))
    return frozenset(tuple(row) for row in rows)


def _count(connection: sa.Connection, chosen: sa.CompoundSelect) -> int:
    return connection.execute(
        sa.select(sa.func.count()).select_from(chosen.subquery())
    ).scalar_one()


def _rows(connection: sa.Connection, table: sa.Table, chosen: sa.CompoundSelect) -> Iterator[Row]:
    found = chosen.subquery()
    number = found.c.source_row if "source_row" in found.c else sa.null().label("source_row")
    key = _safe_key(table)
    columns = (found.c.source_id, number, *(found.c[name] for name in key))
    ordered = sa.select(*columns).order_by(found.c.source_id, number, *columns[2:]).limit(SHOWN)
    for source_id, row, *values in connection.execute(ordered):
        yield Row(source_id, row, tuple(str(value) for value in values if value is not None))


def _safe_key(table: sa.Table) -> list[str]:
    name = table.name.removeprefix("core_")
    if name == table.name:  # a source, or how often a check spoke
        return [column.name for column in table.columns if column.name == "check_name"]
    spec = core.tables()[name]
    return [part for part in spec.key if spec.columns[part].type in SAFE]


class _Attach(ExecutableDDLElement):
    def __init__(self, path: str) -> None:
        self.path = path


@compiles(_Attach)
def _attach(element: _Attach, compiler: DDLCompiler, **_: object) -> str:
    path = compiler.sql_compiler.render_literal_value(element.path, sa.Text())
    return f"attach {path} as {IN_USE} (read_only)"
