"""The children of one school who read below the line of risk: its own list."""

from collections import Counter

from dashboard.i18n import integer, number, plural, t
from dashboard.metrics.registers import schools
from dashboard.metrics.screening import Slow, below_line
from dashboard.panels import empty, words
from dashboard.panels.view import Asking, View
from dashboard.roles import own_school, sees_children, sees_children_of
from dashboard.spec.answer import Answer
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

NORM = "reading_benchmark"  # the line may be half of the norm, so what has a norm is looked at
COLUMNS = ("class", "pupil", "language", "words", "line")


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Codes stand here only for one school and for those whose role may see them."""
    language, stem = view.language, f"block.{page.key}.{block.key}"
    if why := _not_to_be_seen(asking):
        return Panel(t(stem, language), "", empty=why)
    school = _school(asking)
    answer = asking.answer(NORM, school=(school,))
    if not any(row.flag not in ("x", "z") for row in answer.rows):
        return Panel(t(stem, language), "", empty=empty.why(page, block, asking))
    found = below_line(asking.snapshot, school, answer.taken, view.filters.where())
    return Panel(
        title=t(stem, language),
        about=_about(stem, school, answer, asking),
        columns=_columns(language) if found else (),
        rows=tuple(_row(each, language) for each in found),
        sentences=_said(found, language),
        marks={"file": f"/export/{page.key}/{block.key}.{{form}}{view.search(page, small='')}"},
    )


def _not_to_be_seen(asking: Asking) -> str:
    """Why there is no list: the role, a server of another school, or not one school chosen."""
    language, settings = asking.view.language, asking.settings
    school, own = _school(asking), own_school(settings)
    if own and own not in schools(asking.snapshot):
        return t("error.own_school_unknown", language, school=own)
    if not school and sees_children(settings):
        return t("reading_children.one_school", language)
    if not sees_children_of(school, settings):
        return t("reading_children.not_for_you", language)
    return ""


def _school(asking: Asking) -> str:
    """The one that is chosen; where none is, the server's own. Empty: several, or none at all."""
    chosen = asking.view.filters.where().get("school", ())
    return chosen[0] if len(chosen) == 1 else "" if chosen else own_school(asking.settings)


def _about(stem: str, school: str, answer: Answer, asking: Asking) -> str:
    language = asking.view.language
    return t(
        f"{stem}.about",
        language,
        school=words.name("school", school, asking.snapshot, language),
        when=words.when(answer, language),
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
        Cell(_class(each)),
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
    more = (t("reading_children.halved", language),) if halved else ()
    return (f"{said} {_by_class(found, language)}", *more)


def _by_class(found: tuple[Slow, ...], language: str) -> str:
    """«2А – 3, 2Б – 1»: a child who reads in two languages is one."""
    classes = {each.pupil: _class(each) for each in found}
    counts = Counter(classes[pupil] for pupil in dict.fromkeys(each.pupil for each in found))
    told = ", ".join(f"{name} – {integer(count, language)}" for name, count in counts.items())
    return t("reading_children.screening_by_class", language, classes=told)


def _class(each: Slow) -> str:
    return f"{each.grade}{each.letter or ''}"
