"""The schema is what its version says: a change of it raises the number."""

import hashlib

import sqlalchemy as sa

from dashboard.store import schema, sql

DIGEST = {
    1: "f431e292c5513555",
    2: "5c233dfe8e31d612",
    3: "1b45299ccf14f416",
    4: "092f974916a9abc1",
    5: "d743c8da11f2f674",
    6: "4156821e39f4bc8f",
}


def _digest() -> str:
    tables = [
        (table.name, [(column.name, str(column.type)) for column in table.columns])
        for table in schema.metadata().sorted_tables
    ]
    views = [(name, sql.load(name).text) for name in (*sql.names("build"), *sql.names("derived"))]
    return hashlib.sha256(repr((sorted(tables), views)).encode()).hexdigest()[:16]


def test_a_changed_schema_has_a_new_version():
    """Raise VERSION in store/schema.py, then write the new digest here."""
    assert _digest() == DIGEST[schema.VERSION]


def test_a_snapshot_holds_every_table_with_its_origin(snapshot_of):
    inspector = sa.inspect(snapshot_of({}).engine)
    for table in schema.metadata().sorted_tables:
        there = {column["name"] for column in inspector.get_columns(table.name)}
        assert there == {column.name for column in table.columns}
        assert (
            not table.name.startswith("core_")
            or {"source_id", "source_sheet", "source_row"} <= there
        )
