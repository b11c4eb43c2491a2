"""What pages count from is made of the rows that stand, in every snapshot."""

import sqlalchemy as sa

from dashboard.store import derived, schema, upgrade
from dashboard.store import draft as drafts
from dashboard.store.current import Reader, open_snapshot
from tests.made_up_reading import child, tables
from tests.stores import publish


def _cells(snapshot) -> list[tuple]:
    return _rows(snapshot, "read_cells", "school_id", "listed")


def _rows(snapshot, table: str, *columns: str) -> list[tuple]:
    asked = sa.select(*map(sa.column, columns)).select_from(sa.table(table))
    with snapshot.engine.connect() as connection:
        return sorted(map(tuple, connection.execute(asked)))


def test_each_snapshot_counts_the_rows_that_stand_in_it(settings):
    first = publish(settings, tables([child("a"), child("b")]))
    second = publish(settings, {"reading": [child("c"), child("d", school_id="S2")]})
    assert _cells(open_snapshot(settings, first)) == [("S1", 2)]
    assert _cells(open_snapshot(settings, second)) == [("S1", 3), ("S2", 1)]


def test_an_older_snapshot_without_these_tables_is_given_them(settings, monkeypatch):
    with monkeypatch.context() as older:
        older.setattr(schema, "VERSION", schema.VERSION - 1)
        older.setattr(derived, "build", _as_before)
        older.setattr(derived, "read", lambda connection: None)
        publish(settings, {})
        publish(settings, tables([child("a"), child("b")]))
        assert "read_cells" not in sa.inspect(Reader(settings).current().engine).get_table_names()
    upgrade.bring_up_to_date(settings)
    assert _cells(Reader(settings).current()) == [("S1", 2)]


def _as_before(connection):
    """Version 4 had a view of that name and no such tables."""
    for name in derived.tables():
        connection.execute(sa.text(f"drop table if exists {name}"))
    connection.execute(sa.text("create or replace view tested as select 1 as child"))


def test_a_snapshot_is_read_whole_with_what_was_counted(settings, monkeypatch):
    read = []
    monkeypatch.setattr(derived, "read", lambda connection: read.extend(derived.tables()))
    with drafts.draft(settings.store, settings) as opened:
        drafts.publish(opened, {})
    assert {"child_tests", "read_cells", "growth_cells"} <= {*read}
