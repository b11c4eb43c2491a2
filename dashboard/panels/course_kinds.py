"""A heat map of schools by kinds of course: what share of the teachers holds one that counts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dashboard.filters import COURSE_KIND
from dashboard.i18n import t
from dashboard.panels import course_words, words
from dashboard.panels.tone import tone
from dashboard.panels.view import OF_SCHOOLS, Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

ANY = "any"  # a course of any of the kinds; kinds do not add up, a teacher may hold several
ALL = None  # all schools of the choice

NARROWED = ("school", "course_kind")

Found = Mapping[tuple, Value]
Leads = Callable[[str | None, str], str]


@dataclass(frozen=True, slots=True)
class _Shares:
    """By school and kind, ANY and ALL among them, and beside which share each kind is seen."""

    found: Found
    district: Mapping[str, float | None]
    kinds: tuple[str, ...]


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """All schools first, then each by its name; each cell beside the district's share of the same
    kind. A click on a name or a cell narrows the page to it."""
    key, language = block.metrics[0], view.language
    whole = course_words.whole(key, asking)
    if quiet := course_words.silent(page, block, whole, asking):
        return quiet
    found = _found(key, asking)
    shares = _Shares(found, _district(key, asking), _kinds(found))
    stem = f"block.{page.key}.{block.key}"
    leads = _leads(block.path(page), asking)
    about = t(f"{stem}.about", language, when=words.when(whole.answer, language))
    return Panel(
        title=t(stem, language),
        about=course_words.by_rule(about, whole.answer, asking),
        columns=(Column("school", t("filter.school", language)), *_columns(shares.kinds, asking)),
        rows=tuple(_row(key, school, shares, leads, asking) for school in _schools(found, asking)),
        marks={"counts": "courses.cell"},
    )


def _found(key: str, asking: Asking) -> Found:
    found = {(row.key[0], ANY): row for row in asking.answer(key, ("school",)).rows}
    found |= {row.key: row for row in asking.answer(key, ("school", "course_kind")).rows}
    found |= {(ALL, *row.key): row for row in asking.answer(key, ("course_kind",)).rows}
    return found | dict.fromkeys([(ALL, ANY)], asking.answer(key).rows[0])


def _district(key: str, asking: Asking) -> dict[str, float | None]:
    everywhere = dict.fromkeys(OF_SCHOOLS, ())
    rows = asking.answer(key, ("course_kind",), **everywhere).rows
    together = asking.answer(key, **everywhere).together
    return {row.key[0]: row.value for row in rows} | {ANY: together}


def _kinds(found: Found) -> tuple[str, ...]:
    """Of a lone kind the column of any would be the same again."""
    there = {kind for _, kind in found} - {ANY}
    kinds = tuple(kind for kind in COURSE_KIND.closed if kind in there)
    return kinds if len(kinds) == 1 else (ANY, *kinds)


def _schools(found: Found, asking: Asking) -> list[str | None]:
    schools = {school for school, _ in found} - {ALL}
    named = words.by_name("school", schools, asking.snapshot, asking.view.language)
    return [ALL, *named] if len(named) > 1 else named


def _columns(kinds: tuple[str, ...], asking: Asking) -> tuple[Column, ...]:
    language = asking.view.language
    return tuple(
        Column(
            kind,
            t("courses.any_kind" if kind == ANY else f"choice.{kind}", language),
            t(f"courses.short.{kind}", language),
            unit="percent",
        )
        for kind in kinds
    )


def _leads(path: str, asking: Asking) -> Leads:
    """Where a school and a kind lead: what hundreds of addresses share is written once."""
    narrowing = asking.view.narrowing
    school, kind, both = narrowing("school"), narrowing("course_kind"), narrowing(*NARROWED)

    def leads(at: str | None, of: str) -> str:
        if of == ANY:
            return "" if at is ALL else path + school(at)
        return path + (kind(of) if at is ALL else both(at, of))

    return leads


def _row(
    key: str, school: str | None, shares: _Shares, leads: Leads, asking: Asking
) -> tuple[Cell, ...]:
    language, unit = asking.view.language, asking.unit(key)
    name = words.name("school", school, asking.snapshot, language)
    if school is ALL:
        name = t("courses.all_schools", language)

    def cell(kind: str) -> Cell:
        value = shares.found.get((school, kind))
        colour = tone(value, shares.district.get(kind), unit)
        said = words.parts(value, key, language, decimals=0)
        return Cell(**said, tone=colour, href=leads(school, kind) if value else "")

    return (Cell(name, href=leads(school, ANY)), *(cell(kind) for kind in shares.kinds))
