"""The switch for those who may see small numbers: seen while it is on, and logged."""

import time
from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from dashboard.i18n import t
from dashboard.panels import View
from dashboard.roles import sees_small
from dashboard.spec.page import Page
from dashboard.store import audit
from dashboard.web.site import Site

ONE_LOOK = 60  # seconds in which the blocks of one view are one look at it


def switch(page: Page, view: View, site: Site) -> list[Component]:
    """Nothing where the setting does not allow it."""
    if not sees_small(site.settings):
        return []
    language, state = view.language, "on" if view.small else "off"
    href = page.path + replace(view, small=not view.small).search(page)
    words = t(f"small.{state}.turn", language)
    link = html.A(words, href=href, className="inside", **{"data-keep": "small"})
    said = [html.B(t("small.on", language)), " "] if view.small else []
    return [html.Span([*said, link], className=f"small-{state}")]


class Log:
    """One for each process: every look at small numbers is written down, once."""

    def __init__(self, site: Site) -> None:
        self._site, self._seen = site, {}

    def note(self, page: Page, view: View) -> None:
        if not view.small:
            return
        who, now = self._site.who, time.monotonic()
        address = page.path + view.search(page)
        if now - self._seen.get((who, address), -ONE_LOOK) >= ONE_LOOK:
            audit.log(self._site.settings.store, audit.SMALL_SHOWN, address, who)
            self._seen[who, address] = now
