"""Pairs of more than sixty days that have not met for sixty days. Mentees are not named."""

from dataclasses import replace

from dashboard.i18n import day, integer, order, plural, t
from dashboard.metrics.mentor_meetings import Quiet, quiet
from dashboard.panels import mentor_words, staff
from dashboard.panels.empty import nothing
from dashboard.panels.mentoring import seen
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

COLUMNS = ("getter", "field", "since", "last")
SORTS = ("name", "getter", "since", "last")


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """By mentor, unless the address asks for another order."""
    known, language = seen(asking), view.language
    if known is None or not known.schools:
        return mentor_words.absent(page, block, asking)
    if not staff.counts_mentors(asking):
        return staff.not_for_you(page, block, asking)
    stem = f"block.{page.key}.{block.key}"
    if not known.register.events:
        return Panel(t(stem, language), "", empty=t(f"{stem}.empty", language))
    if not known.links:
        return Panel(t(stem, language), "", empty=nothing(asking))
    found = quiet(known.links, known.register.events, known.on)
    if not found:
        return Panel(t(stem, language), "", empty=t("mentors.none_quiet", language))
    said = plural("mentors.quiet", len(found), language, number=integer(len(found), language))
    about = t(f"{stem}.about", language, day=day(known.on, language), said=said)
    if not asking.sees_staff:
        return replace(staff.not_for_you(page, block, asking), about=about)
    return Panel(
        title=t(stem, language),
        about=about,
        columns=(
            Column("name", t("mentors.mentor", language)),
            *(Column(key, t(f"mentors.column.{key}", language)) for key in COLUMNS),
        ),
        rows=tuple(_row(each, page, asking) for each in _sorted(found, asking)),
        marks={"sorts": SORTS},
    )


def _sorted(found: list[Quiet], asking: Asking) -> list[Quiet]:
    """Those who never met stand before those who met long ago."""
    language, sort = asking.view.language, asking.view.sort
    by_name = sorted(found, key=lambda each: order(each.link.mentor, language))
    places = {
        "getter": lambda each: order(mentor_words.school(each.link.getter, asking), language),
        "since": lambda each: each.link.start,
        "last": lambda each: (each.last is not None, each.last),
    }
    wanted, down = sort.removeprefix("-"), sort.startswith("-")
    if wanted not in places:
        return by_name[::-1] if wanted == "name" and down else by_name
    return sorted(by_name, key=places[wanted], reverse=down)


def _row(each: Quiet, page: Page, asking: Asking) -> tuple[Cell, ...]:
    language, link = asking.view.language, each.link
    giver = f" · {mentor_words.number(link.giver, asking)}" if link.giver else ""
    field = (
        mentor_words.subject(link.subject, asking)
        if link.subject
        else mentor_words.direction(link.direction, language)
    )
    href = mentor_words.of_school(page, asking.view, "network", link.getter)
    last = day(each.last, language) if each.last else t("mentors.never", language)
    return (
        Cell(f"{staff.person(link.mentor, asking)}{giver}"),
        Cell(mentor_words.school(link.getter, asking), href=href),
        Cell(field),
        Cell(day(link.start, language)),
        Cell(last),
    )
