"""state.sqlite of an earlier version, damaged, on a full disk: used on, or told in a sentence."""

import sqlite3
from contextlib import closing

import pytest
import sqlalchemy as sa

from dashboard.store import audit, batches, places, state


@pytest.fixture
def store(tmp_path):
    batches.create(tmp_path, [("a.csv", "f" * 64)], "aigul")
    audit.log(tmp_path, "looked", "here", "aigul")
    return tmp_path


def _written(store, *statements: str) -> None:
    """By another version of the program: this one has not looked at the file yet."""
    with closing(sqlite3.connect(places.state(store))) as opened, opened:
        for statement in statements:
            opened.execute(statement)
    state._with_tables.cache_clear()


def test_columns_that_an_earlier_version_did_not_have_are_added(store):
    lacking = ("answered", "snapshot")
    _written(store, *(f"alter table batch drop column {name}" for name in lacking))
    (found,) = batches.batches(store)
    assert (found.who, found.answered, found.snapshot) == ("aigul", 0, "")
    batches.answered(store, found.id)
    assert batches.find(store, found.id).answered == 1


def test_what_was_written_before_stays(store):
    _written(store, "alter table audit drop column who")
    audit.log(store, "looked", "there", "nurlan")
    assert [(one.detail, one.who) for one in audit.entries(store)] == [
        ("here", ""),
        ("there", "nurlan"),
    ]


def test_a_file_that_is_no_database_is_told_in_a_sentence(store):
    places.state(store).write_bytes(b"no database " * 999)
    state._with_tables.cache_clear()
    with pytest.raises(state.StateTrouble) as told:
        batches.batches(store)
    assert "not a database" in str(told.value.about["reason"])


def test_what_cannot_be_written_is_told_in_a_sentence(store):
    _written(
        store, "create trigger full before insert on audit begin select raise(abort, 'x'); end"
    )
    with pytest.raises(sa.exc.IntegrityError):  # a row is to blame: that is no trouble of the disk
        audit.log(store, "looked", "here")
    _written(store, "drop table audit", "create view audit as select 1 as id")
    with pytest.raises(state.StateTrouble):
        audit.log(store, "looked", "here")
