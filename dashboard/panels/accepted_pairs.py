"""The accepted pairs as the annex to an order: whom, whose, where, from when and until when."""

from dashboard.i18n import day, integer, plural, t
from dashboard.metrics.registers import schools
from dashboard.panels import accepting, mentor_words, staff
from dashboard.panels.suggesting import Accepted, Refused, Suggested, suggested
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

COLUMNS = ("no", "mentor", "of", "direction", "name", "subject", "teacher", "start", "until")


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """All of the district, whatever is narrowed: an order is whole. In the order of acceptance."""
    if not asking.sees_staff:
        return staff.not_for_you(page, block, asking)
    found, language = suggested(page, asking), view.language
    if found is None:
        return mentor_words.nobody(page, block, language)
    stem = f"block.{page.key}.{block.key}"
    if not found.accepted and not found.refused:
        return Panel(t(stem, language), "", sentences=(t("pairing.none_accepted", language),))
    count = len(found.accepted)
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language),
        columns=tuple(Column(name, t(f"pairing.order.{name}", language)) for name in COLUMNS),
        rows=tuple(
            _row(number, each, found, asking) for number, each in enumerate(found.accepted, start=1)
        ),
        sentences=(
            plural("pairing.order.said", count, language, number=integer(count, language)),
            *(_said(each, asking) for each in found.refused),
        ),
        marks={
            "undo": tuple(_without(each.text, page, asking) for each in found.refused),
            "links": ((t("pairing.take_back_all", language), accepting.href(page, view, ())),),
        },
    )


def _row(number: int, each: Accepted, found: Suggested, asking: Asking) -> tuple[Cell, ...]:
    """The teacher is left for a pen: the register of needs knows only the school."""
    language, mentor = asking.view.language, each.mentor
    term = found.standing.live[mentor.id]
    return (
        Cell(integer(number, language), number, "count"),
        Cell(mentor.id),
        Cell(mentor_words.school(mentor.school, asking)),
        Cell(mentor_words.direction(mentor.direction, language)),
        Cell(mentor_words.school(each.item.school, asking)),
        Cell(mentor_words.subject(each.item.subject, asking)),
        Cell(""),
        Cell(day(found.on, language)),
        Cell(day(term.end, language)),
    )


def _said(each: Refused, asking: Asking) -> str:
    """«№ 31, chemistry, M014: the term is over. »"""
    language = asking.view.language
    why = t(f"pairing.refused.{each.why}", language)
    return t("pairing.refused", language, pair=_named(each, asking), why=why)


def _named(each: Refused, asking: Asking) -> str:
    if each.item is None:
        return each.text
    school, subject, mentor = each.item
    registered = school in schools(asking.snapshot)
    name = mentor_words.number(school, asking) if registered else school
    return f"{name}, {mentor_words.subject(subject, asking)}, {mentor}"


def _without(text: str, page: Page, asking: Asking) -> str:
    rest = [item for item in accepting.accepted(asking.view, page) if item != text]
    return accepting.href(page, asking.view, rest)
