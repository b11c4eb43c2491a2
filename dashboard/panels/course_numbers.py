"""Courses in a few numbers: who is trained, how much, where nobody is, what ends soon."""

from dashboard.i18n import day, integer, plural, t
from dashboard.metrics.course_ending import ending
from dashboard.metrics.mentor_terms import months_after
from dashboard.panels import course_words, words
from dashboard.panels.course_words import Whole
from dashboard.panels.course_zero import nobody
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

Row = tuple[Cell, ...]
COLUMNS = ("name", "value", "change", "gap", "detail")


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """`metrics` are the coverage and the hours. Each card leads to the tab that says more. Nothing
    is said of a year ago: the register does not know who was there then and left since."""
    coverage, hours = block.metrics
    found, language = course_words.whole(coverage, asking), view.language
    if quiet := course_words.silent(page, block, found, asking):
        return quiet
    stem = f"block.{page.key}.{block.key}"
    about = t(f"{stem}.about", language, when=words.when(found.answer, language))
    return Panel(
        title=t(stem, language),
        about=course_words.by_rule(about, found.answer, asking),
        columns=tuple(Column(name, t(f"panel.{name}", language)) for name in COLUMNS),
        rows=(
            _covered(page, coverage, found, view),
            _hours(page, hours, asking),
            _untrained(page, coverage, asking),
            _ending(page, found, asking),
        ),
    )


def _covered(page: Page, key: str, found: Whole, view: View) -> Row:
    value = words.cell(found.value, key, view.language)
    name = Cell(t(f"metric.{key}", view.language), href=course_words.tab(page, view, "groups"))
    return _row(name, value, course_words.base(found.value, key, view.language))


def _hours(page: Page, key: str, asking: Asking) -> Row:
    language, (value, *_) = asking.view.language, asking.answer(key).rows
    hours, teachers = round(value.numerator), int(value.denominator)
    said = plural("courses.hours", hours, language, number=integer(hours, language))
    of = plural("courses.for_teachers", teachers, language, number=integer(teachers, language))
    name = Cell(t(f"metric.{key}", language), href=course_words.tab(page, asking.view, "time"))
    return _row(name, words.cell(value, key, language), f"{said} · {of}")


def _untrained(page: Page, key: str, asking: Asking) -> Row:
    """Of a school that is hidden not even that nobody is trained there is said."""
    language, rows = asking.view.language, asking.answer(key, ("school",)).rows
    shown, hidden = sum(r.value is not None for r in rows), sum(r.flag == "c" for r in rows)
    said = plural("courses.of_schools", shown, language, number=integer(shown, language))
    if hidden:
        more = plural("courses.schools_hidden", hidden, language, number=integer(hidden, language))
        said = f"{said} · {more}"
    href = course_words.tab(page, asking.view, "coverage", sort="value")
    name = Cell(t("courses.untrained", language), href=href)
    return _row(name, course_words.count(len(nobody(rows)), language), said)


def _ending(page: Page, found: Whole, asking: Asking) -> Row:
    language, view = asking.view.language, asking.view
    until = months_after(found.on, int(view.option(page, "months")))
    where = course_words.chosen(asking)
    soon = ending(asking.snapshot, found.answer.taken.on, until, found.valid, where)
    left = integer(soon.left_without, language)
    by = t("courses.by_day", language, day=day(until, language))
    said = plural("courses.left_without", soon.left_without, language, number=left)
    name = Cell(t("courses.ending", language), href=course_words.tab(page, view, "expiring"))
    return _row(name, course_words.count(soon.persons, language), f"{by} · {said}")


def _row(name: Cell, value: Cell, detail: str) -> Row:
    return name, value, Cell("", tone=0.0), Cell(""), Cell(detail)
