"""Quality by pupils beside quality by marks: two figures that are often taken for one."""

from dashboard.i18n import t
from dashboard.panels import empty, signed, words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """`block.metrics`: that of pupils, drawn as bars, then that of marks, drawn as points; of one
    and the same period. The district's two values stand in the line under the title."""
    language, (pupils, marks) = view.language, block.metrics
    of_pupils = asking.answer(pupils, block.by)
    title = t(f"block.{page.key}.{block.key}", language)
    if not any(row.flag != "x" for row in of_pupils.rows):
        return Panel(title, "", empty=empty.why(page, block, asking))
    at = {"year": (of_pupils.taken.year,), "period": (of_pupils.taken.period,)}
    of_marks = asking.answer(marks, block.by, **at)
    return Panel(
        title=title,
        about=_about(page, block, of_pupils, of_marks, asking),
        columns=_columns(block, asking),
        rows=tuple(
            _row(page, block, value, of_marks.by_key().get(value.key), asking)
            for value in _by_name(of_pupils, block, asking)
        ),
    )


def _about(page: Page, block: Block, of_pupils: Answer, of_marks: Answer, asking: Asking) -> str:
    """In the district: «46 % of marks are 4 and 5, but 31 % of pupils have nothing below 4»."""
    language, stem = asking.view.language, f"block.{page.key}.{block.key}.about"
    pupils, marks = asking.district(of_pupils), asking.district(of_marks)
    when = words.when(of_pupils, language)
    said = t(stem, language, when=when)
    if pupils is None or marks is None:
        return said
    shown = [words.shown(v, key, language) for v, key in zip((pupils, marks), block.metrics)]
    return f"{said} {t('both.district', language, pupils=shown[0], marks=shown[1])}"


def _by_name(answer: Answer, block: Block, asking: Asking) -> list[Value]:
    found = {row.key[0]: row for row in answer.rows}
    keys = words.by_name(block.by[0], set(found), asking.snapshot, asking.view.language)
    return [found[key] for key in keys]


def _columns(block: Block, asking: Asking) -> tuple[Column, ...]:
    language, (pupils, marks) = asking.view.language, block.metrics
    return (
        Column("name", t(f"filter.{block.by[0]}", language)),
        Column("pupils_share", t(f"metric.{pupils}", language), unit=asking.unit(pupils)),
        Column("marks_share", t("both.marks", language), unit=asking.unit(marks)),
        Column("apart", t("both.apart", language)),
        Column("interval", t("both.interval", language)),
        Column("pupils", t("panel.pupils_heading", language), unit="count"),
    )


def _row(
    page: Page, block: Block, of_pupils: Value, of_marks: Value | None, asking: Asking
) -> tuple[Cell, ...]:
    language, dimension = asking.view.language, block.by[0]
    key = of_pupils.key[0]
    href = block.path(page) + asking.view.narrower(**{dimension: key})
    return (
        Cell(words.name(dimension, key, asking.snapshot, language), href=href),
        words.cell(of_pupils, block.metrics[0], language),
        words.cell(of_marks, block.metrics[1], language),
        Cell(_apart(of_pupils, of_marks, language)),
        Cell(words.interval(of_pupils, block.metrics[0], language)),
        words.count(of_pupils.pupils, language),
    )


def _apart(of_pupils: Value, of_marks: Value | None, language: str) -> str:
    if of_marks is None or of_pupils.value is None or of_marks.value is None:
        return ""
    size = signed.points(of_pupils.value - of_marks.value, language)
    return t("change.points", language, size=size)
