"""Which spread the limits take in: chance alone, or also how groups usually differ."""

from dataclasses import dataclass

from dashboard.i18n import number, t
from dashboard.panels import switches
from dashboard.panels.view import View
from dashboard.spec.page import Page
from dashboard.spec.panel import Switch
from dashboard.statistics.funnel import CHANCE_ALONE, LEAST_GROUPS, Spread

KEY = "spread"  # of the page's option


@dataclass(frozen=True, slots=True)
class Used:
    """`spread` is what the limits take in, `found` what the groups themselves show.

    `why` is "usual", "chance" (chosen), "even" (they differ by no more than chance), "few" (too
    few groups to tell) or "unlike" (things that are not of one kind have no usual spread).
    """

    spread: Spread
    found: Spread
    why: str

    @property
    def can_turn(self) -> bool:
        """Whether the other choice would draw other limits."""
        return self.why in ("usual", "chance")


def used(page: Page, view: View, found: Spread, groups: int) -> Used:
    """The usual spread where groups differ by more than chance, unless the address says
    otherwise."""
    return settled(found, groups, wanted(page, view))


def settled(found: Spread, groups: int, chance: bool = False) -> Used:
    """The same where no page has a say; `chance`: alone, if it can be chosen."""
    if groups < LEAST_GROUPS:
        return Used(CHANCE_ALONE, found, "few")
    if found.ratio <= 1 or found.variance <= 0:
        return Used(CHANCE_ALONE, found, "even")
    if chance:
        return Used(CHANCE_ALONE, found, "chance")
    return Used(found, found, "usual")


def wanted(page: Page, view: View) -> bool:
    """Whether the address asks for the limits of chance alone."""
    return _chosen(page, view) == "chance"


def said(use: Used, language: str) -> str:
    """What the limits take in, and by how much groups differ beyond chance (φ)."""
    return t(f"spread.{use.why}", language, ratio=number(use.found.ratio, language, 1))


def turning(page: Page, view: View, use: Used) -> tuple[Switch, ...]:
    """The page's option, where there is something to turn."""
    return (switches.switch(page, view, KEY),) if _has(page) and use.can_turn else ()


def _chosen(page: Page, view: View) -> str:
    return view.option(page, KEY) if _has(page) else "usual"


def _has(page: Page) -> bool:
    return any(option.key == KEY for option in page.options)
