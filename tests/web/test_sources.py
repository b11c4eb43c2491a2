"""From any number to its files and rows, and the files as they were received."""

import hashlib
import json
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from dashboard.cli import main
from dashboard.panels import View
from dashboard.settings import Settings
from dashboard.spec.filters import FilterState
from dashboard.store import audit
from dashboard.web import address
from dashboard.web.app import create_app
from dashboard.web.blocks import drawn
from dashboard.web.originals import TAKEN, own_name
from dashboard.web.site import make_site
from tests.conftest import marks
from tests.web.screens import PHONE

CSV = "school_id,year,period,grade,letter,subject_id,roster,n5,n4,n3,n2\n"
LINES = "S01,2026-2027,Q1,7,А,chemistry,20,5,5,10,0\nS01,2026-2027,Q1,8,А,chemistry,20,5,5,10,0\n"


def _links(page, key, view, site) -> list[str]:
    made = drawn(page, key, view, site, site.reader.current())
    text = json.dumps(made, default=lambda part: part.to_plotly_json(), ensure_ascii=False)
    parts = text.replace('\\\\"', '"').replace('\\"', '"').replace("&amp;", "&").split("/sources?")
    return ["/sources?" + part.split('"')[0] for part in parts[1:]]


def _view(page, site, **query: str) -> View:
    return address.read(page, query, "ky", site.settings)


@pytest.mark.parametrize(
    ("key", "block"),
    [("overview", "numbers"), ("overview", "map"), ("quality", "schools"), ("quality", "trend")],
)
def test_every_card_leads_to_its_files_with_its_filters_and_language(key, block, site):
    page = site.pages[key]
    view = _view(page, site, school="S01", rule="roster")
    *_, link = _links(page, block, view, site)
    query = parse_qs(urlsplit(link).query)
    assert query["metric"] == [page.block(block).metrics[0]]
    assert query["school"] == ["S01"]
    assert query["rule"] == ["roster"]
    assert query["lang"] == ["ky"]


def test_each_number_leads_to_its_own_rows_where_asked_for(site):
    page = site.pages["quality"]
    view = _view(page, site, view="cells", **{"from": "rows"})
    links = [parse_qs(urlsplit(link).query) for link in _links(page, "cells", view, site)]
    assert {"school": ["S02"], "subject": ["algebra"]}.items() <= links[2].items()
    assert all(link["year"] == ["2026-2027"] and link["period"] == ["Q1"] for link in links[:-1])
    assert len(_links(page, "cells", _view(page, site), site)) == 1


def test_the_wish_is_carried_by_the_address(site):
    page = site.pages["quality"]
    view = _view(page, site, **{"from": "rows"})
    assert "from=rows" in address.write(view, page)
    assert "from=rows" in address.elsewhere(view, site.pages["overview"])
    assert "from=rows" in view.narrower(school="S01")
    assert not _view(page, site, **{"from": "elsewhere"}).rows


@pytest.fixture
def imported(settings, tmp_path) -> tuple[Settings, bytes]:
    """A store with one real file, and its bytes."""
    folder = tmp_path / "выгрузка"
    folder.mkdir()
    (folder / "schools.csv").write_text("school_id,name\nS01,№ 1 мектеп\n", encoding="utf-8")
    file = folder / "7 класс.csv"
    file.write_text(CSV + LINES, encoding="utf-8")
    assert main(["import", str(folder), "--store", str(settings.store)]) == 0
    return settings, file.read_bytes()


def _original(settings: Settings, role: str):
    client = create_app(replace(settings, role=role)).server.test_client()
    answers = [client.get(f"/original/{number}?lang=ru") for number in (1, 2)]
    return next((a for a in answers if "7" in a.headers.get("Content-Disposition", "")), answers[0])


@pytest.mark.parametrize("role", ["head", "methodist"])
def test_the_original_comes_bit_for_bit_and_is_logged(role, imported):
    settings, data = imported
    answer = _original(settings, role)
    assert answer.status_code == 200
    assert answer.data == data
    assert "7%20%D0%BA%D0%BB%D0%B0%D1%81%D1%81.csv" in answer.headers["Content-Disposition"]
    last = audit.entries(settings.store)[-1]
    assert last.what == TAKEN
    assert hashlib.sha256(data).hexdigest() in [
        entry.detail.split()[-1] for entry in audit.entries(settings.store)
    ]


@pytest.mark.parametrize("role", ["member", "school"])
def test_who_brings_no_files_opens_none(role, imported):
    settings, _ = imported
    school = "S01" if role == "school" else ""
    answer = _original(replace(settings, school=school), role)
    assert answer.status_code == 403
    assert not audit.entries(settings.store)


def test_an_original_that_is_not_there_is_told(imported):
    settings, _ = imported
    client = create_app(settings).server.test_client()
    assert client.get("/original/99").status_code == 404
    for kept in (settings.store / "files").iterdir():
        kept.unlink()
    answer = client.get("/original/1?lang=ru")
    assert answer.status_code == 404
    assert answer.text


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("a/b/7 класс.xlsx", "7 класс.xlsx"),
        ("..\\..\\x.xls", "x.xls"),
        ("x.csv", "x.csv"),
        ("/", "file"),
    ],
)
def test_a_file_leaves_under_the_last_part_of_its_name(name, own):
    assert own_name(name) == own


def test_rows_are_numbered_as_in_the_file(imported):
    settings, _ = imported
    site = make_site(settings)
    page = site.pages["sources"]
    view = address.read(page, {"metric": "quality", "by": "grade", "grade": "8"}, "en", settings)
    made = drawn(page, "rows", view, site, site.reader.current())
    text = json.dumps(made, default=lambda part: part.to_plotly_json(), ensure_ascii=False)
    assert "7 класс.csv" in text
    assert '<td class=\\"number\\">3</td>' in text


def test_each_look_at_rows_of_a_hidden_number_is_logged(snapshot_of, settings):
    few = marks(school_id="S04", n5=1, n3=2)
    snapshot = snapshot_of({"marks": [marks(n5=9, n4=9), few]})
    site = make_site(settings)
    page = site.pages["sources"]
    for school in ("S04", "S01", "S04"):
        query = {"metric": "quality", "by": "school", "school": school}
        drawn(page, "rows", address.read(page, query, "en", settings), site, snapshot)
    looks = [entry.detail for entry in audit.entries(settings.store)]
    hidden = [look for look in looks if "school=S04" in look]
    assert len(hidden) == 2
    assert {entry.what for entry in audit.entries(settings.store)} == {audit.SMALL_SHOWN}


def test_a_file_with_rows_of_a_hidden_number_is_logged(snapshot_of, settings):
    snapshot_of({"marks": [marks(n5=9, n4=9), marks(school_id="S04", n5=1, n3=2)]})
    client = create_app(settings).server.test_client()
    client.get("/export/sources.csv?metric=quality&by=school&school=S04&lang=ru")
    assert [entry.what for entry in audit.entries(settings.store)] == [audit.SMALL_EXPORTED]


def test_from_the_first_number_to_its_row_in_three_clicks(open_page):
    page = open_page("/?lang=ru")
    page.locator(".from-off a").click()
    page.locator(".kpi .value a").first.click()
    rows = page.locator(".show-source_rows tbody tr")
    expect(rows).to_have_count(6)  # of three schools in two subjects
    expect(page.locator(".source-facts dd").first).to_contain_text("68,0")


def test_a_card_opens_its_rows_in_one_click(open_page):
    page = open_page("/quality?lang=ky&school=S02")
    page.locator(".show-heat .from a").click()
    expect(page.locator(".show-source_rows tbody tr")).to_have_count(2)
    expect(page.locator("html, .page[lang=ky]").last).to_be_visible()


def test_the_page_of_sources_fits_a_phone(open_page):
    page = open_page("/sources?metric=quality&lang=kk", viewport=PHONE)
    expect(page.locator(".show-source_rows tbody tr")).to_have_count(6)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_unknown_number_is_a_sentence(open_page):
    page = open_page("/sources?metric=nonsense&lang=en")
    expect(page.locator(".trouble").first).to_be_visible()


def test_no_filter_is_lost_on_the_way(site):
    """Whatever narrows a page can be told by the address of its rows."""
    known = {spec.key for spec in site.pages["sources"].filters}
    for page in site.pages.values():
        assert {spec.key for spec in page.filters} <= known
    assert FilterState.from_query(site.pages["sources"].filters, {"letter": ["А"]}).where()
