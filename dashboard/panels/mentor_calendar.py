"""When the doors of the mentors with a live term are open: the next day first."""

from datetime import date

from dashboard.i18n import day, order, t
from dashboard.i18n.days import weekday
from dashboard.metrics.mentors import Term
from dashboard.metrics.open_days import open_days
from dashboard.panels import mentor_words, staff, words
from dashboard.panels.empty import nothing
from dashboard.panels.mentoring import seen
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

COLUMNS = ("mentor", "school", "field", "written")


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """What cannot be read, is over or was not told stands below, as it is written."""
    known, language = seen(asking), view.language
    if known is None or not known.schools:
        return mentor_words.absent(page, block, asking)
    if not asking.sees_staff:
        return staff.not_for_you(page, block, asking)
    stem = f"block.{page.key}.{block.key}"
    if not known.live:
        return Panel(t(stem, language), "", empty=nothing(asking))
    if not any(term.open_day for term in known.live.values()):
        return Panel(t(stem, language), "", empty=t(f"{stem}.empty", language))
    terms = mentor_words.by_code(known.live, language)
    found = sorted(
        ((_next(term, known.on), term) for term in terms),
        key=lambda each: (each[0] or date.max, order(each[1].mentor, language)),
    )
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language, day=day(known.on, language)),
        columns=(
            Column("name", t("mentors.next_day", language)),
            *(Column(key, t(f"mentors.column.{key}", language)) for key in COLUMNS),
        ),
        rows=tuple(_row(when, term, page, asking) for when, term in found),
    )


def _next(term: Term, on: date) -> date | None:
    """Not after the term: nobody knows whether it is renewed."""
    known = open_days(term.open_day or "")
    return known.next(on, term.end) if known else None


def _row(when: date | None, term: Term, page: Page, asking: Asking) -> tuple[Cell, ...]:
    language = asking.view.language
    field = (
        mentor_words.subject(term.subject, asking)
        if term.subject
        else mentor_words.direction(term.direction, language)
    )
    href = mentor_words.of_school(page, asking.view, "calendar", term.school)
    return (
        Cell(_said(when, language) if when else _why(term, language)),
        Cell(staff.person(term.mentor, asking)),
        Cell(mentor_words.number(term.school, asking), href=href),
        Cell(field),
        Cell(term.open_day or words.NOTHING),
    )


def _said(when: date, language: str) -> str:
    """«Fri, 27 Nov 2026»."""
    return f"{weekday(when.weekday(), language)}, {day(when, language)}"


def _why(term: Term, language: str) -> str:
    """Why there is no next day: none was told, it cannot be read, or all are over."""
    why = "not_told" if not term.open_day else "over" if open_days(term.open_day) else "as_written"
    return t(f"mentors.day.{why}", language)
