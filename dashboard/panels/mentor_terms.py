"""In words: whose terms end soon, who helps in their place, and which pairs do not meet."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from dashboard.i18n import day, integer, plural, t
from dashboard.metrics.mentor_meetings import quiet
from dashboard.metrics.mentor_terms import ending, over, sole_help
from dashboard.metrics.mentors import Term
from dashboard.panels import mentor_words, staff
from dashboard.panels.mentoring import Seen, seen
from dashboard.panels.switches import switch
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

DAYS = 3  # days of ending that are named; orders end on one day for many


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    known, language = seen(asking), view.language
    if known is None or not known.schools:
        return mentor_words.absent(page, block, asking)
    if not staff.counts_mentors(asking):
        return staff.not_for_you(page, block, asking)
    until = mentor_words.until(page, view, known.on)
    soon = ending(known.register.terms, known.live, until)
    stem = f"block.{page.key}.{block.key}"
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language, day=day(known.on, language)),
        columns=(
            Column("name", t("attention.what", language)),
            Column("evidence", t("attention.evidence", language)),
        ),
        rows=_quiet(known, page, view),
        sentences=tuple(_sentences(soon, until, known, asking)),
        switches=(switch(page, view, "months"),),
        marks={"lower": 1},
    )


def _sentences(soon: dict[str, Term], until: date, known: Seen, asking: Asking) -> Iterator[str]:
    language, count = asking.view.language, len(soon)
    when = day(until, language)
    if not count:
        yield t("mentors.none_ending", language, day=when)
    elif not asking.sees_staff:
        yield plural("staff.ending", count, language, number=_said(count, asking), day=when)
    else:
        words = {"number": _said(count, asking), "day": when, "days": _days(soon, asking)}
        yield plural("mentors.ending", count, language, **words)
        yield from _carried(soon, known, asking)
    if gone := len(over(known.approved, known.live)):
        yield plural("mentors.over", gone, language, number=_said(gone, asking))


def _days(soon: dict[str, Term], asking: Asking) -> str:
    """«7 by 31 Dec 2026; 12 by 3 Mar 2027»: added up, as the days pass."""
    language, by_then, said = asking.view.language, 0, []
    for end, count in sorted(Counter(term.end for term in soon.values()).items()):
        by_then += count
        words = {"number": _said(by_then, asking), "day": day(end, language)}
        said.append(t("mentors.by_day", language, **words))
    return "; ".join([*said[: DAYS - 1], said[-1]] if len(said) > DAYS else said)


def _carried(soon: dict[str, Term], known: Seen, asking: Asking) -> Iterator[str]:
    """What goes with them: their pairs, and schools that have no other mentor."""
    language = asking.view.language
    pairs = sum(known.whole.load(mentor) for mentor in soon)
    if pairs:
        yield plural("mentors.carry", pairs, language, number=_said(pairs, asking))
    alone = {s: m for s, m in sole_help(known.whole.links).items() if m in soon}
    if mentors := len({*alone.values()}):
        named = mentor_words.schools(alone, asking)
        words = {"number": _said(mentors, asking), "schools": named}
        yield plural("mentors.only_help", mentors, language, **words)


def _quiet(known: Seen, page: Page, view: View) -> tuple[tuple[Cell, ...], ...]:
    """Where no events were imported nobody knows who met."""
    language = view.language
    count = len(quiet(known.links, known.register.events, known.on))
    if not count or not known.register.events:
        return ()
    said = plural("mentors.quiet", count, language, number=integer(count, language))
    return ((Cell(said, href=mentor_words.tab(page, view, "calendar")), Cell("")),)


def _said(count: int, asking: Asking) -> str:
    return integer(count, asking.view.language)
