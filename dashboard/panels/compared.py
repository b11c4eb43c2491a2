"""Which schools a comparison is of: those in the address, or one beside its most similar."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dashboard.i18n import t
from dashboard.metrics.registers import schools
from dashboard.panels import words
from dashboard.panels.likeness import most_similar
from dashboard.panels.view import OF_SCHOOLS, Asking
from dashboard.spec.answer import Answer
from dashboard.spec.page import Page

MOST = 6  # more cannot be told apart on a screen
NUMBER = re.compile(r".*?№\s*\d+\w?(?!\w)")


@dataclass(frozen=True, slots=True)
class Compared:
    """`own` is a school that was chosen alone: it stands first, then its most similar by name."""

    ids: tuple[str, ...]
    own: str | None = None
    left_out: tuple[str, ...] = ()  # chosen, but too many; by name

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Every two; of a school chosen alone, just those that it is in."""
        if self.own:
            return [(self.own, other) for other in self.ids[1:]]
        return [(a, b) for place, a in enumerate(self.ids) for b in self.ids[place + 1 :]]


def chosen(asking: Asking) -> list[str]:
    """The registered schools in the address, by name."""
    wanted = set(asking.view.filters.where().get("school", ()))
    known = wanted & schools(asking.snapshot).keys()
    return words.by_name("school", known, asking.snapshot, asking.view.language)


def compared(page: Page, asking: Asking) -> Compared:
    there = chosen(asking)
    if len(there) != 1:
        return Compared(tuple(there[:MOST]), None, tuple(there[MOST:]))
    near = {key for key, _ in most_similar(there[0], page, asking)}
    named = words.by_name("school", near, asking.snapshot, asking.view.language)
    return Compared((there[0], *named), there[0])


def nothing_chosen(asking: Asking) -> bool:
    return not asking.view.filters.where().get("school")


def everywhere(key: str, asking: Asking, by: str = "school", **where: tuple) -> Answer:
    """A metric of the whole district by one dimension; the page's other filters stay.

    Chosen schools are picked out of it: one question for all, and what is hidden is the same.
    """
    return asking.answer(key, (by,), **dict.fromkeys(OF_SCHOOLS, ()), **where)


def short_names(asking: Asking, ids: Iterable[str]) -> dict[str, str]:
    """«№ 7» of «№ 7 орто мектеп «Сары-Өзөн»», where no other of these is called so."""
    full = {key: schools(asking.snapshot)[key].name for key in ids}
    cut = {key: _cut(name) for key, name in full.items()}
    return {key: full[key] if _twice(cut, key) else cut[key] for key in full}


def to_passport(asking: Asking) -> Callable[[str], str]:
    """The address of a school's own page, under the filters of this one."""
    narrowed = asking.view.narrowing("school")
    return lambda key: f"/school{narrowed(key)}"


def nothing_to_compare(asking: Asking) -> str:
    return t("compare.nothing", asking.view.language)


def _cut(name: str) -> str:
    found = NUMBER.match(name)
    return found[0] if found else name


def _twice(names: dict[str, str], key: str) -> bool:
    return list(names.values()).count(names[key]) > 1
