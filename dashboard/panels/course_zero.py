"""Schools where nobody holds a course that counts."""

from collections.abc import Iterable

from dashboard.i18n import integer, plural, t
from dashboard.panels import course_words, words
from dashboard.panels.attention.asked import Asked
from dashboard.panels.attention.naming import named
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

LEVEL = "level"  # seed 002 asks for it alone: «бірде бір мұғалімі өтпеген мектеп»
FIRST = 6  # rows seen before a click


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A row for each school where nobody holds a course of the chosen kinds, most teachers first;
    then one of all schools without anybody on a level programme, where that says more."""
    key, language = block.metrics[0], view.language
    found = course_words.whole(key, asking)
    if quiet := course_words.silent(page, block, found, asking):
        return quiet
    stem = f"block.{page.key}.{block.key}"
    answer = asking.answer(key, ("school",))
    schools = nobody(answer.rows)
    rows = [_school(page, key, row, asking) for row in schools]
    rows[FIRST - 1 : FIRST - 1] = _level(page, block, asking)
    none = t("courses.nobody_untrained", language)
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language, kinds=course_words.of_kinds(asking)),
        columns=(
            Column("name", t("attention.what", language)),
            Column("evidence", t("attention.evidence", language)),
        ),
        rows=tuple(rows),
        sentences=() if schools else (none,),
        marks={"first": FIRST, "hint": _hint(answer.rows, asking)},
    )


def nobody(rows: Iterable[Value]) -> list[Value]:
    """Schools with teachers and none of them trained; those hidden are not among them."""
    found = [row for row in rows if row.value is not None and not row.numerator]
    return sorted(found, key=lambda row: (-row.pupils, row.key))


def _school(page: Page, key: str, value: Value, asking: Asking) -> tuple[Cell, ...]:
    language, (school,) = asking.view.language, value.key
    name = words.name("school", school, asking.snapshot, language)
    href = course_words.tab(page, asking.view, asking.view.tab, school=school)
    return Cell(name, href=href, tone=-1.0), Cell(course_words.base(value, key, language))


def _level(page: Page, block: Block, asking: Asking) -> list[tuple[Cell, ...]]:
    """Where just level programmes are chosen the rows say it already."""
    kinds, language, key = course_words.kinds(asking), asking.view.language, block.metrics[0]
    if kinds and (LEVEL not in kinds or len(kinds) == 1):
        return []
    schools = nobody(asking.answer(key, ("school",), course_kind=(LEVEL,)).rows)
    if not schools:
        return []
    href = course_words.tab(page, asking.view, asking.view.tab, course_kind=LEVEL)
    number = integer(len(schools), language)
    said = plural("courses.no_level", len(schools), language, number=number)
    names = named((row.key[0] for row in schools), Asked(asking, key, ""))
    return [(Cell(said, href=href, tone=-1.0), Cell(names))]


def _hint(rows: Iterable[Value], asking: Asking) -> str:
    hidden, language = sum(row.flag == "c" for row in rows), asking.view.language
    limit = asking.settings.hide_below
    return t("courses.not_named", language, limit=limit) if hidden else ""
