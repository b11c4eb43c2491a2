"""Every page opens, whatever its address, the language, and with or without data."""

import json

import pytest

from dashboard.discover import discover
from dashboard.i18n import LANGUAGES, t
from dashboard.web.app import create_app
from dashboard.web.shell import page_layout
from dashboard.web.site import make_site
from tests.conftest import marks

PAGES = [page.key for page in discover("dashboard.pages", "PAGE")]
LIVE = [page.key for page in discover("dashboard.pages", "PAGE") if page.live]
ODD = [
    {},
    {"lang": "xx"},
    {"lang": "../../secrets"},
    {"lang": ["ru", "en"]},
    {"year": "2025-2026", "nonsense": "1"},
    {"school": ["S01", "S99"], "grade": "99", "period": "Q9"},
    {"view": ["a", "b"], "sort": "'; drop"},
    {"page": "x", "site": "y", "query": "z", "turn": 5},
]


def told(component) -> str:
    text = json.dumps(component, default=lambda part: part.to_plotly_json(), ensure_ascii=False)
    return text.replace("\\u00a0", " ")


@pytest.mark.parametrize("query", ODD, ids=str)
@pytest.mark.parametrize("key", PAGES)
def test_page_opens_whatever_its_address(key, query, site):
    text = told(page_layout(site.pages[key], site)(**query))
    assert '"kind": "block"' in text
    assert "trouble" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", PAGES)
def test_page_speaks_the_language_of_its_address(key, language, site):
    text = told(page_layout(site.pages[key], site)(lang=language))
    assert t(f"page.{key}", language) in text
    assert f'"className": "page", "lang": "{language}"' in text


def test_page_says_of_which_day_the_data_are_and_who_reported(site):
    text = told(page_layout(site.pages["overview"], site)(lang="en"))
    assert "Data of" in text
    assert "3 of 4" in text


@pytest.mark.parametrize("key", LIVE)
def test_page_of_what_people_do_opens_before_there_are_data(key, settings):
    """That is where the first data come from."""
    site = make_site(settings)
    text = told(page_layout(site.pages[key], site)(lang="ru"))
    assert t(f"page.{key}", "ru") in text
    assert "trouble" not in text


@pytest.mark.parametrize("key", [key for key in PAGES if key not in LIVE])
def test_page_without_data_says_how_to_import(key, settings):
    site = make_site(settings)
    text = told(page_layout(site.pages[key], site)(lang="ru"))
    assert "tirek import" in text
    assert t(f"page.{key}", "ru") in text


def test_page_opens_by_itself_once_there_are_data(settings, snapshot_of):
    site = make_site(settings)
    layout = page_layout(site.pages["overview"], site)
    assert "trouble" in told(layout())
    snapshot_of({"marks": [marks()]})
    assert "trouble" not in told(layout())


def test_blocks_of_another_tab_are_not_there(site):
    text = told(page_layout(site.pages["quality"], site)(view="trend"))
    assert '"key": "trend"' in text
    assert '"key": "cells"' not in text


@pytest.mark.parametrize("key", PAGES)
def test_page_is_sent_whole(key, app, site):
    answer = app.server.test_client().get(site.pages[key].path + "?lang=kk")
    assert answer.status_code == 200
    assert '<html lang="kk">' in answer.text


def test_nothing_is_fetched_from_elsewhere(app):
    text = app.server.test_client().get("/").text
    addresses = [part.split('"')[0] for part in text.replace('href="', 'src="').split('src="')[1:]]
    assert addresses
    assert all(address.startswith("/") for address in addresses)


def test_bootstrap_comes_from_the_installed_package(app):
    with app.server.test_client().get("/bootstrap.css") as answer:
        assert answer.mimetype == "text/css"
        assert answer.cache_control.max_age > 86400


def test_two_applications_in_one_process_do_not_mix(district, site):
    create_app(district, site)
    assert create_app(district, site).server.test_client().get("/quality").status_code == 200
