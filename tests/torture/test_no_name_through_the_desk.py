"""The same files through the import desk: dropped, checked, answered, loaded, corrected, undone.

No name of a pupil lies anywhere but in files/, and the kept files alone give the same rows again.
"""

import io
import logging
import shutil

import pytest

from dashboard.importer import asked_names, desk_batch, desk_report
from dashboard.importer.rebuild import rebuild
from dashboard.panels.desk_asked import KEYS
from dashboard.settings import Settings
from dashboard.store import places, snapshots
from tests.desk_at_once import at_once
from tests.importer.course_lists import COURSES
from tests.torture.test_no_name_is_kept import WORDS, _encoded, _files, _Heard, _named_in

SAID = {"year": "2026-2027", "period": "Q1", "round": "start", "school": "S05"}
KNOWN = {"school": {"S05": ""}, "subject": {"physics": ""}, "course": {}}


@pytest.fixture(scope="module")
def through(known_schools, tmp_path_factory):
    settings = Settings(store=tmp_path_factory.mktemp("desk") / "store", memory="256MB")
    shutil.copytree(known_schools, settings.store)
    heard = _Heard()
    logging.getLogger().addHandler(heard)
    with pytest.MonkeyPatch.context() as patched:
        at_once(patched)
        loaded = _loaded(settings)
    logging.getLogger().removeHandler(heard)
    return settings, loaded, "\n".join(heard.lines)


def _loaded(settings: Settings) -> desk_batch.Dropped:
    given = {"courses.csv": COURSES.encode()} | _files()
    batch = desk_batch.receive([(n, io.BytesIO(d)) for n, d in given.items()], settings, "aigul")
    found = desk_report.read(settings.store, batch)
    told = [
        (one.file.path, key, SAID[key])
        for one in found
        for problem in one.file.problems
        if (key := KEYS.get(problem.check)) in SAID
    ]
    desk_batch.answer(settings, batch, told, "aigul")
    subjects = [
        a for a in asked_names.asked(found) if a.kind == "subject" and not _named_in(a.text)
    ]
    names = [("subject", one.text, "physics", 0) for one in subjects]
    asked_names.save(settings.store, names, KNOWN, "aigul")
    desk_batch.check_again(settings, batch)
    desk_batch.load(settings, batch, "nurlan")
    return desk_batch.look(settings, batch)


def test_the_files_name_pupils_and_are_loaded(through):
    """Else the other promises would be empty."""
    settings, loaded, _ = through
    kept = [path for path in places.files(settings.store).iterdir() if path.is_file()]
    assert any(WORDS[0].encode() in path.read_bytes() for path in kept)
    assert loaded.state == "loaded"
    assert loaded.snapshot == snapshots.current(settings.store)


def test_no_byte_outside_the_kept_files_names_a_pupil(through):
    settings, _, logged = through
    files = places.files(settings.store)
    every = [path for path in settings.store.rglob("*") if path.is_file()]
    outside = [path for path in every if files not in path.parents]
    assert places.state(settings.store) in outside
    wanted = _encoded()
    assert not [path.name for path in outside for word in wanted if word in path.read_bytes()]
    assert not _named_in(logged)


def test_the_kept_files_and_the_answers_give_the_same_rows_again(through):
    settings, _, _ = through
    assert rebuild(settings).differences == ()
