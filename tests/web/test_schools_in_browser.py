"""Comparing schools and the passport of one, in a real browser: links, phone, paper."""

import re

import pytest
from playwright.sync_api import expect

from tests.web.screens import DESK, PHONE

BIG, SMALL, HIDDEN = "S14", "S01", "S06"
SHEET = {"width": 718, "height": 1040}  # A4 upright within its margins, at 96 pixels an inch


def sheets(pdf: bytes) -> list[bytes]:
    """The media box of every sheet of a PDF."""
    return re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+ [\d.]+)", pdf)


def drawn(page):
    """All blocks have come and have their full colour."""
    expect(page.locator(".passport")).to_be_visible()
    expect(page.locator(".block:empty")).to_have_count(0)
    expect(page.locator("[data-dash-is-loading]")).to_have_count(0)
    return page


def test_a_name_opens_the_comparison_with_its_most_similar(open_whole):
    page = open_whole("/compare?lang=en")
    page.locator(".choose a").first.click()
    expect(page.locator(".table.profile thead a")).to_have_count(9)
    expect(page).to_have_url(re.compile(r"/compare\?school=S01&lang=en$"))


def test_until_a_school_is_chosen_only_the_list_is_seen(open_whole):
    page = open_whole("/school?lang=en")
    expect(page.locator(".choose")).to_be_visible()
    expect(page.locator(".block:visible")).to_have_count(1)


def test_a_weight_is_turned_by_the_keyboard_and_keeps_the_focus(open_whole):
    page = open_whole("/compare?school=S05&lang=en")
    expect(page.locator(".show-similar .said")).to_contain_text("Language – 1")
    page.locator('[data-keep="switch-w_language-0"]').press("Enter")
    expect(page).to_have_url(re.compile("w_language=0"))
    expect(page.locator('[data-keep="switch-w_language-0"]:focus')).to_have_count(1)
    expect(page.locator(".show-similar .said")).to_contain_text("Language – 0")


@pytest.mark.parametrize("address", ["/compare?school=S05&school=S09", "/school?school=S05"])
@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_is_wider_than_the_screen(address, screen, open_whole):
    page = open_whole(f"{address}&lang=ru", screen)
    assert page.evaluate("document.documentElement.scrollWidth") <= screen["width"]


def test_first_screen_answers_how_they_differ(open_whole):
    page = open_whole("/compare?school=S03&school=S05&school=S09&lang=ky")
    expect(page.locator(".pairs li").first).to_be_in_viewport()
    expect(page.locator(".on-wide").first).to_be_in_viewport()


def test_first_screen_of_the_passport_holds_its_figures(open_whole):
    page = open_whole("/school?school=S05&lang=ky")
    expect(page.locator(".table.figures").first.locator("tr").last).to_be_in_viewport()
    expect(page.locator(".passport-facts")).to_be_in_viewport()


@pytest.mark.parametrize("school", [BIG, SMALL, HIDDEN])
def test_passport_prints_on_two_upright_sheets(school, open_whole):
    page = drawn(open_whole(f"/school?school={school}&lang=ru"))
    for paper in ({"format": "A4"}, {"prefer_css_page_size": True}):
        found = sheets(page.pdf(print_background=True, **paper))
        assert len(found) == 2
        for sheet in found:
            wide, high = (float(side) for side in sheet.split())
            assert wide < high


def test_chart_of_the_passport_prints_whole(open_whole):
    page = drawn(open_whole(f"/school?school={BIG}&lang=ru"))
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    page.set_viewport_size(SHEET)
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.wait_for_function("() => document.querySelector('.js-plotly-plot').layout.width === 900")
    chart = page.locator(".js-plotly-plot .main-svg").first.bounding_box()
    card = page.locator(".show-lines .panel").bounding_box()
    assert card["x"] <= chart["x"]
    assert chart["x"] + chart["width"] <= card["x"] + card["width"]
    assert card["x"] + card["width"] <= SHEET["width"] + 1


def test_the_other_pages_print_across(open_whole):
    page = open_whole("/compare?school=S05&school=S09&lang=ru")
    wide, high = (float(side) for side in sheets(page.pdf(format="A4"))[0].split())
    assert wide > high
