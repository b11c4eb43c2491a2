"""The same figures for base schools and the others, and for each kind of school."""

from collections.abc import Iterable

from dashboard.i18n import t
from dashboard.metrics.expected import expected
from dashboard.metrics.registers import School
from dashboard.panels import association_meetings as meetings
from dashboard.panels import association_words as names
from dashboard.panels import empty, words
from dashboard.panels.association_done import WORK
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

KINDS = ("secondary", "basic", "primary", "preschool", "lyceum", "gymnasium")
Group = tuple[str, tuple[str, ...]]  # the key of its words, its schools


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A row for each group of registered schools that the filters take in. The row of base schools
    leads to the page of mentors, where the networks of base and lead schools stand."""
    language = view.language
    title = t(f"block.{page.key}.{block.key}", language)
    found = _groups(asking)
    if not found:
        return Panel(title, "", empty=empty.why(page, block, asking))
    heads = (t(f"metric.{key}", language) for key in block.metrics[1:])
    over = names.so_far(asking, asking.answer(WORK).taken.year).over
    return Panel(
        title=title,
        about=t(f"block.{page.key}.{block.key}.about", language),
        columns=(
            Column("name", t("column.kind", language)),
            Column("schools", t("associations.schools", language), unit="count"),
            Column("meetings", t("associations.per_association", language), unit="number"),
            *(Column(k, h, unit=asking.unit(k)) for k, h in zip(block.metrics[1:], heads)),
        ),
        rows=tuple(_row(block, group, over, asking) for group in found),
    )


def _groups(asking: Asking) -> list[Group]:
    """Of the schools that were open in the year; without the kinds and marks that none has."""
    chosen = asking.view.filters.where()
    when = asking.answer(WORK).taken
    known = [s for s in expected(asking.snapshot, when) if s.fits(chosen)]
    base = [("base", _ids(s for s in known if s.base_school))]
    base += [("others", _ids(s for s in known if not s.base_school))] if base[0][1] else []
    kinds = [(_words(kind), _ids(s for s in known if s.kind == kind)) for kind in KINDS]
    unsaid = [("not_said", _ids(s for s in known if s.kind not in KINDS))]
    return [group for group in (*base, *kinds, *unsaid) if group[1]]


def _words(kind: str) -> str:
    """A choice named «preschool» is a direction of subjects."""
    return "preschool_schools" if kind == "preschool" else f"choice.{kind}"


def _ids(found: Iterable[School]) -> tuple[str, ...]:
    return tuple(sorted(school.id for school in found))


def _row(block: Block, group: Group, over: tuple[str, ...], asking: Asking) -> tuple[Cell, ...]:
    (key, codes), language = group, asking.view.language
    name = t(key if key.startswith("choice.") else f"associations.{key}", language)
    href = f"/mentors?view=lead&lang={language}" if key == "base" else ""
    held = _only(asking.answer(block.metrics[0], school=codes))
    found = ((k, _value(k, codes, over, asking)) for k in block.metrics[1:])
    return (
        Cell(name, href=href),
        words.count(len(codes), language),
        meetings.per_association(held, asking),
        *(words.cell(value, k, language) for k, value in found),
    )


def _value(key: str, codes: tuple[str, ...], over: tuple[str, ...], asking: Asking) -> Value | None:
    """Of work only the months that are over; before that none is due."""
    if key != WORK:
        return _only(asking.answer(key, school=codes))
    return _only(asking.answer(key, school=codes, month=over)) if over else None


def _only(answer: Answer) -> Value | None:
    return answer.rows[0] if answer.rows else None
