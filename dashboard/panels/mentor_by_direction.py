"""Each direction in one line: approved, live, planned, ending, pairs, load, mentors with nobody."""

from datetime import date

from dashboard.i18n import day, integer, t
from dashboard.metrics.mentor_terms import ending
from dashboard.panels import mentor_directions, mentor_words, staff, words
from dashboard.panels.mentoring import Seen, seen
from dashboard.panels.switches import switch
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

COUNTS = ("approved", "live", "planned", "ends", "pairs")  # planned: where a plan is set


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A row for each direction and one for pairs whose mentor is not registered, if there are."""
    known, language = seen(asking), view.language
    if known is None or not known.schools:
        return mentor_words.absent(page, block, asking)
    if not staff.counts_mentors(asking):
        return staff.not_for_you(page, block, asking)
    until = mentor_words.until(page, view, known.on)
    stem = f"block.{page.key}.{block.key}"
    days = {"day": day(known.on, language), "until": day(until, language)}
    return Panel(
        title=t(stem, language),
        about=staff.with_few(t(f"{stem}.about", language, **days), asking),
        columns=_columns(block, asking),
        rows=_rows(page, block, known, until, asking),
        switches=(switch(page, view, "months"),),
    )


def _columns(block: Block, asking: Asking) -> tuple[Column, ...]:
    language = asking.view.language
    return (
        Column("name", t("filter.direction", language)),
        *(Column(key, t(f"mentors.column.{key}", language), unit="count") for key in _told(asking)),
        Column("load", t(f"metric.{block.metrics[1]}", language), unit="points"),
        Column("idle", t("mentors.column.idle", language), unit="count"),
    )


def _told(asking: Asking) -> tuple[str, ...]:
    """Without a plan of its own a district has no column of it: it would be the approved again."""
    by_plan = mentor_directions.by_plan(asking)
    return tuple(key for key in COUNTS if key != "planned" or by_plan)


def _rows(
    page: Page, block: Block, known: Seen, until: date, asking: Asking
) -> tuple[tuple[Cell, ...], ...]:
    view = asking.view
    loads = asking.answer(block.metrics[1], ("direction",)).by_key()
    rows = [
        (
            Cell(mentor_words.direction(key, view.language), href=_narrower(page, view, key)),
            *_counts(key, known, until, asking),
            words.cell(loads.get((key,)), block.metrics[1], view.language),
            _count(_idle(key, known), view.language),
        )
        for key in mentor_directions.shown(asking)
    ]
    return (*rows, *_unregistered(known, asking))


def _narrower(page: Page, view: View, key: str) -> str:
    return f"{page.path}{view.narrower(direction=key)}&view=load"


def _counts(key: str, known: Seen, until: date, asking: Asking) -> tuple[Cell, ...]:
    language = asking.view.language
    of = {m: term for m, term in known.live.items() if term.direction == key}
    due = mentor_directions.planned(known, asking)
    cells = {
        "approved": _count(sum(t.direction == key for t in known.approved.values()), language),
        "live": _count(len(of), language),
        "planned": mentor_directions.due_cell(due, key, language),
        "ends": _count(len(ending(known.register.terms, of, until)), language),
        "pairs": _count(sum(link.direction == key for link in known.links), language),
    }
    return tuple(cells[name] for name in _told(asking))


def _idle(key: str, known: Seen) -> int:
    return sum(
        term.direction == key and not known.whole.load(mentor)
        for mentor, term in known.live.items()
    )


def _unregistered(known: Seen, asking: Asking) -> list[tuple[Cell, ...]]:
    """Their pairs are of no direction, yet they are pairs."""
    pairs, language = sum(link.direction is None for link in known.links), asking.view.language
    if not pairs:
        return []
    nothing, last = Cell("", unit="count"), _told(asking)[-1]
    counts = (_count(pairs, language) if name == last else nothing for name in _told(asking))
    return [(Cell(t("mentors.unregistered", language)), *counts, nothing, nothing)]


def _count(count: int, language: str) -> Cell:
    return Cell(integer(count, language), count, "count")
