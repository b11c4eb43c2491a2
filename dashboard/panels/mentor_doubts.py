"""What in the register of mentors cannot be right or is unusual, and what to do about it."""

from dashboard.i18n import integer, plural, t
from dashboard.metrics.mentor_doubts import Case, Known, doubts, teachers
from dashboard.metrics.registers import schools
from dashboard.panels import mentor_words, staff
from dashboard.panels.mentoring import Seen, seen
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

NAMED = 6  # codes; all of them stand in the register
OF_SCHOOLS = frozenset({"no_place"})  # their cases are schools, the others are codes of people


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A line for each kind of doubt: how many, which, what to do."""
    known, language = seen(asking), view.language
    if known is None or not known.schools:
        return mentor_words.absent(page, block, asking)
    if not staff.counts_mentors(asking):
        return staff.not_for_you(page, block, asking)
    stem = f"block.{page.key}.{block.key}"
    found = _found(known, asking)
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language),
        columns=(
            Column("name", t("attention.what", language)),
            Column("codes", t("mentors.which", language)),
            Column("to_do", t("mentors.to_do", language)),
        ),
        rows=tuple(_row(kind, cases, asking) for kind, cases in found.items()),
        sentences=() if found else (t("mentors.no_doubts", language),),
        marks={"lower": len(found), "named": 0},
    )


def _found(known: Seen, asking: Asking) -> dict[str, list[Case]]:
    """Those of the chosen schools, and those of which nobody knows the school."""
    everywhere = schools(asking.snapshot)
    told = Known(known.register, known.whole, everywhere, teachers(asking.snapshot))
    chosen = {kind: [c for c in cases if _fits(c, known)] for kind, cases in doubts(told).items()}
    return {kind: cases for kind, cases in chosen.items() if cases}


def _fits(case: Case, known: Seen) -> bool:
    return not case.schools or bool(case.schools & known.schools.keys())


def _row(kind: str, cases: list[Case], asking: Asking) -> tuple[Cell, ...]:
    language, count = asking.view.language, len(cases)
    sentence = plural(f"mentors.doubt.{kind}", count, language, number=integer(count, language))
    return (
        Cell(sentence),
        Cell(_which(kind, cases, asking)),
        Cell(t(f"mentors.do.{kind}", language)),
    )


def _which(kind: str, cases: list[Case], asking: Asking) -> str:
    if kind in OF_SCHOOLS:
        return mentor_words.schools([case.what for case in cases], asking)
    if not asking.sees_staff:
        return t("staff.not_for_you", asking.view.language)
    said = ", ".join(case.what for case in cases[:NAMED])
    more = len(cases) - NAMED
    return f"{said} {plural('attention.more', more, asking.view.language)}" if more > 0 else said
