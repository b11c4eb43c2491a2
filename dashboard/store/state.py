"""What people write while they use the dashboard, kept beside the snapshots in `state.sqlite`."""

from functools import cache
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.pool import NullPool

from dashboard.store import places

WAIT = 10  # seconds for another process that is writing


class Base(DeclarativeBase):
    """The tables of the state."""


def session(store: Path) -> Session:
    """A transaction of its own: `with session(store) as open, open.begin(): …`."""
    return Session(_engine(places.state(store)))


@cache
def _engine(path: Path) -> sa.Engine:
    """Nothing is held open between uses, so that it may cross a fork."""
    url = sa.URL.create("sqlite", database=str(path))
    engine = sa.create_engine(url, connect_args={"timeout": WAIT}, poolclass=NullPool)
    Base.metadata.create_all(engine)
    return engine
