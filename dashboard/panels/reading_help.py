"""In which classes most children need help with reading: below the norm, and not one word."""

from dashboard.i18n import integer, plural, t
from dashboard.panels import empty, reading_words, words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

CLASS = ("school", "grade", "letter")
ZERO = "reading_zero"
MOST = 100  # rows: further down hardly anybody needs help


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A row for each class of some school with anybody below, the most children first."""
    key, language, stem = block.metrics[0], view.language, f"block.{page.key}.{block.key}"
    answer = asking.answer(key, CLASS)
    if not any(row.flag not in ("x", "z") for row in answer.rows):
        return Panel(t(stem, language), "", empty=empty.why(page, block, asking))
    found = _worst(answer)
    zero = _none_read(found[:MOST], asking)
    rows = tuple(_row(page, row, zero.get(row.key), asking) for row in found[:MOST])
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language, norms=reading_words.norm_set(answer, asking)),
        columns=_columns(language),
        rows=rows,
        sentences=tuple(_said(found, answer, asking)),
    )


def _worst(answer: Answer) -> list[Value]:
    """A class that is hidden is not in order of what is hidden: it is left out and counted."""
    there = [row for row in answer.rows if row.value is not None and _below(row)]
    return sorted(there, key=lambda row: (-_below(row), tuple(map(str, row.key))))


def _none_read(named: list[Value], asking: Asking) -> dict[tuple, Value]:
    """Asked of the schools that are named alone: a large district has thousands of classes."""
    schools = tuple(sorted({value.key[0] for value in named}))
    return asking.answer(ZERO, CLASS, school=schools).by_key() if schools else {}


def _below(value: Value) -> int:
    return int(value.denominator - value.numerator)


def _columns(language: str) -> tuple[Column, ...]:
    units = {"school": "text", "class": "text", "below": "count", "zero": "count", "of": "count"}
    return tuple(
        Column(name, t(f"reading_children.column.{name}", language), unit=unit)
        for name, unit in units.items()
    )


def _row(page: Page, value: Value, zero: Value | None, asking: Asking) -> tuple[Cell, ...]:
    (school, grade, letter), language = value.key, asking.view.language
    name = words.name("school", school, asking.snapshot, language)
    href = reading_words.tab(page, asking.view, asking.view.tab, school=school)
    return (
        Cell(name, href=href),
        Cell(f"{grade}{letter or ''}"),
        words.count(_below(value), language),
        words.count(zero.numerator, language)
        if zero and zero.flag != "c"
        else words.cell(zero, ZERO, language),
        words.count(value.denominator, language),
    )


def _said(found: list[Value], answer: Answer, asking: Asking) -> list[str]:
    language, few = asking.view.language, sum(row.flag == "c" for row in answer.rows)
    said = [] if found else [t("reading_children.nobody_below", language)]
    if found[MOST:]:
        count = len(found) - MOST
        said.append(
            plural("reading_children.more", count, language, number=integer(count, language))
        )
    if few:
        limit = asking.settings.hide_below
        number = integer(few, language)
        said.append(plural("reading_children.hidden", few, language, number=number, limit=limit))
    return said
