"""Mentees per mentor, beside how many one may have. Mentors are codes; nobody is judged by it."""

from typing import NamedTuple

from dashboard.i18n import day, integer, order, plural, t
from dashboard.metrics.mentors import Term
from dashboard.panels import mentor_words, staff
from dashboard.panels.empty import nothing
from dashboard.panels.mentoring import Seen, seen
from dashboard.panels.switches import switch
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

SORTS = ("name", "value", "school", "direction", "subject")


class Line(NamedTuple):
    """A mentor as the rows are sorted; the fields are named as the columns."""

    name: str
    value: int
    school: str
    direction: str
    subject: str
    term: Term


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """The most loaded first, of equal load by code, unless the address asks for another order."""
    known, language = seen(asking), view.language
    if known is None or not known.schools:
        return mentor_words.absent(page, block, asking)
    if not asking.sees_staff:
        return staff.not_for_you(page, block, asking)
    stem, most = f"block.{page.key}.{block.key}", int(view.option(page, "most"))
    if not known.live:
        return Panel(t(stem, language), "", empty=nothing(asking))
    when = day(known.on, language)
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language, day=when, number=integer(len(known.live), language)),
        columns=_columns(block, language),
        rows=tuple(_row(line, page, asking) for line in _sorted(lines(known, asking), asking)),
        reference=float(most),
        reference_text=plural("mentors.may_have", most, language, number=integer(most, language)),
        marks={"sorts": SORTS},
        switches=(switch(page, view, "most"),),
    )


def lines(known: Seen, asking: Asking) -> list[Line]:
    """By code."""
    language = asking.view.language
    return [
        Line(
            staff.person(term.mentor, asking),
            known.whole.load(term.mentor),
            mentor_words.school(term.school, asking),
            mentor_words.direction(term.direction, language),
            mentor_words.subject(term.subject, asking),
            term,
        )
        for term in mentor_words.by_code(known.live, language)
    ]


def _columns(block: Block, language: str) -> tuple[Column, ...]:
    return (
        Column("name", t("mentors.mentor", language)),
        Column("value", t("mentors.column.mentees", language), unit="count"),
        Column("school", t("filter.school", language)),
        Column("direction", t("filter.direction", language)),
        Column("subject", t("filter.subject", language)),
    )


def _sorted(found: list[Line], asking: Asking) -> list[Line]:
    wanted, down = asking.view.sort.removeprefix("-"), asking.view.sort.startswith("-")
    if wanted not in SORTS:
        wanted, down = "value", True

    def place(line: Line) -> tuple:
        at = getattr(line, wanted)
        return (at,) if wanted == "value" else order(at, asking.view.language)

    return sorted(found, key=place, reverse=down)


def _row(line: Line, page: Page, asking: Asking) -> tuple[Cell, ...]:
    href = mentor_words.of_school(page, asking.view, "network", line.term.school)
    number = mentor_words.number(line.term.school, asking)
    return (
        Cell(f"{line.name} · {number}", href=href),
        Cell(integer(line.value, asking.view.language), line.value, "count"),
        Cell(line.school),
        Cell(line.direction),
        Cell(line.subject),
    )
