"""Pupils with a plan of their own by school, with the interval."""

from dataclasses import replace

from dashboard.panels import association_words as names
from dashboard.panels import groups
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """As any metric by school; where an area is chosen, it says that pupils are of all areas."""
    made = groups.make(page, block, view, asking)
    return made if made.empty else replace(made, about=names.of_all_areas(made.about, asking))
