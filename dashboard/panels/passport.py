"""Blocks about just one school: which one, and any kind of block narrowed to it."""

from collections.abc import Callable
from dataclasses import replace

from dashboard.i18n import t
from dashboard.metrics.registers import schools
from dashboard.panels.chooser import waiting
from dashboard.panels.compared import everywhere
from dashboard.panels.empty import nothing
from dashboard.panels.view import Asking, View
from dashboard.spec.filters import FilterState
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Panel

Make = Callable[[Page, Block, View, Asking], Panel]


def own_school(asking: Asking) -> str | None:
    """The first in the address, which is the one that its filter shows; None if not registered."""
    wanted = asking.view.filters.where().get("school", ())
    return wanted[0] if wanted and wanted[0] in schools(asking.snapshot) else None


def alone(kind: Make, without: Make | None = None) -> Make:
    """The kind of block, of the one school; `without` is made where none is chosen."""

    def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
        if not view.filters.where().get("school"):
            return without(page, block, view, asking) if without else waiting(page, block, asking)
        own = own_school(asking)
        if own is None:
            title = t(f"block.{page.key}.{block.key}", view.language)
            return Panel(title, "", empty=nothing(asking))
        narrowed = _of(view, own)
        return kind(page, block, narrowed, replace(asking, view=narrowed))

    return make


def named(kind: Make) -> Make:
    """The kind of block with the school's name in it: it stands on a sheet without the head."""

    def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
        panel = kind(page, block, view, asking)
        name = schools(asking.snapshot)[own_school(asking)].name
        return panel if panel.empty else replace(panel, about=f"{name}. {panel.about}")

    return make


def _of(view: View, school: str) -> View:
    values = {**view.filters.values, "school": (school,)}
    return replace(view, filters=FilterState(view.filters.specs, values))


def shown(kind: Make) -> Make:
    """The kind of block, unless the school is hidden: where it has marks would tell of few
    children."""

    def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
        value = everywhere(block.metrics[0], asking).by_key().get((own_school(asking),))
        if value is None or value.flag != "c":
            return kind(page, block, view, asking)
        return _hidden(page, block, asking)

    return make


def seen(kind: Make) -> Make:
    """The kind of block, if it has a number at all; else that the school is hidden."""

    def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
        panel = kind(page, block, view, asking)
        numbers = any(cell.number is not None for row in panel.rows for cell in row)
        return panel if panel.empty or numbers else _hidden(page, block, asking)

    return make


def _hidden(page: Page, block: Block, asking: Asking) -> Panel:
    language, limit = asking.view.language, asking.settings.hide_below
    title = t(f"block.{page.key}.{block.key}", language)
    return Panel(title, "", empty=t("school.hidden", language, limit=limit))
