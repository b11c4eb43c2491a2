"""What each kind of block says: answers laid out as a titled table, before anything is drawn."""

from importlib import import_module

from dashboard.panels.view import Asking, View
from dashboard.settings import Settings
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Panel
from dashboard.store.current import Snapshot

__all__ = ["View", "make"]


def make(page: Page, block: Block, view: View, snapshot: Snapshot, settings: Settings) -> Panel:
    """The block's panel for one view of the page; its kind is a module of this package."""
    kind = import_module(f"dashboard.panels.{block.panel}")
    return kind.make(page, block, view, Asking(snapshot, settings, view))
