"""How the panels of the mentors' page name people, schools and days. People are codes."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dashboard.i18n import order, t
from dashboard.metrics.mentor_terms import months_after
from dashboard.metrics.mentors import Term, latest_day
from dashboard.panels import words
from dashboard.panels.attention.asked import Asked
from dashboard.panels.attention.naming import named
from dashboard.panels.empty import nothing
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Panel

METRIC = "mentors_live"


def nobody(page: Page, block: Block, language: str) -> Panel:
    """Nothing was imported: which table to bring."""
    title = t(f"block.{page.key}.{block.key}", language)
    return Panel(title, "", empty=t("mentors.no_register", language))


def absent(page: Page, block: Block, asking: Asking) -> Panel:
    """Nothing was imported, or nothing is chosen that there is."""
    language = asking.view.language
    if latest_day(asking.snapshot) is None:
        return nobody(page, block, language)
    return Panel(t(f"block.{page.key}.{block.key}", language), "", empty=nothing(asking))


def until(page: Page, view: View, on: date) -> date:
    """The day up to which terms «end soon», by the page's option."""
    return months_after(on, int(view.option(page, "months")))


def direction(key: str | None, language: str) -> str:
    return t(f"choice.{key}", language) if key else words.NOTHING


def subject(key: str | None, asking: Asking) -> str:
    known = words.name("subject", key, asking.snapshot, asking.view.language)
    return known if key else words.NOTHING


def school(key: str | None, asking: Asking) -> str:
    """Its whole name."""
    known = words.name("school", key, asking.snapshot, asking.view.language)
    return known if key else words.NOTHING


def schools(keys: Iterable[str], asking: Asking) -> str:
    """«№ 31, № 40, № 44 and 2 more»."""
    return named(keys, Asked(asking, METRIC, ""))


def number(key: str, asking: Asking) -> str:
    """«№ 17», where no other school has that number."""
    return Asked(asking, METRIC, "").school(key)


def by_code(terms: dict[str, Term], language: str) -> list[Term]:
    return sorted(terms.values(), key=lambda term: order(term.mentor, language))


def tab(page: Page, view: View, key: str) -> str:
    """The same view of the page on another tab."""
    return page.path + replace(view, tab=key, sort="").search(page)


def of_school(page: Page, view: View, key: str, school: str) -> str:
    """One school alone, on a tab of the page."""
    return f"{page.path}{view.narrower(school=school)}&view={key}"
