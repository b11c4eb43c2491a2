"""A snapshot whose originals were removed on purpose: the rebuild says which and when."""

import os
import time
from dataclasses import replace

import pytest
import sqlalchemy as sa

from dashboard.i18n import LANGUAGES, t
from dashboard.importer.children_listed import lists_children
from dashboard.importer.rebuild import rebuild
from dashboard.store import database, files, places, prune, removed, schema, snapshots
from tests.importer.handmade import Desk
from tests.importer.layout_samples import SAMPLES, written

YEAR_AGO = "2020-01-01T00:00:00+00:00"


@pytest.fixture
def pruned(district: Desk) -> tuple[Desk, str]:
    """A list of a class, imported long ago; and its sha256."""
    report = district.one(written(SAMPLES["class"], "csv"))
    assert report.status == "loaded"
    _date_back(district)
    settings = replace(district.settings, keep_originals_days=30)
    found = prune.prune(settings, lists_children)
    assert found.children == (report.sha256,)
    return district, report.sha256


def _date_back(desk: Desk) -> None:
    store = desk.settings.store
    path = places.database(store, snapshots.current(store))
    engine = database.writer(path, desk.settings)
    with engine.begin() as connection:
        table = schema.metadata().tables["source"]
        connection.execute(sa.update(table).values(imported=YEAR_AGO))
    engine.dispose()
    then = time.time() - 2 * prune.YOUNG
    for path in store.rglob("*"):
        os.utime(path, (then, then))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rebuild_says_what_was_removed_on_purpose_and_when(language, pruned):
    desk, sha256 = pruned
    with pytest.raises(removed.KeptRemoved) as told:
        rebuild(desk.settings)
    said = t(told.value.key, language, **told.value.about)
    assert sha256[: removed.SHA256] in said
    assert removed.removed(desk.settings.store)[sha256][:10] in said


def test_a_file_that_is_just_missing_is_still_called_missing(pruned):
    desk, sha256 = pruned
    other = next(path for path in places.files(desk.settings.store).iterdir() if not path.suffix)
    assert other.name != sha256
    other.unlink()
    removed.all_there(desk.settings.store, [other.name])
    with pytest.raises(files.KeptMissing):
        files.load(desk.settings.store, other.name)


def test_a_removed_file_that_is_back_is_no_trouble(pruned):
    desk, sha256 = pruned
    with pytest.raises(removed.KeptRemoved):
        removed.all_there(desk.settings.store, [sha256])
    (places.files(desk.settings.store) / sha256).write_bytes(b"again")
    removed.all_there(desk.settings.store, [sha256])  # raises no more
