"""Whose courses end within the months of the page's option, as the filters narrow it."""

from datetime import date

from dashboard.metrics.course_people import Certificate, ending
from dashboard.metrics.mentor_terms import months_after
from dashboard.panels.course_people import Staff, is_chosen
from dashboard.panels.view import Asking
from dashboard.spec.page import Page


def until(page: Page, found: Staff, asking: Asking) -> date:
    return months_after(found.on, int(asking.view.option(page, "months")))


def soon(page: Page, found: Staff, asking: Asking) -> list[Certificate]:
    """The last course of each person and kind, the first to end first."""
    kinds = asking.view.filters.where().get("course_kind", ())
    return [
        each
        for each in ending(found.held, found.on, until(page, found, asking))
        if is_chosen(each.school, asking) and (not kinds or each.kind in kinds)
    ]
