"""What is sent to the import desk over HTTP, by whom, and what becomes of it."""

import io
import re
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.i18n import LANGUAGES, t
from dashboard.importer import desk_batch
from dashboard.roles import BRING, MAY, may
from dashboard.settings import Settings
from dashboard.store import batches, snapshots
from dashboard.web import address, frame
from dashboard.web.app import create_app
from dashboard.web.desk import WORK
from dashboard.web.site import make_site
from tests.desk_at_once import at_once
from tests.importer.handmade import SCHOOLS
from tests.stores import publish


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(store=tmp_path / "store", memory="256MB", threads=1)


@pytest.fixture
def client(settings):
    return create_app(settings).server.test_client()


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    at_once(monkeypatch)


def sent(client, files: dict[str, str], lang: str = "en"):
    given = [(io.BytesIO(text.encode()), name) for name, text in files.items()]
    return client.post(f"/data/drop?lang={lang}", data={"files": given})


def leads(answer) -> dict[str, list[str]]:
    assert answer.status_code == 303
    return parse_qs(urlsplit(answer.location).query)


def test_dropped_files_lead_to_their_batch_in_the_language_of_the_page(client, settings):
    led = leads(sent(client, {"schools.csv": SCHOOLS}, "kk"))
    assert led["lang"] == ["kk"]
    assert [one.id for one in batches.batches(settings.store)] == led["batch"]


def test_a_folder_is_dropped_with_its_ways(client, settings):
    (batch,) = leads(sent(client, {"quarter/№ 1/schools.csv": SCHOOLS}))["batch"]
    assert batches.files(settings.store, batch)[0][0] == "quarter/№ 1/schools.csv"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_dropped_is_told_in_a_sentence(client, language):
    answer = sent(client, {}, language)
    assert answer.status_code == 422
    assert answer.text == t("error.nothing_dropped", language)


def test_more_than_the_limit_is_refused_with_what_to_do(settings):
    client = create_app(replace(settings, largest_drop=0)).server.test_client()
    answer = sent(client, {"large.csv": "x"})
    assert answer.status_code == 422
    assert "TIREK_LARGEST_DROP" in answer.text
    assert not list(settings.store.rglob("files/*"))


def test_far_tells_how_far_it_is(client):
    (batch,) = leads(sent(client, {"schools.csv": SCHOOLS}))["batch"]
    told = client.get(f"/data/batch/{batch}.json?lang=ru").json
    assert told == {"state": "checked", "done": 0, "total": 1} | {
        key: told[key] for key in ("words", "done")
    }
    assert client.get("/data/batch/20261123T000000000000Z.json").status_code == 404


def test_the_whole_way_and_back(client, settings):
    (batch,) = leads(sent(client, {"schools.csv": SCHOOLS}))["batch"]
    first = publish(settings, {"schools": []})
    leads(client.post("/data/load?lang=en", data={"batch": batch}))
    loaded = snapshots.current(settings.store)
    assert loaded != first
    leads(client.post("/data/undo?lang=en", data={"snapshot": loaded}))
    assert snapshots.current(settings.store) == first
    again = client.post("/data/undo?lang=en", data={"snapshot": loaded})
    assert again.status_code == 422  # a second click on a page that is no longer right
    assert snapshots.current(settings.store) == first
    leads(client.post("/data/redo?lang=en", data={"snapshot": first}))
    assert snapshots.current(settings.store) == loaded


@pytest.mark.parametrize("role", [role for role in MAY if not may(role, BRING)])
def test_who_may_not_bring_is_refused_by_every_route(settings, role):
    """By a forged request too: what the page shows has nothing to do with it."""
    publish(settings, {"schools": []})
    before = snapshots.current(settings.store)
    school = "S01" if role == "school" else ""
    client = create_app(replace(settings, role=role, school=school)).server.test_client()
    for name in WORK:
        answer = client.post(f"/data/{name}?lang=en", data={"batch": "x", "snapshot": before})
        assert answer.status_code == 403, name
    assert client.get("/data/batch/x.json").status_code == 403
    assert snapshots.current(settings.store) == before
    assert not batches.batches(settings.store)


def test_no_route_of_the_desk_is_open_to_a_member(settings):
    """Whatever is added under /data: a post is refused before it is looked at."""
    server = create_app(replace(settings, role="member")).server
    posts = [rule for rule in server.url_map.iter_rules() if "POST" in rule.methods]
    desk = [rule.rule for rule in posts if rule.rule.startswith("/data")]
    assert len(desk) >= len(WORK)
    client = server.test_client()
    answers = {path: client.post(re.sub("<[^>]+>", "1", path)).status_code for path in desk}
    assert set(answers.values()) == {403}, answers


def test_a_batch_answers_and_is_checked_again(client, settings):
    heads = "school_id,year,grade,letter,subject_id,roster,n5,n4,n3,n2"
    text = f"{heads}\nS01,2026-2027,7,А,algebra,9,9,0,0,0\n"
    led = leads(sent(client, {"schools.csv": SCHOOLS, "a.csv": text, "b.csv": text}))
    (batch,) = led["batch"]
    given = {"place": ["0", "1"], "key": ["period"] * 2, "path": ["a.csv", "b.csv"]}
    chosen = {"all-period": "Q1", "own-1": "Q2"}
    leads(client.post("/data/answer", data={"batch": batch, **given, **chosen}))
    assert batches.answers(settings.store, batch) == {
        "a.csv": {"period": "Q1"},
        "b.csv": {"period": "Q2"},
    }
    assert desk_batch.look(settings, batch).answered == 0


@pytest.mark.parametrize(("role", "tabs"), [("methodist", 6), ("member", 1)])
def test_tabs_that_hold_nothing_for_a_role_are_not_there(settings, role, tabs):
    site = make_site(replace(settings, role=role))
    view = address.read(site.pages["data"], {"view": "names"}, "en", site.settings)
    assert len(frame.tabs(site.pages["data"], view, site)) == tabs
    assert view.tab == ("names" if role == "methodist" else "reported")
