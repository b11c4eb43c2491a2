"""When a page stands whole, and how another one is turned to without loading anything anew."""

from playwright.sync_api import Page, expect

# As assets/tirek.js follows a link.
GO = """(address) => {
  history.pushState({}, "", address);
  window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
}"""


def whole(page: Page) -> None:
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".block:empty")).to_have_count(0)
    expect(page.locator(".block[data-dash-is-loading]")).to_have_count(0)  # paler until then


def turn(page: Page, address: str) -> None:
    """To a page or a tab other than the one that is open."""
    before = page.locator(".page").get_attribute("data-address")
    page.evaluate(GO, address)
    expect(page.locator(".page")).not_to_have_attribute("data-address", before)
    whole(page)
