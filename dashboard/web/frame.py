"""The head of every page: brand, menu, languages, downloads; and the tabs under its question."""

from dash import html
from dash.development.base_component import Component

from dashboard import exports
from dashboard.components import download
from dashboard.i18n import LANGUAGES, t
from dashboard.panels import View
from dashboard.panels.view import SMALL
from dashboard.roles import allowed
from dashboard.spec.page import Page
from dashboard.web import ids
from dashboard.web.address import elsewhere, write
from dashboard.web.site import Site


def head(page: Page | None, view: View, site: Site, district: str = "") -> Component:
    language = view.language
    skip = html.A(t("frame.skip", language), href=f"#{ids.MAIN}", className="skip")
    brand = html.A(
        ["Tirek", html.Small(district)], href=f"/?lang={language}", className="inside brand"
    )
    menu = html.Nav(nav(page, view, site), id=ids.NAV, **{"aria-label": t("frame.menu", language)})
    beside = html.Div(tools(page, view), id=ids.TOOLS)
    return html.Header([skip, brand, menu, beside, *_person(view, site)])


def nav(page: Page | None, view: View, site: Site) -> list[Component]:
    """Each link carries the filters that its page understands."""
    return [_nav_link(other, page, view) for other in site.pages.values() if other.listed]


def tools(page: Page | None, view: View) -> list[Component]:
    return [_languages(page, view), *([_downloads(page, view)] if page else [])]


def tabs(page: Page, view: View, site: Site) -> list[Component]:
    return [_tab(key, page, view) for key in page.tabs_for(allowed(site.settings))]


def _person(view: View, site: Site) -> list[Component]:
    """Who is logged in, and the way out; nothing where nobody logs in."""
    if not site.who:
        return []
    leave = html.Button(t("door.log_out", view.language), type="submit")
    out = html.Form(leave, method="post", action=f"/logout?lang={view.language}")
    name = html.Span(site.who, className="name", title=site.who)
    return [html.Div([name, out], className="person")]


def _nav_link(other: Page, page: Page | None, view: View) -> Component:
    here = {"aria-current": "page"} if other is page else {}
    href = other.path + elsewhere(view, other)
    return html.A(
        t(f"page.{other.key}.short", view.language), href=href, className="inside", **here
    )


def _languages(page: Page | None, view: View) -> Component:
    links = [
        html.A(
            code.upper(),
            href=(page.path + write(view, page, lang=code)) if page else f"/?lang={code}",
            title=t("frame.language", code),
            lang=code,
            className="inside",
            **_language_marks(code, view),
        )
        for code in LANGUAGES
    ]
    name = t("frame.languages", view.language)
    return html.Div(links, className="languages", role="group", **{"aria-label": name})


def _language_marks(code: str, view: View) -> dict[str, str]:
    marks = {"data-keep": f"lang-{code}"}
    return marks | {"aria-current": "true"} if code == view.language else marks


def _downloads(page: Page, view: View) -> Component:
    links = [_file(form, page, view, "") for form in exports.FORMATS]
    if view.small:
        links += [_file(form, page, view, SMALL) for form in exports.FORMATS]
    return download.menu(t("frame.download", view.language), links)


def _file(form: str, page: Page, view: View, small: str) -> tuple[str, str]:
    """Small numbers leave only by a link that says so."""
    words = t(f"format.{form}", view.language)
    if small:
        words = t("small.file", view.language, format=words)
    return words, f"/export/{page.key}.{form}{write(view, page, small=small)}"


def _tab(key: str, page: Page, view: View) -> Component:
    tab = "" if key == page.tabs[0] else key
    marks = {"data-keep": f"tab-{key}"}
    if key == view.tab:
        marks["aria-current"] = "true"
    return html.A(
        t(f"tab.{page.key}.{key}", view.language),
        href=page.path + write(view, page, view=tab, sort=""),
        className="inside",
        **marks,
    )
