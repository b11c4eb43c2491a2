"""What the mentors held since the school year began: how many of each kind, and who came."""

from dashboard.i18n import day, integer, order, t
from dashboard.metrics.mentor_meetings import school_year_began
from dashboard.metrics.mentors import Event
from dashboard.panels import mentor_words
from dashboard.panels.mentoring import Seen, seen
from dashboard.panels.view import Asking, View
from dashboard.spec.core import tables
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

COUNTS = ("participants", "untold")
KINDS = tables()["mentor_events"].columns["kind"].choices


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A row for each kind that there may be: of one that was not held it is said, too."""
    known, language = seen(asking), view.language
    if known is None or not known.schools:
        return mentor_words.absent(page, block, asking)
    stem, began = f"block.{page.key}.{block.key}", school_year_began(known.on)
    if not known.register.events:
        return Panel(t(stem, language), "", empty=t(f"{stem}.empty", language))
    held = [event for event in known.register.events if began <= event.day <= known.on]
    chosen = [event for event in held if _fits(event, known, asking)]
    days = {"began": day(began, language), "day": day(known.on, language)}
    kinds = sorted(KINDS, key=lambda kind: order(t(f"choice.{kind}", language), language))
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language, **days),
        columns=(
            Column("name", t("mentors.column.kind", language)),
            Column("value", t("mentors.column.events", language), unit="count"),
            *(Column(key, t(f"mentors.column.{key}", language), unit="count") for key in COUNTS),
        ),
        rows=tuple(_row(kind, chosen, language) for kind in kinds),
    )


def _fits(event: Event, known: Seen, asking: Asking) -> bool:
    """At the chosen schools; of the direction and subject of its mentor, if they are chosen."""
    if event.school not in known.schools:
        return False
    where = asking.view.filters.where()
    directions, subjects = where.get("direction"), where.get("subject")
    terms = [each for each in known.register.terms if each.mentor == event.mentor]
    right = not directions or any(term.direction in directions for term in terms)
    own = {event.subject} if event.subject else {term.subject for term in terms}
    return right and (not subjects or bool(own & {*subjects}))


def _row(kind: str, chosen: list[Event], language: str) -> tuple[Cell, ...]:
    """How many came is added where it was told; where to none was, there is no number."""
    of_kind = [event for event in chosen if event.kind == kind]
    told = [event.participants for event in of_kind if event.participants is not None]
    came = _count(sum(told), language) if told else Cell("", unit="count")
    return (
        Cell(t(f"choice.{kind}", language)),
        _count(len(of_kind), language),
        came,
        _count(len(of_kind) - len(told), language),
    )


def _count(count: int, language: str) -> Cell:
    return Cell(integer(count, language), count, "count")
