"""What is kept, seen and turned in the browser's way: only by those who may, and with a name."""

import os
import re
import time
from dataclasses import replace

import pytest
from markupsafe import Markup

from dashboard.components.shows import keeping as show
from dashboard.i18n import LANGUAGES
from dashboard.pages.data import PAGE
from dashboard.panels import View, keeping
from dashboard.panels.view import Asking
from dashboard.settings import Settings
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Block
from dashboard.store import frozen, snapshots
from dashboard.web.app import create_app
from tests.conftest import SCHOOLS
from tests.stores import publish

BLOCK = Block("keeping", "keeping", (), "keeping", tab="history")


@pytest.fixture
def kept(settings: Settings) -> Settings:
    """Three snapshots, the oldest of which may go."""
    given = replace(settings, keep_snapshots=1)
    for _ in range(3):
        publish(given, {"schools": SCHOOLS})
    then = time.time() - 2 * 3600
    for path in given.store.rglob("*"):
        os.utime(path, (then, then))
    return given


def _ids(settings: Settings) -> list[str]:
    return [one["id"] for one in snapshots.history(settings.store)]


def _panel(settings: Settings, language: str = "en"):
    view = View(FilterState.from_query((), {}), language)
    return keeping.make(PAGE, BLOCK, view, Asking(None, settings, view))


def _html(panel, language: str = "en") -> Markup:
    drawn = show.draw(panel, language, "data-keeping").to_plotly_json()["props"]["children"]
    return Markup("".join(one["props"]["html"] for one in drawn if isinstance(one, dict)))


def _posted(settings: Settings, what: str, **form: str):
    client = create_app(settings).server.test_client()
    return client.post(f"/data/keeping/{what}?lang=en", data=form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_is_in_use_and_what_would_go(language, kept):
    made = _panel(kept, language)
    assert len(made.rows) == 3
    assert [bool(row[2].text) for row in made.rows] == [True, False, True]
    assert made.marks["prune"]
    assert "keeping." not in _html(made, language).striptags()


def test_before_the_first_import_there_is_nothing(settings):
    assert "Nothing" in _panel(settings).empty


def test_each_snapshot_has_one_button_with_a_name_of_its_own(kept):
    frozen.freeze(kept.store, _ids(kept)[0], "<collegium>", "Aigul")
    made = _panel(kept)
    html = _html(made)
    labels = re.findall(r'<button[^>]* aria-label="([^"]+)"', html)
    assert len(labels) == 3 == len(set(re.findall(r'data-keep="keep-([^"]+)"', html)))
    assert "Aigul" in html
    assert "&lt;collegium&gt;" in html
    assert html.count("/data/keeping/thaw") == 1


def test_freezing_and_thawing_lead_back_to_the_history(kept):
    oldest = _ids(kept)[0]
    answer = _posted(kept, "freeze", snapshot=oldest, why=" collegium ")
    assert (answer.status_code, answer.location) == (303, "/data?view=history&lang=en")
    assert frozen.frozen(kept.store)[oldest].why == "collegium"
    assert not _panel(kept).marks["prune"]
    assert _posted(kept, "thaw", snapshot=oldest).status_code == 303
    assert not frozen.frozen(kept.store)


def test_an_unknown_snapshot_is_refused_with_a_sentence(kept):
    answer = _posted(kept, "freeze", snapshot="../../etc")
    assert answer.status_code == 422
    assert "no snapshot" in answer.get_data(as_text=True)


def test_pruning_takes_what_it_said(kept):
    there = _ids(kept)
    assert _posted(kept, "prune").status_code == 303
    assert _ids(kept) == there[1:]


@pytest.mark.parametrize("role", ["member", "school"])
@pytest.mark.parametrize("what", ["freeze", "thaw", "prune"])
def test_others_can_turn_nothing(what, role, kept):
    given = replace(kept, role=role, school="S01" if role == "school" else "")
    there = _ids(kept)
    assert _posted(given, what, snapshot=there[0]).status_code == 403
    assert _ids(kept) == there
    assert not frozen.frozen(kept.store)
