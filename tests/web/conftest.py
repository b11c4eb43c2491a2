"""A small district behind a whole application, in a browser too; built once, read by all."""

from functools import cache

import pytest
from playwright.sync_api import expect, sync_playwright

from dashboard import sample
from dashboard.cli import main
from dashboard.settings import Settings
from dashboard.web.app import create_app
from dashboard.web.site import Site, make_site
from tests.conftest import SCHOOLS, marks
from tests.serving import served
from tests.shared import shared
from tests.stores import publish
from tests.web import opened
from tests.web.screens import ARGUMENTS, DESK

expect.set_options(timeout=30_000)  # milliseconds: a noisy machine is no fault of the page

TIMES = (("2025-2026", "Q1"), ("2025-2026", "Q2"), ("2026-2027", "Q1"))
MARKS = [
    marks(school_id=school, year=year, period=period, subject_id=subject, n5=8, n4=9, n3=8)
    for year, period in TIMES
    for school in ("S01", "S02", "S03", "S04")
    for subject in ("chemistry", "algebra")
    if (school, year) != ("S04", "2026-2027")  # which has not reported
]


@pytest.fixture(scope="session")
def district(tmp_path_factory) -> Settings:
    settings = Settings(store=tmp_path_factory.mktemp("district"), memory="256MB", threads=1)
    publish(settings, {"schools": SCHOOLS, "marks": MARKS})
    return settings


@pytest.fixture(scope="session")
def site(district) -> Site:
    return make_site(district)


@pytest.fixture(scope="session")
def app(district, site):
    return create_app(district, site)


@pytest.fixture(scope="session")
def url(district):
    with served(district.store, workers=1) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=[*ARGUMENTS, "--process-per-site"]
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def whole(tmp_path_factory) -> Settings:
    """A sample district with everything that schools send, as a new user would make it."""

    def make(folder):
        sample.write(folder / "sample", schools=14, years=3)
        main(["import", str(folder / "sample"), "--store", str(folder / "store")])

    return Settings(store=shared(tmp_path_factory, "whole", make) / "store")


@pytest.fixture(scope="session")
def whole_url(whole):
    with served(whole.store, workers=1) as address:
        yield address


@pytest.fixture(scope="module")
def contexts(browser):
    """One for each kind of screen: the scripts of the page are fetched once."""

    @cache
    def of(width, height, locale):
        screen = {"width": width, "height": height}
        return browser.new_context(viewport=screen, locale=locale, reduced_motion="reduce")

    return of


@pytest.fixture
def open_page(contexts, url):
    """Opens a page of the small district."""
    yield from _opener(contexts, url)


@pytest.fixture
def open_whole(contexts, whole_url):
    """Opens a page of the sample district."""
    yield from _opener(contexts, whole_url)


def _opener(contexts, url):
    """At the end nothing has left this machine and nothing has complained."""
    leaks, complaints, pages = [], [], []

    def open_(address, viewport=DESK, locale="en-US"):
        context = contexts(viewport["width"], viewport["height"], locale)
        if not context.pages:  # this one stays, and with it the process that compiled the scripts
            context.new_page().goto(f"{url}/healthz")
        page = context.new_page()
        pages.append(page)
        page.on("request", lambda sent: leaks.append(sent.url))
        page.on("console", lambda said: complaints.append((said.type, said.text)))
        page.on("pageerror", lambda error: complaints.append(("error", str(error))))
        page.goto(url + address)
        opened.whole(page)
        return page

    yield open_
    for page in pages:
        page.close()
    assert [sent for sent in leaks if not sent.startswith((url, "data:", "blob:"))] == []
    assert [said for said in complaints if said[0] in ("error", "warning")] == []
