"""The import desk as a methodist meets it: dropped, seen, answered, loaded, taken back."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from dashboard.cli import main
from dashboard.i18n import t
from tests.serving import served
from tests.web import desk_files
from tests.web.screens import PHONE

SLOW = 60_000  # milliseconds: an import is a process of its own
ANSWER = 'select[name="code-0"]'


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    return desk_files.written(tmp_path_factory.mktemp("sent"), desk_files.quarter())


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    """A district that has sent its first quarter."""
    folder = tmp_path_factory.mktemp("before")
    files = desk_files.written(folder / "files", desk_files.before())
    assert main(["import", *map(str, files), "--store", str(folder / "store")]) == 0
    return folder / "store"


@pytest.fixture
def url(before, tmp_path):
    shutil.copytree(before, tmp_path / "store")
    with served(tmp_path / "store", workers=1) as address:
        yield address


def dropped(page, sent):
    page.locator("input[type=file]").first.set_input_files(sent)
    checked(page)


def checked(page):
    expect(page.locator(".desk-table tbody tr")).to_have_count(46, timeout=SLOW)
    expect(page.locator("[data-poll]")).to_have_count(0)


def told(page, name):
    return page.locator("tr", has_text=name).inner_text()


def loaded(page, language="en"):
    words = t("desk.state.loaded", language)
    expect(page.locator(".state")).to_have_text(words, timeout=SLOW)


def test_forty_six_files_of_which_three_are_bad(open_page, sent):
    """Named by cell, one school matched, loaded, seen without a restart, undone, seen again."""
    page, quality = open_page("/data?lang=en"), open_page("/quality?lang=en")
    first = quality.get_by_role("button", name=re.compile("Period Quarter 1"))
    second = quality.get_by_role("button", name=re.compile("Period Quarter 2"))
    dropped(page, sent)
    assert re.search(r"row 2.*column “n5”.*тогуз", told(page, desk_files.BROKEN), re.DOTALL)
    assert "Пункт" in told(page, desk_files.FOREIGN)
    assert desk_files.UNKNOWN in told(page, desk_files.NAMED)
    page.locator(".panel a", has_text="not known").click()
    page.locator(ANSWER).select_option("S43")
    page.locator("[data-keep=name-save]").click()
    page.get_by_role("link", name=t("tab.data.bring", "en"), exact=True).click()
    checked(page)
    expect(page.locator("tr.is-rejected")).to_have_count(1)
    page.get_by_role("button", name=t("desk.load", "en"), exact=True).click()
    loaded(page)
    expect(first).to_be_visible()
    quality.reload()
    expect(second).to_be_visible()
    page.get_by_role("link", name=t("tab.data.history", "en")).click()
    page.on("dialog", lambda asked: asked.accept())
    page.get_by_role("button", name=t("desk.undo", "en")).click()
    expect(page.get_by_role("button", name=t("desk.redo", "en"))).to_be_focused()
    quality.reload()
    expect(first).to_be_visible()


def focused(page) -> str:
    return page.evaluate("document.activeElement.innerText || document.activeElement.name || ''")


def tab_to(page, words):
    """As a person without a mouse gets there."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if focused(page).strip() == words:
            return
    raise AssertionError(f"«{words}» cannot be reached")


def test_the_whole_way_by_keyboard_alone(open_page, sent):
    page = open_page("/data?lang=ky")
    with page.expect_file_chooser() as chooser:
        tab_to(page, "files")
        page.keyboard.press("Enter")
    chooser.value.set_files(sent)
    checked(page)
    expect(page.get_by_role("button", name=t("desk.load", "ky"), exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    loaded(page, "ky")
    page.on("dialog", lambda asked: asked.accept())
    page.keyboard.press("Home")
    tab_to(page, t("tab.data.history", "ky"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=t("desk.undo", "ky"))).to_be_visible()
    tab_to(page, t("desk.undo", "ky"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=t("desk.redo", "ky"))).to_be_focused()


def test_who_closes_the_page_finds_the_batch_where_it_was(open_page, sent):
    page = open_page("/data?lang=ru")
    page.locator("input[type=file]").first.set_input_files(sent)
    expect(page).to_have_url(re.compile("batch="))
    page.close()
    again = open_page("/data?lang=ru")
    checked(again)
    assert desk_files.UNKNOWN in told(again, desk_files.NAMED)


def test_a_phone_reads_it_without_scrolling_sideways(open_page, sent):
    page = open_page("/data?lang=ky")
    dropped(page, sent)
    phone = open_page("/data?lang=ky", PHONE)
    checked(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    for box in phone.locator(".scroll").all():
        assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
