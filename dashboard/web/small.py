"""The switch for those who may see small numbers: seen while it is on, and logged."""

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from dashboard.i18n import t
from dashboard.panels import View
from dashboard.spec.page import Page
from dashboard.store import audit
from dashboard.web.site import Site


def switch(page: Page, view: View, site: Site) -> list[Component]:
    """Nothing where the setting does not allow it."""
    if not site.settings.small_numbers:
        return []
    language, state = view.language, "on" if view.small else "off"
    href = page.path + replace(view, small=not view.small).search(page)
    words = t(f"small.{state}.turn", language)
    link = html.A(words, href=href, className="inside", **{"data-keep": "small"})
    said = [html.B(t("small.on", language)), " "] if view.small else []
    return [html.Span([*said, link], className=f"small-{state}")]


def note(page: Page, view: View, site: Site) -> None:
    """Write down that a view with small numbers was opened."""
    if view.small:
        audit.log(site.settings.store, audit.SMALL_SHOWN, page.path + view.search(page))
