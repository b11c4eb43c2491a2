"""What people write while they use the dashboard, kept beside the snapshots in `state.sqlite`."""

from functools import cache
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import CreateIndex, CreateTable

from dashboard.store import places

WAIT = 10  # seconds for another process that is writing


class Base(DeclarativeBase):
    """The tables of the state."""


def session(store: Path) -> Session:
    """A transaction of its own: `with session(store) as open, open.begin(): …`."""
    return Session(_with_tables(places.state(store), len(Base.metadata.tables)))


@cache
def _with_tables(path: Path, _known: int) -> sa.Engine:
    """Asked again once more tables are known: each module declares its own."""
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = _engine(path)
    with engine.begin() as connection:  # others may be making the same tables: workers, imports
        for table in Base.metadata.sorted_tables:
            connection.execute(CreateTable(table, if_not_exists=True))
            for index in table.indexes:
                connection.execute(CreateIndex(index, if_not_exists=True))
    return engine


@cache
def _engine(path: Path) -> sa.Engine:
    """Nothing is held open between uses, so that it may cross a fork."""
    url = sa.URL.create("sqlite", database=str(path))
    return sa.create_engine(url, connect_args={"timeout": WAIT}, poolclass=NullPool)
