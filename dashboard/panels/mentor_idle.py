"""In words: which mentors have more mentees than they may, and which have none."""

from collections.abc import Iterator

from dashboard.i18n import day, integer, plural, t
from dashboard.panels import mentor_words, staff
from dashboard.panels.empty import nothing
from dashboard.panels.mentor_load import Line, lines
from dashboard.panels.mentoring import seen
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """The idle, who can be asked, then the overloaded, each by code."""
    known, language = seen(asking), view.language
    if known is None or not known.schools:
        return mentor_words.absent(page, block, asking)
    if not staff.counts_mentors(asking):
        return staff.not_for_you(page, block, asking)
    stem, most = f"block.{page.key}.{block.key}", int(view.option(page, "most"))
    if not known.live:
        return Panel(t(stem, language), "", empty=nothing(asking))
    found = lines(known, asking)
    loaded = [line for line in found if line.value > most]
    idle = [line for line in found if not line.value]
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language, day=day(known.on, language)),
        columns=(
            Column("name", t("mentors.mentor", language)),
            Column("value", t("mentors.column.mentees", language), unit="count"),
            Column("direction", t("filter.direction", language)),
        ),
        rows=tuple(_rows(idle, loaded, page, asking)),
        sentences=(*_sentences(len(loaded), len(idle), most, language), *_withheld(asking)),
    )


def _rows(
    idle: list[Line], loaded: list[Line], page: Page, asking: Asking
) -> Iterator[tuple[Cell, ...]]:
    if asking.sees_staff:
        yield from (_row(line, "pairs", page, asking) for line in idle)
        yield from (_row(line, "network", page, asking) for line in loaded)


def _withheld(asking: Asking) -> list[str]:
    return [] if asking.sees_staff else [t("staff.not_for_you", asking.view.language)]


def _sentences(loaded: int, idle: int, most: int, language: str) -> tuple[str, ...]:
    limit = integer(most, language)
    if not loaded and not idle:
        return (t("mentors.all_even", language, most=limit),)
    counts = {"idle": idle, "overloaded": loaded}
    return tuple(
        plural(f"mentors.{key}", count, language, number=integer(count, language), most=limit)
        for key, count in counts.items()
        if count
    )


def _row(line: Line, tab: str, page: Page, asking: Asking) -> tuple[Cell, ...]:
    """An overloaded one leads to whom he helps, an idle one to who could be helped in his field."""
    language, view = asking.view.language, asking.view
    href = mentor_words.of_school(page, view, tab, line.term.school)
    if tab == "pairs":
        href = f"{page.path}{view.narrower(direction=line.term.direction)}&view={tab}"
    number = mentor_words.number(line.term.school, asking)
    count = plural("mentors.mentees", line.value, language, number=integer(line.value, language))
    return (
        Cell(f"{line.name} · {number}", href=href, tone=1.0 if tab == "pairs" else -1.0),
        Cell(count, line.value, "count"),
        Cell(line.subject if line.term.subject else line.direction),
    )
