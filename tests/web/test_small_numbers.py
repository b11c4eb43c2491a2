"""Small numbers are seen only by those who may and who ask, and every time is logged."""

from dataclasses import replace

import pytest

from dashboard.store import audit
from dashboard.web import address, ids, small
from dashboard.web.app import create_app
from dashboard.web.site import make_site
from tests.conftest import marks

SMALL = "№ 4 мектеп;25,0"  # 1 of 4 pupils
ROWS = [
    marks(school_id="S01", n5=10, n4=10, n3=20),
    marks(school_id="S03", n5=9, n4=9, n3=9),
    marks(school_id="S04", n5=1, n3=3),
]


@pytest.fixture
def client(snapshot_of, settings):
    """A browser's client of an office where small numbers may or may not be asked for."""
    snapshot_of({"marks": ROWS})

    def of(allowed: bool):
        return create_app(replace(settings, small_numbers=allowed)).server.test_client()

    return of


def _file(client, query: str) -> str:
    return client.get(f"/export/quality.csv?{query}&lang=ru").get_data(as_text=True)


def test_a_file_holds_them_only_if_asked_and_says_so(client, settings):
    allowed = client(allowed=True)
    assert SMALL not in _file(allowed, "view=schools")
    asked = _file(allowed, "view=schools&small=shown")
    assert SMALL in asked
    assert "Малые числа показаны" in asked


def test_who_may_not_see_them_sees_none_by_any_address(client, settings):
    assert SMALL not in _file(client(allowed=False), "small=shown")
    assert not audit.entries(settings.store)


def test_every_file_with_them_is_logged(client, settings):
    _file(client(allowed=True), "school=S04&small=shown")
    (entry,) = audit.entries(settings.store)
    assert entry.what == audit.SMALL_EXPORTED
    assert "school=S04" in entry.detail


def test_every_look_at_them_is_logged_once(snapshot_of, settings):
    """Whatever asks for a block, a page or a program; its blocks are one look."""
    snapshot_of({"marks": ROWS})
    site = make_site(replace(settings, small_numbers=True))
    page, looks = site.pages["quality"], small.Log(site)
    for query in ({"small": "shown"}, {"small": "shown"}, {}, {"small": "shown", "school": "S04"}):
        looks.note(page, address.read(page, query, "ru", site.settings))
    seen = [entry.detail for entry in audit.entries(settings.store)]
    assert seen == [f"/quality?{extra}small=shown&lang=ru" for extra in ("", "school=S04&")]


def test_a_block_asked_for_alone_is_logged(client, settings):
    block, state = ids.block("quality", "schools"), {"page": "quality", "search": "?small=shown"}
    asking = {
        "output": '{"key":["MATCH"],"kind":"block","page":["MATCH"]}.children',
        "outputs": {"id": block, "property": "children"},
        "inputs": [{"id": ids.STATE, "property": "data", "value": state}],
        "state": [{"id": block, "property": "id", "value": block}],
        "changedPropIds": [f"{ids.STATE}.data"],
    }
    browser = client(allowed=True)
    browser.get("/_dash-dependencies")  # Dash registers callbacks with its first request
    answer = browser.post("/_dash-update-component", json=asking)
    assert answer.status_code == 200
    assert [entry.what for entry in audit.entries(settings.store)] == [audit.SMALL_SHOWN]


def test_the_api_never_gives_them(client):
    found = client(allowed=True).get("/api/metrics/quality.json?by=school&small=shown").json
    assert {row["flag"] for row in found if row["school"] == "S04"} == {"c"}
