"""Courses planned and done in a school year, by kind."""

from collections.abc import Collection

from dashboard.filters import COURSE_KIND
from dashboard.i18n import integer, percent, plural, t
from dashboard.metrics.course_plans import Planned, by_kind, finished, plans, year_of
from dashboard.panels import course_words
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Persons. Schools that are hidden are left out of both, or what they did could be worked
    out; a course beside the plan does not fulfil it."""
    key, language = block.metrics[0], view.language
    whole = course_words.whole(key, asking)
    if quiet := course_words.silent(page, block, whole, asking):
        return quiet
    where = course_words.chosen(asking)
    found = plans(asking.snapshot, where)
    stem, year = f"block.{page.key}.{block.key}", year_of(found, whole.on)
    if year is None:
        return Panel(t(stem, language), "", empty=t(_why(stem, asking), language))
    of_year = [each for each in found if each.year == year]
    shown = {r.key[0] for r in asking.answer(key, ("school",)).rows if r.value is not None}
    done = finished(asking.snapshot, year, whole.answer.taken.on, where)
    kinds = by_kind(of_year, done, shown)
    if not kinds:
        few = t("courses.hidden", language, limit=asking.settings.hide_below)
        return Panel(t(stem, language), "", empty=few)
    said = {"year": year, "day": course_words.the_day(whole, language)}
    return Panel(
        title=t(stem, language),
        about=f"{t(f'{stem}.about', language, **said)} {_schools(of_year, shown, asking)}",
        columns=_columns(language),
        rows=tuple(
            _row(kind, *kinds[kind], language) for kind in COURSE_KIND.closed if kind in kinds
        ),
    )


def _why(stem: str, asking: Asking) -> str:
    """Nobody ever planned, or none of those chosen."""
    return "courses.no_plan_here" if plans(asking.snapshot, {}) else f"{stem}.empty"


def _schools(planned: list[Planned], shown: Collection[str], asking: Asking) -> str:
    """«Planned by 30 schools, 12 have no plan.» Of hidden schools nothing is said."""
    language, theirs = asking.view.language, {each.school for each in planned} & {*shown}
    with_plan = plural("courses.with_plan", len(theirs), language, number=len(theirs))
    none = len(shown) - len(theirs)
    without = plural("courses.without_plan", none, language, number=integer(none, language))
    return f"{with_plan} {without}"


def _columns(language: str) -> tuple[Column, ...]:
    return (
        Column("name", t("filter.course_kind", language)),
        Column("planned", t("courses.planned", language), unit="count"),
        Column("done", t("courses.done", language), unit="count"),
        Column("share", t("courses.done_share", language), unit="percent"),
    )


def _row(kind: str, planned: int, done: int, language: str) -> tuple[Cell, ...]:
    share = Cell("", unit="percent")
    if planned:
        share = Cell(percent(done / planned, language, 0), done / planned, "percent")
    name = Cell(t(f"choice.{kind}", language))
    counts = (course_words.count(size, language) for size in (planned, done))
    return name, *counts, share
