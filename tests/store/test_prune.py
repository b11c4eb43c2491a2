"""What may go goes, and nothing else: not what is in use, kept for good, young or needed."""

import os
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from dashboard.errors import NoSnapshot, WrongCall
from dashboard.importer.children_listed import lists_children
from dashboard.settings import Settings
from dashboard.store import audit, batches, files, frozen, places, prune, removed, snapshots
from dashboard.store import draft as drafts
from dashboard.store.in_use import open_elsewhere
from dashboard.store.schema import metadata

OLD = 2 * prune.YOUNG


def _publish(settings: Settings, sources: dict[str, str] | None = None, days: int = 0) -> str:
    """A snapshot on top of the one in use; `sources` are the contents of its files by layout."""
    at = (datetime.now(UTC) - timedelta(days=days)).isoformat()
    with drafts.draft(settings.store, settings) as opened:
        for number, (layout, content) in enumerate((sources or {}).items()):
            sha256 = files.keep(settings.store, content.encode(), "a.csv", {})
            row = {"source_id": number, "sha256": sha256, "layout": layout, "imported": at}
            opened.connection.execute(sa.insert(metadata().tables["source"]).values(**row))
        return drafts.publish(opened, {"files": []})


def _age(settings: Settings) -> None:
    """As if nobody had touched the store for hours."""
    then = time.time() - OLD
    for path in settings.store.rglob("*"):
        os.utime(path, (then, then))


def _there(settings: Settings) -> list[str]:
    return [one["id"] for one in snapshots.history(settings.store)]


def _kept(settings: Settings, content: str) -> bool:
    return (places.files(settings.store) / files.fingerprint(content.encode())).exists()


@pytest.fixture
def few(settings: Settings) -> Settings:
    return replace(settings, keep_snapshots=2)


def test_the_oldest_go_and_the_latest_stay(few):
    made = [_publish(few) for _ in range(5)]
    _age(few)
    gone = prune.prune(few, lists_children)
    assert gone.snapshots == tuple(made[:3])
    assert _there(few) == made[3:]
    assert not places.database(few.store, made[0]).exists()
    assert gone.size > 0


def test_a_check_removes_nothing(few):
    made = [_publish(few) for _ in range(4)]
    _age(few)
    assert prune.plan(few, lists_children).snapshots == tuple(made[:2])
    assert _there(few) == made


def test_nothing_younger_than_an_hour_goes(few):
    made = [_publish(few) for _ in range(4)]
    assert prune.prune(few, lists_children).is_empty
    assert _there(few) == made


def test_what_is_in_use_and_its_way_back_stay_however_old(few):
    made = [_publish(few) for _ in range(6)]
    snapshots.point(few.store, made[1])
    _age(few)
    prune.prune(few, lists_children)
    assert _there(few) == [made[0], made[1], made[4], made[5]]
    assert snapshots.undo(few.store) == made[0]


def test_one_that_was_just_taken_back_stays(settings):
    none = replace(settings, keep_snapshots=0)
    made = [_publish(none) for _ in range(3)]
    _age(none)
    snapshots.undo(none.store)
    prune.prune(none, lists_children)
    assert _there(none) == made
    _age(none)
    prune.prune(none, lists_children)
    assert _there(none) == made[:2]


def test_one_kept_for_good_stays_until_it_is_kept_no_longer(few):
    made = [_publish(few) for _ in range(5)]
    frozen.freeze(few.store, made[0], "collegium of 12 November", "Aigul")
    _age(few)
    assert prune.prune(few, lists_children).snapshots == tuple(made[1:3])
    frozen.thaw(few.store, made[0], "Aigul")
    assert prune.prune(few, lists_children).snapshots == (made[0],)


def test_freezing_twice_is_once_and_a_later_thaw_ends_it(few):
    made = _publish(few)
    frozen.freeze(few.store, made, "first", "A")
    frozen.freeze(few.store, made, "second", "B")
    kept = frozen.frozen(few.store)[made]
    assert (kept.why, kept.who) == ("first", "A")
    frozen.thaw(few.store, made)
    assert not frozen.frozen(few.store)


def test_only_a_snapshot_that_is_there_can_be_kept_for_good(few):
    _publish(few)
    with pytest.raises(WrongCall):
        frozen.freeze(few.store, "../current")


def test_one_that_another_process_reads_stays(few, monkeypatch):
    made = [_publish(few) for _ in range(4)]
    _age(few)
    read = places.database(few.store, made[0])
    monkeypatch.setattr(prune, "open_elsewhere", lambda path: path == read)
    assert prune.prune(few, lists_children).snapshots == (made[1],)


@pytest.mark.skipif(os.name != "posix", reason="other systems refuse to remove an open file")
def test_a_file_that_another_process_has_open_is_noticed(few):
    from tests.store.reading_process import reading

    path = places.database(few.store, _publish(few))
    assert not open_elsewhere(path)
    with reading(path):
        assert open_elsewhere(path)
    assert not open_elsewhere(path)


def test_originals_of_kept_snapshots_stay_and_the_others_go_with_their_notes(few):
    _publish(few, {"marks": "first"})
    for content in ("second", "third", "fourth"):
        with drafts.draft(few.store, few) as opened:
            opened.connection.execute(sa.delete(metadata().tables["source"]))
            drafts.publish(opened, {"files": []})
        _publish(few, {"marks": content})
    _age(few)
    prune.prune(few, lists_children)
    assert [_kept(few, text) for text in ("first", "second", "third", "fourth")] == [
        *(False, False, False),
        True,
    ]
    assert len(list(places.files(few.store).glob("*.json"))) == 1
    assert not removed.removed(few.store)  # nothing that a snapshot needs went


def test_originals_of_an_open_batch_stay(few):
    _publish(few)
    sha256 = files.keep(few.store, b"dropped", "a.csv", {})
    batch = batches.create(few.store, [("a.csv", sha256)], "")
    _age(few)
    prune.prune(few, lists_children)
    assert _kept(few, "dropped")
    batches.finish(few.store, batch, "discarded")
    _age(few)
    prune.prune(few, lists_children)
    assert not _kept(few, "dropped")


def test_the_report_of_a_batch_goes_with_it(few):
    """It may quote a cell with a child's name."""
    _publish(few)
    batch = batches.create(few.store, [], "")
    report = batches.report_path(few.store, batch)
    places.files(few.store).mkdir(exist_ok=True)
    report.write_text('{"files": []}')
    _age(few)
    assert prune.prune(few, lists_children).is_empty
    batches.finish(few.store, batch, "discarded")
    assert prune.prune(few, lists_children).reports == (report.name,)
    assert not report.exists()


def test_lists_of_children_go_after_their_days_and_that_is_written_down(few):
    days = replace(few, keep_originals_days=30)
    _publish(days, {"class_list": "children", "schools": "register"}, days=31)
    _age(days)
    found = prune.prune(days, lists_children, "Aigul")
    sha256 = files.fingerprint(b"children")
    assert found.children == (sha256,) == found.originals
    assert (_kept(days, "children"), _kept(days, "register")) == (False, True)
    assert list(removed.removed(days.store)) == [sha256]
    assert audit.entries(days.store)[-1].who == "Aigul"


@pytest.mark.parametrize(("days", "kept_for"), [(29, 30), (400, 0)])
def test_lists_of_children_stay_as_long_as_they_are_wanted(days, kept_for, few):
    given = replace(few, keep_originals_days=kept_for)
    _publish(given, {"class_list": "children"}, days=days)
    _age(given)
    assert prune.prune(given, lists_children).is_empty


def test_a_list_that_a_batch_may_still_be_asked_about_stays(few):
    given = replace(few, keep_originals_days=30)
    _publish(given, {"class_list": "children"}, days=40)
    batches.create(given.store, [("a.csv", files.fingerprint(b"children"))], "")
    _age(given)
    assert prune.prune(given, lists_children).is_empty


def test_a_list_that_was_imported_again_counts_its_days_anew(few):
    given = replace(few, keep_originals_days=30)
    _publish(given, {"class_list": "children"}, days=40)
    _publish(given, {"class_list": "children"}, days=2)
    _age(given)
    assert prune.prune(given, lists_children).is_empty


@pytest.mark.parametrize(
    ("layouts", "listed"),
    [
        ("class_list", True),
        ("kundoluk_journal", True),
        ("pupil_counts", True),
        ("transcript", True),
        ("reading_sheet", True),
        ("school_report", True),
        ("tangerine", True),
        ("kyrgyz_egra", True),
        ("reading", True),
        ("marks", False),
        ("class_report", False),
        ("schools+marks", False),
        ("marks+reading", True),
        ("own_3", True),
        ("", True),
    ],
)
def test_which_layouts_list_children(layouts, listed):
    assert lists_children(layouts) is listed


def test_without_a_snapshot_there_is_nothing_to_prune(few):
    with pytest.raises(NoSnapshot):
        prune.prune(few, lists_children)


def test_undo_to_a_pruned_snapshot_says_so(settings):
    none = replace(settings, keep_snapshots=0)
    for _ in range(3):
        _publish(none)
    _age(none)
    prune.prune(none, lists_children)
    snapshots.undo(none.store)
    with pytest.raises(snapshots.ParentPruned):
        snapshots.undo(none.store)


def test_the_next_import_goes_on_after_a_prune(few):
    for content in "abcde":
        _publish(few, {"marks": content})
    _age(few)
    prune.prune(few, lists_children)
    last = _publish(few)
    assert _there(few)[-1] == last
    assert len(_there(few)) == 3


@pytest.fixture(scope="module")
def walked(tmp_path_factory) -> Settings:
    return Settings(store=tmp_path_factory.mktemp("walked") / "store", memory="256MB")


@given(
    steps=st.lists(st.sampled_from(("import", "undo", "freeze", "thaw", "prune")), max_size=8),
    keep=st.integers(-1, 3),
)
@hypothesis_settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_done_what_is_needed_is_there(walked, steps, keep):
    given = replace(walked, keep_snapshots=keep)
    _publish(given, {"marks": "needed"})
    for step in steps:
        _step(step, given)
        now = snapshots.current(given.store)
        assert places.database(given.store, now).exists()
        assert set(frozen.frozen(given.store)) <= {*_there(given)}
        assert _kept(given, "needed")


def _step(step: str, given: Settings) -> None:
    now = snapshots.current(given.store)
    if step == "import":
        _publish(given)
    elif step == "undo" and snapshots.describe(given.store, now)["parent"] in _there(given):
        parent = snapshots.describe(given.store, now)["parent"]
        if snapshots.describe(given.store, parent)["parent"] is not None:
            snapshots.undo(given.store)
    elif step in ("freeze", "thaw"):
        getattr(frozen, step)(given.store, now)
    elif step == "prune":
        _age(given)
        prune.prune(given, lists_children)


def test_what_a_killed_process_left_goes_and_what_is_at_work_stays(few):
    _publish(few)
    batch = batches.create(few.store, [], "")
    left = [places.files(few.store) / ".half-received", few.store / ".batch-old.lock"]
    works = [few.store / f".batch-{batch}.lock", places.files(few.store) / ".young"]
    for path in (*left, *works):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
        os.utime(path, (0, 0))
    works[1].touch()
    batches.begin(few.store, batch, "checking", ("received",))
    prune.prune(few, lists_children)
    assert [path.exists() for path in (*left, *works)] == [False, False, True, True]
