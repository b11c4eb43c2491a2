"""What each kind of block says: answers laid out as a titled table, before anything is drawn."""

from importlib import import_module

from dashboard.i18n import t
from dashboard.panels.view import Asking, View
from dashboard.roles import may
from dashboard.settings import Settings
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Panel
from dashboard.store.current import Snapshot

__all__ = ["View", "make"]


def make(
    page: Page, block: Block, view: View, snapshot: Snapshot | None, settings: Settings
) -> Panel:
    """The block's panel for one view of the page; its kind is a module of this package.

    `snapshot` is None for live blocks alone: before the first import.
    """
    if block.only and not may(settings.role, block.only):
        title = t(f"block.{page.key}.{block.key}", view.language)
        return Panel(title, "", empty=t("frame.not_for_you", view.language))
    kind = import_module(f"dashboard.panels.{block.panel}")
    return kind.make(page, block, view, Asking(snapshot, settings, view))
