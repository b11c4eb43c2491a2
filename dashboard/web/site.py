"""What the routes and callbacks of one application share, and who asks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from flask import g, has_request_context

from dashboard.discover import discover
from dashboard.roles import LOGIN, NOBODY
from dashboard.settings import Settings
from dashboard.spec.page import Page
from dashboard.store.current import Reader
from dashboard.store.users import Person


@dataclass(frozen=True, slots=True)
class Site:
    base: Settings  # as the server was started
    pages: Mapping[str, Page]  # in the order of the menu
    reader: Reader  # opens nothing until it is first asked, so after the fork

    @property
    def settings(self) -> Settings:
        """With the role and the school of the person who asks: ask for it in the request itself."""
        if self.base.access != LOGIN or _ours():
            return self.base
        person = person_here()
        return _of(self.base, person.role, person.school) if person else _of(self.base, NOBODY, "")

    @property
    def who(self) -> str:
        """The name of the person who asks; empty without a log-in."""
        person = person_here()
        return person.name if person else ""


def make_site(settings: Settings) -> Site:
    found = sorted(discover("dashboard.pages", "PAGE"), key=lambda page: page.order)
    return Site(settings, {page.key: page for page in found}, Reader(settings))


def person_here() -> Person | None:
    """Who asks, once web/door.py has let them in."""
    return g.get("person") if has_request_context() else None


def _ours() -> bool:
    return has_request_context() and g.get("ours", False)


@lru_cache(maxsize=256)
def _of(base: Settings, role: str, school: str) -> Settings:
    return replace(base, role=role, school=school)
