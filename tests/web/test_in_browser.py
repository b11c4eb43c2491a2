"""In a real browser: what only a browser shows. Nothing leaves, nothing complains."""

import re

import pytest
from playwright.sync_api import expect

from tests.web.screens import DESK, PHONE


def pill(page, name):
    return page.get_by_role("button", name=name)


def test_choosing_keeps_the_list_open_and_the_focus_in_it(open_page):
    page = open_page("/?lang=en")
    pill(page, "School all 4").click()
    page.get_by_role("option", name="№ 1 мектеп").click()
    page.get_by_role("option", name="№ 2 мектеп").click()
    expect(page).to_have_url(re.compile(r"/\?school=S01&school=S02&lang=en$"))
    expect(page.locator(".dash-dropdown-content")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("button.pill:focus")).to_contain_text("2 of 4")


def test_way_back_restores_what_was_shown(open_page):
    page = open_page("/?lang=en")
    before = page.locator(".kpi .detail").first.inner_text()
    pill(page, "School all 4").click()
    page.get_by_role("option", name="№ 1 мектеп").click()
    expect(page.locator(".kpi .detail").first).not_to_have_text(before)
    page.go_back()
    expect(page.locator(".kpi .detail").first).to_have_text(before)
    expect(pill(page, "School all 4")).to_be_visible()
    page.go_forward()
    expect(page.locator(".kpi .detail").first).not_to_have_text(before)


def test_reset_leads_back_to_the_whole_district(open_page):
    page = open_page("/?lang=en")
    pill(page, "School all 4").click()
    page.get_by_role("option", name="№ 1 мектеп").click()
    page.keyboard.press("Escape")
    expect(pill(page, "School № 1")).to_be_visible()
    page.locator(".reset").click()
    expect(pill(page, "School all 4")).to_be_visible()


def test_cell_opens_its_schools_without_loading_everything_anew(open_page):
    page = open_page("/?lang=en")
    page.evaluate("window.stays = true")
    page.locator(".heat td a").first.click()
    expect(page.locator("h1")).to_contain_text("quality")
    expect(page.locator("main:focus")).to_have_count(1)
    assert page.evaluate("window.stays")


def test_language_link_keeps_the_view_and_names_the_document(open_page):
    page = open_page("/quality?school=S01&lang=en")
    page.locator(".languages a", has_text="KK").click()
    expect(page.locator("html")).to_have_attribute("lang", "kk")
    expect(page).to_have_url(re.compile(r"/quality\?school=S01&lang=kk$"))
    expect(page).to_have_title("Сапа – Tirek")


def test_browsers_language_counts_where_the_address_says_none(open_page):
    page = open_page("/", locale="ru-RU")
    expect(page.locator("html")).to_have_attribute("lang", "ru")


def test_tab_keeps_the_focus(open_page):
    page = open_page("/quality?lang=en")
    page.locator(".tabs a").nth(1).click()
    expect(page.locator(".on-wide .js-plotly-plot .bars")).to_be_visible()
    expect(page.locator(".tabs a:focus")).to_have_attribute("aria-current", "true")


def test_filters_of_a_phone_open_by_keyboard(open_page):
    page = open_page("/?lang=en", PHONE)
    expect(page.locator(".pills")).to_be_hidden()
    page.locator(".filters-toggle").press("Enter")
    expect(page.locator(".pills")).to_be_visible()


@pytest.mark.parametrize("language", ["kk", "ru"])  # the longest words
@pytest.mark.parametrize("path", ["/", "/quality", "/quality?view=schools", "/quality?view=trend"])
def test_phone_never_scrolls_sideways(path, language, open_page):
    page = open_page(f"{path}{'&' if '?' in path else '?'}lang={language}", PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_skip_link_comes_first(open_page):
    page = open_page("/?lang=en")
    page.keyboard.press("Tab")
    expect(page.locator(".skip:focus")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("main:focus")).to_have_count(1)


def test_rule_explains_itself_to_the_keyboard(open_page):
    page = open_page("/?lang=en")
    page.locator(".hint").focus()
    expect(page.locator(".hint-text")).to_be_visible()


def test_first_screen_answers_without_scrolling(open_page):
    page = open_page("/?lang=ky")
    assert page.locator(".heat").bounding_box()["y"] < 500


def test_paper_has_the_data_and_the_choices_they_are_of(open_page):
    page = open_page("/?lang=en")
    page.emulate_media(media="print")
    expect(page.locator(".heat")).to_be_visible()
    expect(page.locator(".pill").first).to_be_visible()


@pytest.mark.parametrize("part", ["nav", "#tools", ".tabs", ".reset", ".hint"])
def test_paper_has_nothing_to_press(part, open_page):
    page = open_page("/quality?lang=en")
    page.emulate_media(media="print")
    expect(page.locator(part).first).to_be_hidden()


def test_phone_has_bars_of_its_own(open_page):
    page = open_page("/quality?view=schools&lang=en", PHONE)
    expect(page.locator(".on-narrow .js-plotly-plot .bars")).to_be_visible()
    expect(page.locator(".on-wide")).to_be_hidden()


def test_sorted_table_stays_open_and_keeps_the_focus(open_page):
    page = open_page("/quality?view=schools&lang=en")
    page.locator(".as-table summary").press("Enter")
    page.locator('[data-keep="sort-value"]').press("Enter")
    expect(page.locator('[data-keep="sort-value"]:focus')).to_be_visible()


def test_lost_server_is_said(browser, url):
    """Without `open_page`: the browser complains, and rightly."""
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(f"{url}/quality?lang=en")
    expect(page.locator(".heat")).to_be_visible()
    context.set_offline(True)
    page.locator(".tabs a").nth(1).click()
    expect(page.locator("#unreachable")).to_be_visible()
    context.set_offline(False)
    page.locator(".tabs a").nth(2).click()
    expect(page.locator("#unreachable")).to_be_hidden()
    context.close()


def test_every_filter_is_reached_from_both_sides(open_page):
    page = open_page("/quality?lang=en")
    expect(page.locator(".heat")).to_be_visible()
    for pill in (0, 1):
        page.locator("button.pill").nth(pill).focus()
    page.keyboard.press("Tab")
    expect(page.locator("button.pill").nth(2)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator("button.pill").nth(1)).to_be_focused()
    expect(page.locator('[aria-hidden="true"][tabindex="0"]')).to_have_count(0)
