"""Who gave the courses that count: how many teachers hold theirs, and their hours."""

from dashboard.i18n import integer, number, plural, t
from dashboard.metrics.course_providers import Provided, held, provided
from dashboard.panels import course_words, words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Most teachers first. A teacher with courses of two providers stands in both."""
    whole, language = course_words.whole(block.metrics[0], asking), view.language
    if quiet := course_words.silent(page, block, whole, asking):
        return quiet
    where, least = course_words.chosen(asking), asking.settings.hide_below
    found = held(asking.snapshot, whole.answer.taken.on, whole.valid, where)
    stem = f"block.{page.key}.{block.key}"
    if not found:
        return Panel(t(stem, language), "", empty=t("courses.nobody_holds", language))
    about = t(f"{stem}.about", language, when=words.when(whole.answer, language))
    return Panel(
        title=t(stem, language),
        about=course_words.by_rule(about, whole.answer, asking),
        columns=(
            Column("name", t("courses.provider", language)),
            Column("value", t("courses.persons", language), unit="count"),
            Column("hours", t("metric.course_hours.numerator", language), unit="count"),
        ),
        rows=tuple(_row(each, least, language) for each in provided(found, least)),
    )


def _row(each: Provided, least: int, language: str) -> tuple[Cell, ...]:
    name = Cell(_name(each, language))
    if each.teachers < least:
        hidden = Value((), None, None, None, None, flag="c")
        return name, Cell("c", unit="count", flag="c", value=hidden), Cell("", unit="count")
    value = Value((), each.teachers, each.teachers, each.teachers, each.teachers)
    hours = each.hours
    text = integer(int(hours), language) if hours.is_integer() else number(hours, language)
    return name, course_words.count(each.teachers, language, value), Cell(text, hours, "count")


def _name(each: Provided, language: str) -> str:
    if len(each.names) > 1:
        said = integer(len(each.names), language)
        return plural("courses.providers", len(each.names), language, number=said)
    return each.names[0] or t("courses.no_provider", language)
