"""Done out of planned, by one dimension: work, open lessons; of the programme what is missing."""

from dashboard.i18n import t
from dashboard.metrics import metric
from dashboard.panels import association_words as names
from dashboard.panels import empty, words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

WORK, PROGRAMME = "work_done", "programme_done"


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """`block.metrics[0]` by `block.by`, or where it has none by the classes of the one chosen
    school, else by grade. Of work only the months that are over are asked. Nearly all hours of the
    programme are given everywhere, so those not given are drawn."""
    by = block.by or _classes(asking)
    return made(page, block, asking, by)


def made(page: Page, block: Block, asking: Asking, by: tuple[str, ...], **where: tuple) -> Panel:
    """The same under more filters."""
    key, language = block.metrics[0], asking.view.language
    where = where | _months(key, asking)
    answer = asking.answer(key, by, **where)
    stem = names.titled(f"block.{page.key}.{block.key}", _kind(by), language)
    title = t(stem, language)
    if not any(row.flag != "x" for row in answer.rows):
        return Panel(title, "", empty=empty.why(page, block, asking))
    if where.get("month") == ():
        return Panel(title, "", empty=t("associations.no_month_over", language))
    reference = None if "period" in by else _district(key, where, asking)
    columns = _columns(key, by, language)
    rows = [_row(page, key, by, value, asking) for value in _ordered(answer, by, asking)]
    return Panel(
        title=title,
        about=_about(stem, answer, reference, asking),
        columns=columns,
        rows=names.sorted_rows(rows, columns, asking.view.sort),
        reference=_drawn(key, reference),
        reference_text=_line(key, reference, language),
        marks={"sorts": names.sorts(columns)},
    )


def _classes(asking: Asking) -> tuple[str, ...]:
    return ("grade", "letter") if names.one_school(asking) else ("grade",)


def _kind(by: tuple[str, ...]) -> str:
    return "classes" if "letter" in by else ""


def _months(key: str, asking: Asking) -> dict[str, tuple]:
    """Work of a month that is not over is not due. No month over: an empty choice."""
    if key != WORK:
        return {}
    return {"month": names.so_far(asking, asking.answer(key).taken.year).over}


def _district(key: str, where: dict[str, tuple], asking: Asking) -> float | None:
    return asking.answer(key, **names.everywhere(), **where).together


def _about(stem: str, answer: Answer, reference: float | None, asking: Asking) -> str:
    key, language = answer.question.metric, asking.view.language
    month = ""
    if key == WORK:
        month = names.month_over(names.so_far(asking, answer.taken.year), language)
    district = words.reference(_drawn(key, reference), key, language)
    when = words.when(answer, language)
    return t(f"{stem}.about", language, when=when, district=district, month=month)


def _line(key: str, reference: float | None, language: str) -> str:
    if reference is None:
        return ""
    value = words.shown(_drawn(key, reference), key, language)
    return t("panel.district", language, value=value)


def _drawn(key: str, share: float | None) -> float | None:
    """The share itself, or what it lacks."""
    return 1 - share if key == PROGRAMME and share is not None else share


def _columns(key: str, by: tuple[str, ...], language: str) -> tuple[Column, ...]:
    head = "cells.class" if "letter" in by else f"filter.{by[0]}"
    lacks = key == PROGRAMME
    return (
        Column("name", t(head, language)),
        *([Column("missing", t("associations.missing", language), unit="percent")] * lacks),
        Column("value", t(f"metric.{key}", language), unit=metric(key).unit),
        Column("done", t(f"metric.{key}.numerator", language), unit="count"),
        Column("planned", t(f"metric.{key}.denominator", language), unit="count"),
    )


def _ordered(answer: Answer, by: tuple[str, ...], asking: Asking) -> list[Value]:
    if "letter" in by:
        return sorted(answer.rows, key=lambda row: (row.key[0], row.key[1] or ""))
    found = {row.key[0]: row for row in answer.rows}
    return [found[key] for key in names.in_order(by[0], set(found), asking)]


def _row(
    page: Page, key: str, by: tuple[str, ...], value: Value, asking: Asking
) -> tuple[Cell, ...]:
    language = asking.view.language
    return (
        _head(page, by, value, asking),
        *([_missing(value, key, language)] * (key == PROGRAMME)),
        words.cell(value, key, language),
        words.count(value.numerator, language),
        words.count(value.denominator, language),
    )


def _missing(value: Value, key: str, language: str) -> Cell:
    lacks = value if value.value is None else value._replace(value=_drawn(key, value.value))
    return words.cell(lacks, key, language)


def _head(page: Page, by: tuple[str, ...], value: Value, asking: Asking) -> Cell:
    if "letter" in by:
        grade, letter = value.key
        return Cell(f"{grade}{letter or ''}")
    href = names.here(page, asking.view, **{by[0]: value.key[0]})
    return Cell(names.name(by[0], value.key[0], asking), href=href)
