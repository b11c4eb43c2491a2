"""Mentors with a live term by direction, against how many there should be."""

from collections import Counter
from collections.abc import Mapping

from dashboard.filters import DIRECTION
from dashboard.i18n import integer, t
from dashboard.metrics.mentor_plan import plan
from dashboard.panels import mentor_words, staff
from dashboard.panels.mentoring import Seen, seen
from dashboard.panels.view import OF_SCHOOLS, Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A row for each direction, those without mentors among them; a click chooses it."""
    known, language = seen(asking), view.language
    if known is None or not known.schools:
        return mentor_words.absent(page, block, asking)
    if not staff.counts_mentors(asking):
        return staff.not_for_you(page, block, asking)
    due = planned(known, asking)
    live = Counter(term.direction for term in known.live.values())
    stem = f"block.{page.key}.{block.key}"
    said = "plan" if by_plan(asking) else "approved"
    about = f"{stem}.about" if by_plan(asking) else "mentors.against.approved"
    return Panel(
        title=t(stem, language),
        about=staff.with_few(t(about, language), asking),
        columns=(
            Column("name", t("filter.direction", language)),
            Column("value", t("mentors.live", language), unit="count"),
            Column("plan", t(f"mentors.of.{said}", language), unit="count"),
        ),
        rows=tuple(
            (
                Cell(
                    mentor_words.direction(key, language),
                    href=page.path + view.narrower(direction=key),
                ),
                Cell(integer(live[key], language), live[key], "count"),
                due_cell(due, key, language),
            )
            for key in shown(asking)
        ),
        marks={"keys": shown(asking)},
    )


def shown(asking: Asking) -> tuple[str, ...]:
    """The directions that the filter takes in, in the order of the register's own list."""
    chosen = asking.view.filters.where().get("direction") or DIRECTION.closed
    few = staff.few_directions(asking)
    return tuple(key for key in DIRECTION.closed if key in chosen and key not in few)


def by_plan(asking: Asking) -> bool:
    """A plan is of the whole district: some schools or subjects have none of their own."""
    narrower = (OF_SCHOOLS | {"subject"}) & asking.view.filters.where().keys()
    return bool(asking.settings.mentor_plan) and not narrower


def planned(known: Seen, asking: Asking) -> Mapping[str, int]:
    """How many there should be: as set for the district, else as were approved."""
    if by_plan(asking):
        return plan(asking.settings.mentor_plan)
    return Counter(term.direction for term in known.approved.values())


def due_cell(due: Mapping[str, int], key: str, language: str) -> Cell:
    """A direction that the plan does not name has none: that is not 0."""
    if key not in due and not isinstance(due, Counter):
        return Cell("", unit="count")
    return Cell(integer(due[key], language), due[key], "count")
