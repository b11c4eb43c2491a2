"""The address of a page is its state: read into a view, written back in one canonical form."""

import re
from collections.abc import Mapping
from urllib.parse import parse_qs

from dashboard.filters import RULES
from dashboard.i18n import LANGUAGES, known
from dashboard.panels import View
from dashboard.panels.view import ROWS, SMALL
from dashboard.roles import allowed, sees_small, sees_staff
from dashboard.settings import Settings
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Page

SORT = re.compile(r"-?\w{1,40}")


def read(page: Page, query: Mapping, language: str, settings: Settings) -> View:
    """A view of whatever the address holds; what cannot be read is dropped."""
    return View(
        filters=FilterState.from_query(page.filters, query),
        language=language,
        rule=_rule(query.get("rule"), settings),
        sort=_sort(query.get("sort")),
        tab=_tab(query.get("view"), page, settings),
        options=_options(query, page, settings),
        small=sees_small(settings) and _one(query.get("small")) == SMALL,
        rows=_one(query.get("from")) == ROWS,
    )


def write(view: View, page: Page, /, **instead: str) -> str:
    """The one search string of a view. `instead` replaces rule, sort, view, small or lang."""
    return view.search(page, **instead)


def to_state(view: View, page: Page) -> dict:
    """For the page's store: the canonical address says all."""
    return {"page": page.key, "search": write(view, page)}


def from_state(page: Page, state: Mapping, settings: Settings) -> View:
    return read(page, _query(state), language(state, settings), settings)


def language(state: Mapping, settings: Settings) -> str:
    """A store comes back from the browser: its language is checked like an address's."""
    return known(_one(_query(state).get("lang"))) or known(settings.language) or LANGUAGES[0]


def elsewhere(view: View, page: Page) -> str:
    """The search string for another page: the filters that it understands, none of the rest."""
    filters = FilterState.from_query(page.filters, view.filters.to_query())
    beside = {"small": SMALL if view.small else "", "from": ROWS if view.rows else ""}
    return filters.to_search(rule=view.rule, **beside, lang=view.language)


def _query(state: Mapping) -> dict[str, list[str]]:
    return parse_qs(str(state["search"]).removeprefix("?"))


def _rule(raw: object, settings: Settings) -> str:
    """The rule of the setting is not written, so that one view has one address."""
    rule = _one(raw)
    return rule if rule in RULES and rule != settings.rule else ""


def _sort(raw: object) -> str:
    return _one(raw) if SORT.fullmatch(_one(raw)) else ""


def _tab(raw: object, page: Page, settings: Settings) -> str:
    """A tab that the role may see something on; else the first of them."""
    tabs = page.tabs_for(allowed(settings))
    return _one(raw) if _one(raw) in tabs else next(iter(tabs), "")


def _options(query: Mapping, page: Page, settings: Settings) -> tuple[tuple[str, str], ...]:
    """An option that holds teachers' codes is dropped for those who see none."""
    seen = [option for option in page.options if sees_staff(settings) or not option.persons]
    read = {option.key: option.read(_one(query.get(option.key))) for option in seen}
    usual = {option.key: option.values[0] for option in page.options}
    return tuple(sorted((key, value) for key, value in read.items() if value != usual[key]))


def _one(raw: object) -> str:
    """A key that stands once; repeated, it says nothing."""
    if isinstance(raw, list | tuple):
        return _one(raw[0]) if len(raw) == 1 else ""
    return raw if isinstance(raw, str) else ""
