"""How many teachers hold a kind of course no more within some months, by kind."""

from collections import Counter

from dashboard.filters import COURSE_KIND
from dashboard.i18n import day, integer, plural, t
from dashboard.metrics.course_people import holders
from dashboard.panels import course_people, staff
from dashboard.panels.course_ending import soon, until
from dashboard.panels.course_people import Staff, is_chosen
from dashboard.panels.switches import switch
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A row for each kind that somebody holds. Those who see no single teachers are told it of the
    district only, and not of few."""
    found, language = course_people.staff(block.metrics[0], asking), view.language
    if found is None:
        return course_people.absent(page, block, asking)
    if not asking.sees_staff and not course_people.is_whole(asking):
        return staff.not_for_you(page, block, asking)
    stem = f"block.{page.key}.{block.key}"
    ends = Counter(each.kind for each in soon(page, found, asking))
    days = {"on": day(found.on, language), "until": day(until(page, found, asking), language)}
    rows = tuple(_row(key, ends[key], held, asking) for key, held in _held(found, asking).items())
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language, **days),
        columns=(
            Column("name", t("filter.course_kind", language)),
            Column("value", t("expiring.teachers", language), unit="count"),
            Column("held", t("expiring.held", language), unit="count"),
        ),
        rows=rows,
        empty="" if rows else t("expiring.nobody_holds", language),
        switches=(switch(page, view, "months"),),
    )


def _held(found: Staff, asking: Asking) -> dict[str, int]:
    """How many of the chosen schools hold each of the chosen kinds on the day."""
    kinds = asking.view.filters.where().get("course_kind") or COURSE_KIND.closed
    own = [each for each in found.held if is_chosen(each.school, asking)]
    counts = {key: len(holders(own, key, found.on)) for key in COURSE_KIND.closed if key in kinds}
    return {key: count for key, count in counts.items() if count}


def _row(key: str, ends: int, held: int, asking: Asking) -> tuple[Cell, ...]:
    language = asking.view.language
    return Cell(t(f"choice.{key}", language)), _count(ends, asking), _count(held, asking)


def _count(count: int, asking: Asking) -> Cell:
    if not asking.sees_staff and 0 < count < asking.settings.hide_below:
        return Cell("c", unit="count", flag="c")
    return Cell(integer(count, asking.view.language), count, "count")


def said(count: int, language: str) -> str:
    return plural("expiring.said", count, language, number=integer(count, language))
