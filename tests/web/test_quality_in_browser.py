"""The page on quality in a browser: what can be turned, what stands on the first screen."""

import re

import pytest
from playwright.sync_api import expect

from tests.web.screens import DESK, PHONE


def test_spread_is_turned_where_it_is_seen_and_stands_in_the_address(open_whole):
    page = open_whole("/quality?view=funnel&lang=en")
    switch = page.locator('.switch a[data-keep="switch-spread-chance"]')
    switch.focus()
    switch.press("Enter")
    expect(page).to_have_url(re.compile(r"view=funnel&spread=chance&lang=en$"))
    expect(page.locator('.switch a[aria-current="true"]')).to_have_text("chance alone")
    expect(page.locator(".show-sentences .about")).to_contain_text("allow for chance alone")


def test_cell_of_a_school_opens_its_classes(open_whole):
    page = open_whole("/quality?lang=en")
    page.locator(".heat tbody th a").first.click()
    expect(page.locator(".heat thead th").first).to_have_text("Class")


@pytest.mark.parametrize("tab", ["cells", "funnel", "cohort", "pupils"])
def test_rule_and_the_first_block_stand_on_the_first_screen(tab, open_whole):
    page = open_whole(f"/quality?view={tab}&lang=ky")
    assert page.locator(".show-note p").bounding_box()["y"] < 260
    assert page.locator(".block .panel h2").first.bounding_box()["y"] < DESK["height"] / 2


@pytest.mark.parametrize("tab", ["funnel", "cohort", "pupils"])
def test_no_tab_scrolls_sideways_on_a_phone(tab, open_whole):
    page = open_whole(f"/quality?view={tab}&lang=kk", PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
