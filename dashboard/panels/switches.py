"""The options of a page as links, to stand where what they turn is seen."""

from dashboard.i18n import t
from dashboard.panels.view import View
from dashboard.spec.page import Page
from dashboard.spec.panel import Choice, Switch


def switch(page: Page, view: View, key: str) -> Switch:
    """One option of the page: every value, the one in use marked. KeyError if there is none.

    Numbers stand by their size, the usual one among them; words in the page's order.
    """
    used, language = view.option(page, key), view.language
    choices = tuple(
        Choice(
            value,
            t(f"option.{key}.{value}", language),
            _href(page, view, key, value),
            value == used,
        )
        for value in _in_order(page.option(key).values)
    )
    return Switch(key, t(f"option.{key}", language), choices)


def _in_order(values: tuple[str, ...]) -> tuple[str, ...]:
    """1, 2, 3 …, wherever the usual one stands."""
    return tuple(sorted(values, key=float)) if all(map(_is_number, values)) else values


def _is_number(value: str) -> bool:
    return value.replace(".", "", 1).isdecimal()


def _href(page: Page, view: View, key: str, value: str) -> str:
    return page.path + view.turned(key, value).search(page)
