"""`tirek prune`, `freeze` and `redo` as people call them."""

import json
import os
import time

import pytest

from dashboard.cli import main
from dashboard.i18n import LANGUAGES
from dashboard.settings import Settings
from dashboard.store import places, snapshots
from tests.conftest import SCHOOLS
from tests.stores import publish


@pytest.fixture
def store(settings: Settings, monkeypatch) -> Settings:
    monkeypatch.setenv("TIREK_STORE", str(settings.store))
    monkeypatch.setenv("TIREK_LANGUAGE", "en")
    monkeypatch.setenv("TIREK_KEEP_SNAPSHOTS", "1")
    for _ in range(4):
        publish(settings, {"schools": SCHOOLS})
    then = time.time() - 2 * 3600
    for path in settings.store.rglob("*"):
        os.utime(path, (then, then))
    return settings


def _ids(settings: Settings) -> list[str]:
    return [one["id"] for one in snapshots.history(settings.store)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_prune_says_what_goes_and_a_check_keeps_it(language, store, monkeypatch, capsys):
    monkeypatch.setenv("TIREK_LANGUAGE", language)
    there = _ids(store)
    assert main(["prune", "--check"]) == 0
    would = capsys.readouterr().out
    assert there[0] in would
    assert _ids(store) == there
    assert main(["prune"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == would.splitlines()[1:]
    assert _ids(store) == there[2:]


def test_prune_of_a_store_where_all_is_needed_says_so(store, capsys):
    main(["prune"])
    capsys.readouterr()
    assert main(["prune"]) == 0
    assert "nothing to remove" in capsys.readouterr().out


def test_freeze_keeps_a_snapshot_and_the_list_shows_it(store, capsys):
    first = _ids(store)[0]
    assert main(["freeze", first, "--why", "collegium"]) == 0
    assert main(["prune"]) == 0
    assert first in _ids(store)
    capsys.readouterr()
    assert main(["snapshots"]) == 0
    assert "kept for good" in capsys.readouterr().out.splitlines()[0]
    assert main(["snapshots", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["frozen"] is True
    assert main(["freeze", first, "--off"]) == 0
    assert main(["prune"]) == 0
    assert first not in _ids(store)


def test_an_unknown_snapshot_is_a_wrong_call(store, capsys):
    assert main(["freeze", "20200101T000000000000Z"]) == 2
    assert "20200101T000000000000Z" in capsys.readouterr().err


def test_redo_goes_forward_and_says_when_it_cannot(store, capsys):
    last = _ids(store)[-1]
    assert main(["redo"]) == 3
    assert main(["undo"]) == 0
    assert main(["redo"]) == 0
    assert last in capsys.readouterr().err
    assert snapshots.current(store.store) == last


def test_undo_to_a_pruned_snapshot_is_a_sentence(store, capsys):
    first = _ids(store)[0]
    main(["prune"])
    assert main(["undo"]) == 0
    assert main(["undo"]) == 3
    assert "removed" in capsys.readouterr().err
    assert not places.summary(store.store, first).exists()
