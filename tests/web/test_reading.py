"""The page of reading in a browser: the norms named, the children's codes, phone, paper."""

import re

import pytest
from playwright.sync_api import expect

from tests.serving import served
from tests.web.screens import DESK, PHONE

SCHOOL = "S01"
LIST = '.block[id*="screening"]'
COLD = 30_000  # milliseconds: nobody has asked this server before
CODE = re.compile(rf"{SCHOOL}-\d")


def chosen(page, pill, option):
    page.get_by_role("button", name=pill).click()
    page.get_by_role("option", name=option).click()
    page.keyboard.press("Escape")


def test_opens_in_kyrgyz_with_its_answer_on_the_first_screen(open_whole):
    """That nothing leaves and nothing complains the fixture itself sees to."""
    page = open_whole("/reading?lang=ky")
    expect(page.locator("html")).to_have_attribute("lang", "ky")
    expect(page.locator(".kpi .value").first).to_be_in_viewport()  # how many cannot read yet
    better, where = (page.locator(f'.block[id*="{key}"]') for key in ("rounds", "where"))
    expect(better.locator("tbody tr").last).to_be_in_viewport(ratio=0.9)
    expect(where.locator("li").nth(4)).to_be_in_viewport(ratio=0.9)


def test_tabs_are_turned_by_the_keyboard_and_keep_the_focus(open_whole):
    page = open_whole("/reading?lang=en")
    for key, block in (("spread", "manner"), ("help", "screening")):
        page.locator(f'[data-keep="tab-{key}"]').press("Enter")
        expect(page).to_have_url(re.compile(f"view={key}"))
        expect(page.locator(f'.block[id*="{block}"] .panel')).to_be_visible()
        expect(page.locator(f'[data-keep="tab-{key}"]:focus')).to_have_attribute(
            "aria-current", "true"
        )


def test_another_set_of_norms_is_named_beside_the_figures(open_whole):
    page = open_whole("/reading?lang=en")
    about = page.locator(".show-bars .about").first
    expect(about).to_contain_text("Kyrgyzstan")
    before = about.inner_text()
    page.get_by_role("button", name=re.compile("^Norm")).click()
    page.get_by_role("option").nth(1).click()
    expect(page).to_have_url(re.compile("norm_set="))
    expect(about).not_to_have_text(before)
    expect(about).not_to_contain_text("Kyrgyzstan")


def test_a_methodist_chooses_one_school_and_fetches_its_list(open_whole):
    page = open_whole("/reading?view=help&grade=2&lang=en")
    expect(page.locator(f"{LIST} .empty")).to_have_text("Choose one school to see the list.")
    chosen(page, re.compile("^School"), re.compile("№ 1 "))
    expect(page.locator(f"{LIST} tbody tr").first).to_contain_text(CODE)
    with page.expect_download() as waiting:
        page.locator(f"{LIST} .switch a", has_text="CSV").click()
    assert waiting.value.suggested_filename == "tirek-reading-screening.csv"
    assert CODE.search(waiting.value.path().read_text(encoding="utf-8-sig"))


@pytest.fixture
def hall_url(whole, monkeypatch):
    monkeypatch.setenv("TIREK_ROLE", "member")
    with served(whole.store, workers=1) as address:
        yield address


def test_a_member_chooses_the_same_school_and_sees_no_code(contexts, hall_url):
    page = contexts(DESK["width"], DESK["height"], "en-US").new_page()
    page.goto(f"{hall_url}/reading?view=help&grade=2&school={SCHOOL}&lang=en")
    expect(page.locator(".block:empty")).to_have_count(0, timeout=COLD)
    expect(page.locator(f"{LIST} .empty")).to_contain_text("Only the head")
    assert not CODE.search(page.content())
    page.close()


@pytest.mark.parametrize("tab", ["norm", "spread", "growth", "understood", "schools", "help"])
def test_no_tab_scrolls_sideways_on_a_phone(tab, open_whole):
    page = open_whole(f"/reading?view={tab}&school={SCHOOL}&lang=ru", PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_list_prints_with_what_it_is_of_and_nothing_to_press(open_whole):
    page = open_whole(f"/reading?view=help&grade=2&school={SCHOOL}&lang=ru")
    page.emulate_media(media="print")
    expect(page.locator(f"{LIST} tbody tr").first).to_be_visible()
    expect(page.locator(f"{LIST} .about")).to_contain_text("2026-2027")
    expect(page.locator(f"{LIST} .switch")).to_be_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")
