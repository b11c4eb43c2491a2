"""The map in a real browser: drawn without the network, a click follows a school, it prints."""

import re

import pytest
from playwright.sync_api import expect

from tests.web.screens import DESK, PHONE

MAP = ".show-map .on-wide .js-plotly-plot"
# Where on the screen the point of a school is, and the addresses of all points.
POINT = """([selector, school]) => {
  const chart = document.querySelector(selector), box = chart.getBoundingClientRect();
  const trace = chart.data.find((each) => each.meta?.follow);
  const number = trace.meta.follow.findIndex((href) => href.includes(`school=${school}`));
  const { xaxis, yaxis } = chart._fullLayout;
  return [box.x + xaxis._offset + xaxis.d2p(trace.x[number]),
          box.y + yaxis._offset + yaxis.d2p(trace.y[number])];
}"""
BOXES = """(selector) => [...document.querySelectorAll(selector + " .text text")]
  .map((text) => text.getBoundingClientRect())
  .map((box) => [box.x, box.y, box.right, box.bottom])"""


def drawn(page, chart=MAP):
    expect(page.locator(f"{chart} .main-svg").first).to_be_visible()
    expect(page.locator("[data-dash-is-loading]")).to_have_count(0)
    return page


def click(page, school, **how):
    x, y = page.evaluate(POINT, [MAP, school])
    page.mouse.move(x - 1, y)
    page.mouse.move(x, y)
    page.mouse.click(x, y, **how)


def covers(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_a_click_shows_the_links_of_a_school_and_another_opens_its_passport(open_whole):
    page = drawn(open_whole("/mentors?lang=en"))
    click(page, "S05")
    expect(page).to_have_url(re.compile(r"/mentors\?school=S05&lang=en$"))
    expect(page.locator(".show-map h2")).to_contain_text("№ 5")
    drawn(page)
    click(page, "S05")
    expect(page).to_have_url(re.compile(r"/school\?school=S05&lang=en$"))
    expect(page.locator(".passport")).to_be_visible()


def test_the_way_back_leads_to_the_whole_map(open_whole):
    page = drawn(open_whole("/mentors?lang=en"))
    click(page, "S05")
    expect(page.locator(".show-map h2")).to_contain_text("№ 5")
    page.go_back()
    expect(page.locator(".show-map h2")).to_contain_text("of 14 schools")


def test_a_point_is_told_and_shows_that_it_is_a_link(open_whole):
    page = drawn(open_whole("/mentors?lang=en"))
    x, y = page.evaluate(POINT, [MAP, "S05"])
    page.mouse.move(x - 1, y)
    page.mouse.move(x, y)
    expect(page.locator(f"{MAP}.on-link")).to_have_count(1)
    expect(page.locator(f"{MAP} .hoverlayer")).to_contain_text("№ 5")


def test_by_keyboard_the_table_has_the_same_links(open_whole):
    page = drawn(open_whole("/mentors?lang=en"))
    page.locator(".show-map summary").press("Enter")
    links = page.locator(".show-map .grid-table tbody th a")
    expect(links).to_have_count(14)
    links.nth(4).press("Enter")
    expect(page).to_have_url(re.compile(r"/mentors\?school=S\d+&lang=en$"))


@pytest.mark.parametrize("language", ["ru", "ky"])
def test_names_cover_nothing_on_the_projector(language, open_whole):
    page = drawn(open_whole(f"/mentors?lang={language}"))
    boxes = page.evaluate(BOXES, MAP)
    assert len(boxes) > 14
    # A browser's box of a text has room above and below its letters.
    inked = [(left, top + 3, right, bottom - 3) for left, top, right, bottom in boxes]
    assert not [1 for n, one in enumerate(inked) for other in inked[:n] if covers(one, other)]


def test_first_screen_holds_the_map_and_who_is_left_out(open_whole):
    page = drawn(open_whole("/mentors?lang=ky"))
    expect(page.locator(MAP)).to_be_in_viewport(ratio=0.95)
    expect(page.locator(".show-attention h2")).to_be_in_viewport()


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_is_wider_than_the_screen(screen, open_whole):
    page = open_whole("/mentors?lang=ru", screen)
    drawn(page, MAP if screen == DESK else ".show-map .on-narrow .js-plotly-plot")
    assert page.evaluate("document.documentElement.scrollWidth") <= screen["width"]


def test_it_prints_whole(open_whole):
    page = drawn(open_whole("/mentors?lang=ru"))
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.wait_for_function(f"document.querySelector('{MAP}').layout.width === 960")
    chart = page.locator(f"{MAP} .main-svg").first.bounding_box()
    card = page.locator(".show-map .panel").bounding_box()
    assert card["x"] <= chart["x"]
    assert chart["x"] + chart["width"] <= card["x"] + card["width"] + 1
    assert len(page.pdf(print_background=True)) > 20_000
