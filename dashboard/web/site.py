"""What the routes and callbacks of one application share."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.discover import discover
from dashboard.settings import Settings
from dashboard.spec.page import Page
from dashboard.store.current import Reader


@dataclass(frozen=True, slots=True)
class Site:
    settings: Settings
    pages: Mapping[str, Page]  # in the order of the menu
    reader: Reader  # opens nothing until it is first asked, so after the fork


def make_site(settings: Settings) -> Site:
    found = sorted(discover("dashboard.pages", "PAGE"), key=lambda page: page.order)
    return Site(settings, {page.key: page for page in found}, Reader(settings))
