"""Open lessons given out of planned, by school."""

from dashboard.panels import association_done
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Panel

LESSONS = ("open_lesson",)


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Of the months that are over; a school that planned none has no share."""
    return association_done.made(page, block, asking, block.by, work_kind=LESSONS)
