"""Open a snapshot's file: one engine a file, DuckDB held within its limits."""

import errno
from pathlib import Path

import duckdb
import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from dashboard.settings import Settings


def reader(path: Path, settings: Settings) -> sa.Engine:
    """Read-only, for the pages: no other file can be reached from a query."""
    engine = sa.create_engine(
        sa.URL.create("duckdb", database=str(path)),
        connect_args={"read_only": True, "config": _limits(settings)},
        isolation_level="AUTOCOMMIT",  # nothing to commit or roll back: a statement is all
        pool_reset_on_return=None,
        pool_size=32,
        max_overflow=32,
    )
    sa.event.listen(engine, "connect", _lock)
    return engine


def writer(path: Path, settings: Settings) -> sa.Engine:
    """For the one import that builds a new file aside."""
    engine = sa.create_engine(
        sa.URL.create("duckdb", database=str(path)),
        connect_args={"config": _limits(settings)},
        poolclass=NullPool,
    )
    sa.event.listen(engine, "handle_error", _as_of_the_disk)
    return engine


def _as_of_the_disk(context: sa.ExceptionContext) -> None:
    """A full or failing disk is told as everywhere else, whoever was writing."""
    error, said = context.original_exception, str(context.original_exception).splitlines()[0]
    of_files = isinstance(error, duckdb.IOException | duckdb.FatalException)
    if of_files or "Could not write file" in said:
        raise OSError(errno.EIO, said.rpartition(": ")[2]) from error


def _limits(settings: Settings) -> dict[str, str | int]:
    return {"memory_limit": settings.memory, "threads": settings.threads}


def _lock(connection: object, _record: object) -> None:
    """The order matters: a locked configuration takes no further word."""
    cursor = connection.cursor()
    cursor.execute("select current_setting('lock_configuration')")
    if not cursor.fetchone()[0]:
        cursor.execute("set temp_directory = ''")
        cursor.execute("set enable_external_access = false")
        cursor.execute("set lock_configuration = true")
    cursor.close()
