"""Every page, each of its tabs, the languages in turn: axe-core finds no serious fault."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from dashboard.discover import discover
from dashboard.i18n import LANGUAGES
from tests.web.screens import DESK, PHONE

PAGES = sorted(discover("dashboard.pages", "PAGE"), key=lambda page: page.order)
SERIOUS = {"serious", "critical"}
VIEWS = [
    pytest.param(page, tab, LANGUAGES[place % len(LANGUAGES)], id=f"{page.key}-{tab}")
    for page in PAGES
    for place, tab in enumerate(page.tabs or ("",))
]
FIRST = [
    pytest.param(page, LANGUAGES[place % len(LANGUAGES)], id=page.key)
    for place, page in enumerate(PAGES)
]

OF_SCHOOLS = {"school": "&school=S02", "compare": "&school=S02&school=S05&school=S09"}


def _faults(page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{fault['id']}: {node['html'][:160]}"
        for fault in found
        if fault["impact"] in SERIOUS
        for node in fault["nodes"]
    ]


def _address(page, tab: str, language: str) -> str:
    return f"{page.path}?view={tab}&lang={language}{OF_SCHOOLS.get(page.key, '')}"


@pytest.mark.parametrize(("page", "language"), FIRST)
def test_every_page_is_accessible_on_a_wide_screen(page, language, open_whole):
    assert not _faults(open_whole(_address(page, "", language), DESK))


@pytest.mark.parametrize(("page", "tab", "language"), VIEWS)
def test_every_tab_is_accessible_on_a_phone(page, tab, language, open_whole):
    assert not _faults(open_whole(_address(page, tab, language), PHONE))
