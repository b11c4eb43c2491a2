"""How many of today's teachers had finished a course by each month of the last three years."""

from datetime import date

from dashboard.i18n import t
from dashboard.metrics.course_uptake import by_month, firsts, months
from dashboard.panels import course_words
from dashboard.panels.course_words import Whole
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

ANY = None
SEPTEMBER = 9  # of the months the first of a school year is named under the axis


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A line for the chosen kinds together and, of several, one for each."""
    whole, language = course_words.whole(block.metrics[0], asking), view.language
    if quiet := course_words.silent(page, block, whole, asking):
        return quiet
    found = firsts(asking.snapshot, whole.answer.taken.on, course_words.chosen(asking))
    wanted = months(whole.on)
    lines = {kind: by_month(found, kind, wanted) for kind in _lines(asking)}
    stem = f"block.{page.key}.{block.key}"
    kinds = course_words.of_kinds(asking)
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language, kinds=kinds, **_said(whole, language)),
        columns=(
            Column("month", t("filter.month", language)),
            *(_column(kind, asking) for kind in lines),
        ),
        rows=tuple(
            (
                Cell(_month(month, language)),
                *(_cell(counts[nth], whole, language) for counts in lines.values()),
            )
            for nth, month in enumerate(wanted)
        ),
        marks={"ticks": [nth for nth, month in enumerate(wanted) if month.month == SEPTEMBER]},
    )


def _lines(asking: Asking) -> tuple[str | None, ...]:
    kinds = course_words.kinds(asking)
    return (ANY, *kinds) if len(kinds) > 1 else (ANY,)


def _said(whole: Whole, language: str) -> dict[str, str]:
    return {
        "day": course_words.the_day(whole, language),
        "number": course_words.count(whole.teachers, language).text,
    }


def _column(kind: str | None, asking: Asking) -> Column:
    language = asking.view.language
    if kind is not ANY:
        return Column(kind, t(f"choice.{kind}", language), unit="count")
    title = "courses.persons" if not course_words.kinds(asking) else "courses.of_chosen"
    return Column("any", t(title, language), unit="count")


def _month(month: date, language: str) -> str:
    return f"{t(f'choice.{month.month}', language)}, {month.year}"


def _cell(trained: int, whole: Whole, language: str) -> Cell:
    value = Value((), trained, whole.teachers, whole.teachers, trained)
    return course_words.count(trained, language, value)
