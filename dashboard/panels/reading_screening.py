"""The children of the one chosen school who read below the line of risk."""

from dashboard.i18n import integer, number, plural, t
from dashboard.metrics.screening import Slow, below_line
from dashboard.panels import empty, words
from dashboard.panels.view import Asking, View
from dashboard.roles import sees_children
from dashboard.spec.answer import Answer
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

NORM = "reading_benchmark"  # the line may be half of the norm, so what has a norm is looked at
COLUMNS = ("class", "pupil", "language", "words", "line")


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Codes stand here only for one school and for those whose role may see them."""
    language, stem = view.language, f"block.{page.key}.{block.key}"
    schools = view.filters.where().get("school", ())
    if not sees_children(asking.settings):
        return Panel(t(stem, language), "", empty=t("reading_children.not_for_you", language))
    if len(schools) != 1:
        return Panel(t(stem, language), "", empty=t("reading_children.one_school", language))
    answer = asking.answer(NORM)
    if not any(row.flag not in ("x", "z") for row in answer.rows):
        return Panel(t(stem, language), "", empty=empty.why(page, block, asking))
    found = below_line(asking.snapshot, schools[0], answer.taken, view.filters.where())
    return Panel(
        title=t(stem, language),
        about=_about(stem, schools[0], answer, asking),
        columns=_columns(language),
        rows=tuple(_row(each, language) for each in found),
        sentences=_said(found, language),
    )


def _about(stem: str, school: str, answer: Answer, asking: Asking) -> str:
    language = asking.view.language
    return t(
        f"{stem}.about",
        language,
        school=words.name("school", school, asking.snapshot, language),
        year=answer.taken.year,
        round=t(f"choice.{answer.taken.round}", language),
    )


def _columns(language: str) -> tuple[Column, ...]:
    return tuple(
        Column(name, t(f"reading_children.column.{name}", language), unit=_unit(name))
        for name in COLUMNS
    )


def _unit(name: str) -> str:
    return "number" if name in ("words", "line") else "text"


def _row(each: Slow, language: str) -> tuple[Cell, ...]:
    line = number(each.line, language, 0)
    return (
        Cell(f"{each.grade}{each.letter or ''}"),
        Cell(each.pupil),
        Cell(t(f"choice.{each.language}", language)),
        Cell(number(each.words_a_minute, language, 0), each.words_a_minute, "number"),
        Cell(f"{line}*" if each.halved else line, each.line, "number"),
    )


def _said(found: tuple[Slow, ...], language: str) -> tuple[str, ...]:
    if not found:
        return (t("reading_children.none_below", language),)
    count = len({each.pupil for each in found})
    said = plural("reading_children.below", count, language, number=integer(count, language))
    halved = any(each.halved for each in found)
    return (said, t("reading_children.halved", language)) if halved else (said,)
