"""Tables counted from the imported rows once, when a snapshot is made: pages count from these."""

import sqlalchemy as sa

from dashboard.store import sql


def build(connection: sa.Connection) -> None:
    """Make them anew from the rows that stand now, each from those before it."""
    for name in sql.names("derived"):
        connection.execute(sql.load(name).statement)


def read(connection: sa.Connection) -> None:
    """Every block of them, from the disk."""
    inspector = sa.inspect(connection)
    for name in tables():
        columns = (sa.column(column["name"]) for column in inspector.get_columns(name))
        whole = sa.select(*(sa.func.count(column) for column in columns))
        connection.execute(whole.select_from(sa.table(name))).all()


def tables() -> list[str]:
    return [name.split("_", 1)[1] for name in sql.names("derived")]
