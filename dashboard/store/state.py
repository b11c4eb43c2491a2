"""What people write while they use the dashboard, kept beside the snapshots in `state.sqlite`."""

from functools import cache
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement
from sqlalchemy.sql.compiler import DDLCompiler

from dashboard.errors import UserError
from dashboard.store import places

WAIT = 10  # seconds for another process that is writing


class Base(DeclarativeBase):
    """The tables of the state."""


class StateTrouble(UserError):
    key = "error.state"


class _Session(Session):
    """What the disk or another process makes impossible reaches a person as a sentence."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        super().__exit__(kind, error, trace)
        if _of_the_file(error):
            raise StateTrouble(reason=error.orig) from error


def session(store: Path) -> Session:
    """A transaction of its own: `with session(store) as open, open.begin(): …`.

    Raises StateTrouble where the file cannot be read or written, also on leaving.
    """
    try:
        return _Session(_with_tables(places.state(store), len(Base.metadata.tables)))
    except sa.exc.DatabaseError as error:
        if not _of_the_file(error):
            raise
        raise StateTrouble(reason=error.orig) from error


def _of_the_file(error: BaseException | None) -> bool:
    """A full disk, a file that is no database: nothing that a row is to blame for."""
    return isinstance(error, sa.exc.OperationalError) or type(error) is sa.exc.DatabaseError


@cache
def _with_tables(path: Path, _known: int) -> sa.Engine:
    """Asked again once more tables are known: each module declares its own."""
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = _engine(path)
    with engine.begin() as connection:  # others may be making the same tables: workers, imports
        for table in Base.metadata.sorted_tables:
            connection.execute(CreateTable(table, if_not_exists=True))
            _bring_up(connection, table)
            for index in table.indexes:
                connection.execute(CreateIndex(index, if_not_exists=True))
    return engine


def _bring_up(connection: sa.Connection, table: sa.Table) -> None:
    """Columns that a file of an earlier version lacks: its rows hold nothing there."""
    there = {column["name"] for column in sa.inspect(connection).get_columns(table.name)}
    for column in table.columns:
        if column.name not in there:
            nothing = "0" if isinstance(column.type, sa.Integer) else "''"
            empty = {"nullable": column.nullable, "server_default": sa.text(nothing)}
            fresh = sa.Column(column.name, column.type, **empty)
            connection.execute(_AddColumn(table.name, fresh))


class _AddColumn(ExecutableDDLElement):
    def __init__(self, table: str, column: sa.Column) -> None:
        self.table, self.column = table, column


@compiles(_AddColumn)
def _add_column(element: _AddColumn, compiler: DDLCompiler, **_: object) -> str:
    table = compiler.preparer.quote(element.table)
    column = compiler.get_column_specification(element.column)
    return f"alter table {table} add column {column}"


@cache
def _engine(path: Path) -> sa.Engine:
    """Nothing is held open between uses, so that it may cross a fork."""
    url = sa.URL.create("sqlite", database=str(path))
    return sa.create_engine(url, connect_args={"timeout": WAIT}, poolclass=NullPool)
