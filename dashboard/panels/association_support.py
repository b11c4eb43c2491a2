"""Gifted or low-attaining pupils with a plan of their own, by grade, and how many improved."""

from dashboard.i18n import t
from dashboard.panels import association_words as names
from dashboard.panels import empty, words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

PLAN, IMPROVED = "support_plan", "support_improved"
ALL = "all"  # the grades together
Found = dict[object, Value]


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """`block.key` is the kind of pupils. A row for all grades together, then one for each: the
    pupils, the share with a plan and its interval, the share that improved."""
    language, kind = view.language, (block.key,)
    plans = asking.answer(PLAN, ("grade",), support_kind=kind)
    title = t(f"block.{page.key}.{block.key}", language)
    if not any(row.flag != "x" for row in plans.rows):
        return Panel(title, "", empty=empty.why(page, block, asking))
    found = [_found(key, kind, asking) for key in (PLAN, IMPROVED)]
    grades = names.in_order("grade", {row.key[0] for row in plans.rows}, asking)
    about = t(f"block.{page.key}.{block.key}.about", language, when=words.when(plans, language))
    every = Cell(t("associations.all_grades", language))
    return Panel(
        title=title,
        about=names.of_all_areas(about, asking),
        columns=_columns(language),
        rows=(
            (every, *_cells(ALL, found, language)),
            *((_head(grade, asking), *_cells(grade, found, language)) for grade in grades),
        ),
    )


def _found(key: str, kind: tuple[str], asking: Asking) -> Found:
    found = {row.key[0]: row for row in asking.answer(key, ("grade",), support_kind=kind).rows}
    of_all = asking.answer(key, support_kind=kind).rows
    return {**found, ALL: of_all[0]} if of_all else found


def _head(grade: int | None, asking: Asking) -> Cell:
    return Cell(names.name("grade", grade, asking))


def _columns(language: str) -> tuple[Column, ...]:
    return (
        Column("grade", t("filter.grade", language)),
        Column("pupils", t("panel.pupils_heading", language), unit="count"),
        Column("plan", t(f"metric.{PLAN}.numerator", language), unit="percent"),
        Column("interval", t("panel.interval", language)),
        Column("improved", t(f"metric.{IMPROVED}.numerator", language), unit="percent"),
    )


def _cells(grade: object, found: list[Found], language: str) -> tuple[Cell, ...]:
    plan, improved = (part.get(grade) for part in found)
    return (
        words.count(plan.pupils if plan else None, language),
        words.cell(plan, PLAN, language),
        Cell(words.interval(plan, PLAN, language) if plan else ""),
        words.cell(improved, IMPROVED, language),
    )
