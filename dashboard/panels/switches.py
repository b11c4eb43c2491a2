"""The options of a page as links, to stand where what they turn is seen."""

from dashboard.i18n import t
from dashboard.panels.view import View
from dashboard.spec.page import Page
from dashboard.spec.panel import Choice, Switch


def switch(page: Page, view: View, key: str) -> Switch:
    """One option of the page: every value, the one in use marked. KeyError if there is none."""
    used, language = view.option(page, key), view.language
    choices = tuple(
        Choice(
            value,
            t(f"option.{key}.{value}", language),
            _href(page, view, key, value),
            value == used,
        )
        for value in page.option(key).values
    )
    return Switch(key, t(f"option.{key}", language), choices)


def _href(page: Page, view: View, key: str, value: str) -> str:
    return page.path + view.turned(key, value).search(page)
