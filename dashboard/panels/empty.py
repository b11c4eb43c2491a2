"""Why a block has nothing to show, and what to do."""

from dashboard.i18n import has, t
from dashboard.metrics import metric
from dashboard.metrics.counts import periods
from dashboard.panels.view import Asking
from dashboard.spec.page import Block, Page


def why(page: Page, block: Block, asking: Asking) -> str:
    """A block whose data few districts import names what to import, if there never were any:
    `block.<page>.<key>.empty`. Else the choice is too narrow."""
    language, own = asking.view.language, f"block.{page.key}.{block.key}.empty"
    never = not periods(asking.snapshot, metric(block.metrics[0]).view)
    return t(own if never and has(own, language) else "panel.empty", language)
