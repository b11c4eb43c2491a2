"""The log-in as people meet it: on a phone, by keyboard, with a page open while it ends."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from dashboard.i18n import LANGUAGES, t
from dashboard.store import users
from tests.serving import served
from tests.web.people import KEY, PASSWORD, with_login
from tests.web.screens import DESK, PHONE

NAME = "Айгүл"
# What a browser says of it, and Dash, which reads an answer of 401 twice if the page still stands.
REFUSED = ("status of 40", "body stream already read")


@pytest.fixture(scope="module")
def people(district):
    """The small district, asked by name."""
    yield with_login(district)
    for person in users.everybody(district.store):
        users.remove(district.store, person.name)


@pytest.fixture(scope="module")
def door(people):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TIREK_ACCESS", "login")
        patch.setenv("TIREK_SECRET_KEY", KEY)
        with served(people.store, workers=1) as address:
            yield address


@pytest.fixture
def screen(browser):
    """A browser of one's own; at the end nothing has complained but of being refused."""
    opened, complaints = [], []

    def open_(viewport=DESK, locale="ky"):
        context = browser.new_context(viewport=viewport, locale=locale, reduced_motion="reduce")
        opened.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append((said.type, said.text)))
        page.on("pageerror", lambda error: complaints.append(("error", str(error))))
        return page

    yield open_
    for context in opened:
        context.close()
    left = [text for kind, text in complaints if kind in ("error", "warning")]
    assert [text for text in left if not any(said in text for said in REFUSED)] == []


def _log_in(page):
    page.get_by_label(t("door.name", "ky")).fill(NAME)
    page.get_by_label(t("door.password", "ky")).fill(PASSWORD)
    page.keyboard.press("Enter")
    _drawn(page)


def _drawn(page):
    expect(page.locator("#nav")).to_be_visible()
    expect(page.locator(".block:empty")).to_have_count(0)


def test_by_keyboard_on_a_phone_the_page_that_was_asked_for_opens(screen, door):
    page = screen(PHONE)
    page.goto(f"{door}/quality?school=S01&lang=ky")
    expect(page.locator("h1")).to_have_text(t("door.title", "ky"))
    page.keyboard.type(NAME)  # the cursor stands in the first field
    page.keyboard.press("Tab")
    page.keyboard.type("not the password")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text(t("error.wrong_log_in", "ky"))
    expect(page.get_by_label(t("door.name", "ky"))).to_have_value(NAME)
    page.keyboard.type(PASSWORD)  # and now in the one to be typed again
    page.keyboard.press("Enter")
    _drawn(page)
    expect(page).to_have_url(f"{door}/quality?school=S01&lang=ky")
    expect(page.locator(".person .name")).to_have_text(NAME)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_who_logs_out_does_not_come_back_by_the_back_button(screen, door):
    page = screen()
    page.goto(f"{door}/quality?lang=ky")
    _log_in(page)
    page.get_by_role("button", name=t("door.log_out", "ky")).click()
    expect(page.locator("h1")).to_have_text(t("door.title", "ky"))
    page.go_back()
    expect(page.locator("h1")).to_have_text(t("door.title", "ky"))
    assert "/login" in page.url


def test_when_the_log_in_ends_under_an_open_page_it_leads_to_the_door_and_back(
    screen, door, people
):
    page = screen()
    page.goto(f"{door}/quality?lang=ky")
    _log_in(page)
    users.change_role(people.store, NAME, "methodist", "")
    page.locator("#nav a", has_text=t("page.mentors.short", "ky")).click()
    expect(page.locator("h1")).to_have_text(t("door.title", "ky"))
    _log_in(page)
    expect(page).to_have_url(f"{door}/mentors?lang=ky")


def test_a_page_of_another_site_can_send_nothing(screen, door):
    """Though the person is logged in: the browser would send their cookie along, or not."""
    page = screen()
    page.goto(f"{door}/quality?lang=ky")
    _log_in(page)
    page.goto("about:blank")
    page.set_content(f'<form method="post" action="{door}/logout"><button>x</button></form>')
    page.on("response", lambda answer: seen.append(answer.status))
    seen = []
    page.get_by_role("button").click()
    expect(page.locator("body")).to_have_text(t("door.forged", "ky"))
    assert seen == [403]
    page.goto(f"{door}/quality?lang=ky")
    _drawn(page)


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_can_use_it_in_each_language(language, viewport, screen, door):
    page = screen(viewport)
    page.goto(f"{door}/login?lang={language}")
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    for control in page.locator("input:visible, button, .languages a").all():
        box = control.bounding_box()
        assert min(box["width"], box["height"]) >= 44
