"""The schools as links: where a page is about schools and none is chosen yet."""

from dashboard.i18n import t
from dashboard.metrics.registers import schools
from dashboard.panels import lives, words
from dashboard.panels.empty import nothing
from dashboard.panels.view import Asking
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def chooser(page: Page, block: Block, asking: Asking) -> Panel:
    """Each school leads to the same page about it; `school.choose.<page>` says what to do."""
    language = asking.view.language
    registered = schools(asking.snapshot)
    if not registered:
        return Panel(t(f"block.{page.key}.{block.key}", language), "", empty=nothing(asking))
    address = asking.view.narrowing("school")
    keys = words.by_name("school", set(registered), asking.snapshot, language)
    return Panel(
        title=t("school.choose", language),
        about=t(f"school.choose.{page.key}", language),
        columns=(Column("name", t("filter.school", language)), Column("aimak", _aimak(language))),
        rows=tuple(
            (
                Cell(lives.called(registered[key], language), href=page.path + address(key)),
                Cell(registered[key].aimak or ""),
            )
            for key in keys
        ),
        marks={"choose": True},
    )


def waiting(page: Page, block: Block, asking: Asking) -> Panel:
    """Of the page's other blocks: nothing yet, and why."""
    language = asking.view.language
    said = t("school.none_chosen", language)
    return Panel(t(f"block.{page.key}.{block.key}", language), "", empty=said)


def _aimak(language: str) -> str:
    return t("filter.aimak", language)
