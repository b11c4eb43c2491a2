"""What the lists of persons on the page of courses share: their day, rule and kind."""

from dataclasses import dataclass
from datetime import date

from dashboard.i18n import t
from dashboard.metrics.course_people import Certificate, Person, certificates, people
from dashboard.metrics.registers import schools
from dashboard.panels import empty
from dashboard.panels.view import OF_SCHOOLS, Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Panel

OPTION = "course"


@dataclass(frozen=True, slots=True)
class Staff:
    """Of the whole district: who is in post on the day, and all that they finished."""

    on: date
    people: tuple[Person, ...]
    held: tuple[Certificate, ...]


def staff(key: str, asking: Asking) -> Staff | None:
    """On the day and by the rule that the metric takes. None where nothing was imported, or nobody
    is in post at the chosen schools."""
    answer = asking.answer(key)
    if all(row.flag == "x" for row in answer.rows):
        return None
    on, valid = answer.taken.on, answer.taken.valid
    held = certificates(asking.snapshot, on, valid)
    return Staff(date.fromisoformat(on), people(asking.snapshot, on), held)


def absent(page: Page, block: Block, asking: Asking) -> Panel:
    title = t(f"block.{page.key}.{block.key}", asking.view.language)
    return Panel(title, "", empty=empty.why(page, block, asking))


def is_chosen(school: str, asking: Asking) -> bool:
    known = schools(asking.snapshot).get(school)
    return known is not None and known.fits(asking.view.filters.where())


def is_whole(asking: Asking) -> bool:
    """Whether the view is of the whole district."""
    return not OF_SCHOOLS & asking.view.filters.where().keys()


def kind(page: Page, view: View) -> str:
    """The kind that the filter has, if it is just one; else the page's option."""
    wanted = view.filters.where().get("course_kind", ())
    return wanted[0] if len(wanted) == 1 else view.option(page, OPTION)
