"""The tables of a snapshot, made from their specs; the version they are of."""

from functools import cache

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import ExecutableDDLElement
from sqlalchemy.sql.compiler import DDLCompiler

from dashboard.spec import core
from dashboard.store import sql

VERSION = 6  # raised when an older snapshot needs more than new tables and columns

KINDS = {
    "text": sa.Text,
    "integer": sa.Integer,
    "number": sa.Double,
    "date": sa.Date,
    "flag": sa.Boolean,
}


@cache
def metadata() -> sa.MetaData:
    """Every core_* table with its origin columns, and what a snapshot knows of itself."""
    found = sa.MetaData()
    for table in core.tables().values():
        _core(found, table)
    sa.Table("meta", found, sa.Column("name", sa.Text), sa.Column("value", sa.Text))
    sa.Table(
        "source",
        found,
        sa.Column("source_id", sa.Integer, autoincrement=False),
        *(sa.Column(name, sa.Text) for name in ("sha256", "name", "layout", "options", "scope")),
        sa.Column("rows_loaded", sa.Integer),
        sa.Column("rows_waiting", sa.Integer),
        sa.Column("imported", sa.Text),
    )
    sa.Table(
        "problem",
        found,
        sa.Column("source_id", sa.Integer, autoincrement=False),
        sa.Column("check_name", sa.Text),
        sa.Column("severity", sa.Text),
        sa.Column("count", sa.Integer),
    )
    _correction(found)
    return found


def core_table(name: str) -> sa.Table:
    return metadata().tables[f"core_{name}"]


def _core(found: sa.MetaData, table: core.CoreTable) -> None:
    columns = (
        sa.Column(column.name, KINDS[core.TYPES[column.type]]) for column in table.columns.values()
    )
    sa.Table(
        f"core_{table.name}",
        found,
        *columns,
        sa.Column("source_id", sa.Integer, autoincrement=False),
        sa.Column("source_sheet", sa.Text),
        sa.Column("source_row", sa.Integer),
    )


def _correction(found: sa.MetaData) -> None:
    """A cell that a person has put right; its row in core_* holds the value `corrected`."""
    names = ("table_name", "key", "column_name", "imported", "corrected")
    names += ("who", "at", "why", "withdrawn_by", "withdrawn_at", "state")
    number = sa.Column("correction_id", sa.Integer, autoincrement=False)
    sa.Table("correction", found, number, *(sa.Column(name, sa.Text) for name in names))


def bring_up(connection: sa.Connection) -> None:
    """Add what a snapshot of an older version lacks: tables, columns, views; set the version."""
    metadata().create_all(connection)
    there = _columns(connection)
    for table in metadata().sorted_tables:
        for column in table.columns:
            if (table.name, column.name) not in there:
                connection.execute(_AddColumn(column))
    for name in sql.names("build"):
        connection.execute(sql.load(name).statement)
    write_meta(connection, "schema_version", str(VERSION))


def _columns(connection: sa.Connection) -> frozenset[tuple[str, str]]:
    """(table, column) of all there are: asked once, not once a table."""
    names = map(sa.column, ("table_name", "column_name"))
    found = sa.table("columns", *names, schema="information_schema")
    return frozenset(map(tuple, connection.execute(sa.select(*found.c))))


class _AddColumn(ExecutableDDLElement):
    def __init__(self, column: sa.Column) -> None:
        self.column = column


@compiles(_AddColumn)
def _add_column(element: _AddColumn, compiler: DDLCompiler, **_: object) -> str:
    table = compiler.preparer.format_table(element.column.table)
    return f"alter table {table} add column {compiler.get_column_specification(element.column)}"


def read_meta(connection: sa.Connection) -> dict[str, str]:
    """What a snapshot says of itself; empty for a file that is no snapshot of ours."""
    if not sa.inspect(connection).has_table("meta"):
        return {}
    meta = metadata().tables["meta"]
    return dict(connection.execute(sa.select(meta.c.name, meta.c.value)).all())


def write_meta(connection: sa.Connection, name: str, value: str) -> None:
    meta = metadata().tables["meta"]
    connection.execute(sa.delete(meta).where(meta.c.name == name))
    connection.execute(sa.insert(meta).values(name=name, value=value))
