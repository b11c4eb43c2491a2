"""The import desk as a methodist meets it: dropped, seen, answered, loaded, taken back."""

import re

import pytest
from playwright.sync_api import expect

from dashboard.cli import main
from dashboard.i18n import t
from tests.serving import served
from tests.web import desk_files

SLOW = 60_000  # milliseconds: an import is a process of its own


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("sent")


@pytest.fixture
def store(tmp_path):
    files = desk_files.written(tmp_path / "before", desk_files.before())
    assert main(["import", *map(str, files), "--store", str(tmp_path / "store")]) == 0
    return tmp_path / "store"


@pytest.fixture
def url(store):
    with served(store, workers=1) as address:
        yield address


def dropped(page, folder, language="en"):
    page.locator("input[type=file]").first.set_input_files(
        desk_files.written(folder, desk_files.quarter())
    )
    expect(page.locator(".desk-table tbody tr")).to_have_count(46, timeout=SLOW)


def test_forty_six_files_of_which_three_are_bad(open_page, folder, store):
    page = open_page("/data?lang=en")
    dropped(page, folder)
    said = page.locator("tr", has_text=desk_files.BROKEN).inner_text()
    assert re.search(r"row 2.*column “n5”.*тогуз", said, re.DOTALL)
    assert "Пункт" in page.locator("tr", has_text=desk_files.FOREIGN).inner_text()
    assert desk_files.UNKNOWN in page.locator("tr", has_text=desk_files.NAMED).inner_text()


def test_what_is_loaded_is_seen_without_a_restart_and_undone(open_page, folder):
    page, other = open_page("/data?lang=en"), open_page("/quality?lang=en")
    before = other.locator("#as-of").inner_text()
    dropped(page, folder)
    page.get_by_role("button", name=t("desk.load", "en"), exact=True).click()
    expect(page.locator(".state")).to_have_text(t("desk.state.loaded", "en"), timeout=SLOW)
    other.reload()
    expect(other.locator("#as-of")).not_to_have_text(before)
    expect(other.get_by_role("button", name=re.compile("Period Quarter 2"))).to_be_visible()
    page.get_by_role("link", name=t("tab.data.history", "en")).click()
    page.on("dialog", lambda asked: asked.accept())
    page.get_by_role("button", name=t("desk.undo", "en")).click()
    expect(page.get_by_role("button", name=t("desk.redo", "en"))).to_be_visible()
    other.reload()
    expect(other.locator("#as-of")).to_have_text(before)
