"""Whose course ends within some months, by name of the course: a list for head and methodist."""

from collections.abc import Callable, Mapping

from dashboard.i18n import day, order, t
from dashboard.metrics.course_people import Certificate
from dashboard.panels import course_people, course_soon, mentor_words, staff
from dashboard.panels.course_ending import soon, until
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

COLUMNS = ("name", "school", "course", "finished", "ends")


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """The first to end first, unless the address asks for another order."""
    found, language = course_people.staff(block.metrics[0], asking), view.language
    if found is None:
        return course_people.absent(page, block, asking)
    if not asking.sees_staff:
        return staff.not_for_you(page, block, asking)
    ends, stem = soon(page, found, asking), f"block.{page.key}.{block.key}"
    last = day(until(page, found, asking), language)
    if not ends:
        return Panel(t(stem, language), "", empty=t("expiring.nobody", language, until=last))
    return Panel(
        title=t(stem, language),
        about=f"{course_soon.said(len(ends), language)} {t(f'{stem}.about', language)}",
        columns=tuple(Column(key, t(f"expiring.column.{key}", language)) for key in COLUMNS),
        rows=tuple(_row(each, page, asking) for each in _sorted(ends, asking)),
        marks={"sorts": COLUMNS},
    )


def _sorted(ends: list[Certificate], asking: Asking) -> list[Certificate]:
    wanted, down = asking.view.sort.removeprefix("-"), asking.view.sort.startswith("-")
    if wanted not in COLUMNS:
        return ends
    return sorted(ends, key=_places(asking)[wanted], reverse=down)


def _places(asking: Asking) -> Mapping[str, Callable[[Certificate], object]]:
    language = asking.view.language

    def by_words(text: Callable[[Certificate], str]) -> Callable[[Certificate], object]:
        return lambda each: order(text(each), language)

    return {
        "name": by_words(lambda each: each.teacher),
        "school": by_words(lambda each: mentor_words.number(each.school, asking)),
        "course": by_words(lambda each: each.name),
        "finished": lambda each: each.finished,
        "ends": lambda each: each.ends,
    }


def _row(each: Certificate, page: Page, asking: Asking) -> tuple[Cell, ...]:
    language = asking.view.language
    return (
        Cell(staff.person(each.teacher, asking)),
        Cell(
            mentor_words.number(each.school, asking),
            href=mentor_words.of_school(page, asking.view, "expiring", each.school),
        ),
        Cell(each.name),
        Cell(day(each.finished, language)),
        Cell(day(each.ends, language)),
    )
