"""The schools behind «did it help»: the quality of each before and after, and its side."""

from collections.abc import Callable

from dashboard.i18n import t
from dashboard.panels import association_words as names
from dashboard.panels import course_effect_words as said
from dashboard.panels import signed, words
from dashboard.panels.compared import to_passport
from dashboard.panels.course_effect import MARKS, SIDES, Compared, Ground, OfSchool, ground
from dashboard.panels.empty import no_school
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.comparison import difference


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Those compared, side by side, then by name. Of one subject no side is told, and so all
    schools are there: its teachers in a school are few, a side would be what one of them did."""
    stem, language = f"block.{page.key}.{block.key}", view.language
    stands = ground(page, asking)
    found = stands.compared(view.option(page, said.SUBJECT))
    if said.why_not(page, stands, found) or no_school(asking):
        why = no_school(asking) or t("course_effect.see_above", language)
        return Panel(t(stem, language), "", empty=why)
    own = f"{stem}.about.subject" if found.subject else f"{stem}.about"
    columns, passport = _columns(found, language), to_passport(asking)
    rows = [_row(each, found, stands, passport) for each in _ordered(found, stands)]
    return Panel(
        title=t(stem, language),
        about=t(own, language, **said.rule(found, stands)),
        columns=columns,
        rows=names.sorted_rows(rows, columns, view.sort),
        marks={"sorts": names.sorts(columns)},
    )


def _columns(found: Compared, language: str) -> tuple[Column, ...]:
    side = () if found.subject else (Column("side", t("course_effect.side", language)),)
    return (
        Column("name", t("filter.school", language)),
        Column("change", t("course_effect.change", language), unit="points"),
        Column("interval", t("panel.interval", language)),
        Column("before", found.span.before, unit="percent"),
        Column("after", found.span.after, unit="percent"),
        *side,
    )


def _ordered(found: Compared, stands: Ground) -> list[OfSchool]:
    asking = stands.asking
    there = {each.school: each for each in found.schools if _is_there(each, found)}
    by_name = words.by_name("school", set(there), asking.snapshot, asking.view.language)
    rows = [there[school] for school in by_name]
    return rows if found.subject else sorted(rows, key=lambda each: SIDES.index(each.side))


def _is_there(each: OfSchool, found: Compared) -> bool:
    """Of one subject: who has marks of it in either year."""
    return bool(each.before or each.after) if found.subject else not each.why_out


def _row(
    each: OfSchool, found: Compared, stands: Ground, passport: Callable[[str], str]
) -> tuple[Cell, ...]:
    asking, language = stands.asking, stands.asking.view.language
    name = words.name("school", each.school, asking.snapshot, language)
    side = () if found.subject else (Cell(t(f"course_effect.side.{each.side}", language)),)
    return (
        Cell(name, href=passport(each.school)),
        *_change(each, found, language),
        words.cell(each.before, MARKS, language),
        words.cell(each.after, MARKS, language),
        *side,
    )


def _change(each: OfSchool, found: Compared, language: str) -> tuple[Cell, Cell]:
    """Those with trained teachers are coloured; the interval is that of chance in the school."""
    if each.change is None:
        flag = _flag(each)
        text = words.NOTHING if flag == "x" else flag
        return Cell(text, unit="points", flag=flag), Cell("")
    before, after = each.before, each.after
    apart = difference(after.value, after.pupils, before.value, before.pupils)
    coloured = not found.subject and each.side == "with"
    cell = signed.points_cell(apart, min(after.pupils, before.pupils), language)
    return cell._replace(tone=float(coloured)), Cell(signed.between(*apart[1:], language))


def _flag(each: OfSchool) -> str:
    """Hidden before missing, missing before unreliable."""
    flags = {value.flag if value else "x" for value in (each.before, each.after)}
    return next(flag for flag in ("c", "x", "z", "u") if flag in flags)
