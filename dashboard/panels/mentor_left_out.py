"""Schools that neither give nor get help, and where a pair may be found for them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dashboard.i18n import integer, order, plural, t
from dashboard.metrics.registers import School, schools
from dashboard.panels import accepting, mentor_words, ways, words
from dashboard.panels.accepting import Item
from dashboard.panels.empty import nothing
from dashboard.panels.likeness import known_pupils
from dashboard.panels.needs import METRIC, needs
from dashboard.panels.view import Asking, View
from dashboard.panels.weakest import Weak, weakest
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.assignment import Mentor

AT_FIRST = 3  # the others are opened by a click


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """As the metric of the block counts them: where most pupils are concerned first."""
    language, stem = view.language, f"block.{page.key}.{block.key}"
    answer = asking.answer(block.metrics[0], ("school",))
    there = [row for row in answer.rows if row.flag != "x"]
    if not answer.taken.on:
        return mentor_words.absent(page, block, asking)
    if not there:
        return Panel(t(stem, language), "", empty=nothing(asking))
    out = [schools(asking.snapshot)[row.key[0]] for row in there if not row.numerator]
    weak = weakest((school.id for school in out), page, asking)
    out.sort(key=lambda school: _place(school, weak, language))
    title = plural("mentors.left_out", len(out), language, number=integer(len(out), language))
    return Panel(
        title=title,
        about=" ".join(_about(stem, weak, page, asking)) if out else "",
        columns=(
            Column("name", t("filter.school", language)),
            Column("evidence", t("attention.evidence", language)),
        ),
        rows=tuple(_row(school, weak.get(school.id), page, asking) for school in out),
        sentences=() if out else (t("mentors.nobody_left_out", language),),
        marks={"first": AT_FIRST, **(_pairs(page, view) if asking.sees_staff else {})},
    )


def _pairs(page: Page, view: View) -> dict:
    """Where each leads, and where all best pairs are."""
    all_pairs = (t("mentors.best_pairs", view.language), mentor_words.tab(page, view, "pairs"))
    return {"open": t("mentors.pair", view.language), "all": all_pairs}


def _place(school: School, weak: Mapping[str, Weak], language: str) -> tuple:
    """Of whom nothing is known to be weak, by name at the end."""
    found = weak.get(school.id)
    return -found.low.need.pupils if found else 0, order(school.name, language)


def _about(stem: str, weak: Mapping[str, Weak], page: Page, asking: Asking) -> Iterator[str]:
    language = asking.view.language
    yield t(_of_what(stem, asking.view), language)
    if weak:
        when = words.time(needs(page, asking).taken, language)
        near = "mentors.weak_and_near" if asking.sees_staff else "mentors.weak"
        yield t(near, language, when=when)


def _of_what(stem: str, view: View) -> str:
    """In one direction most schools are left out: that is not the whole."""
    narrower = {"direction", "subject"} & view.filters.where().keys()
    return "mentors.left_out_within" if narrower else f"{stem}.about"


def _row(school: School, weak: Weak | None, page: Page, asking: Asking) -> tuple[Cell, ...]:
    told = _suggested(weak, asking) if weak else _facts(school, asking)
    href = _href(school, weak, page, asking)
    return Cell(school.name, href=href, tone=-1.0), Cell(" · ".join(told))


def _href(school: School, weak: Weak | None, page: Page, asking: Asking) -> str:
    """The pair in the list for the order; without a mentor to it, the school's needs."""
    if not asking.sees_staff:
        return mentor_words.of_school(page, asking.view, "map", school.id)
    if weak is None or weak.mentor is None:
        return mentor_words.of_school(page, asking.view, "pairs", school.id)
    view, need = replace(asking.view, tab="pairs"), weak.low.need
    pair = accepting.written(Item(need.school, need.subject, weak.mentor.id))
    return accepting.href(page, view, [*accepting.accepted(view, page), pair])


def _suggested(weak: Weak, asking: Asking) -> Iterator[str]:
    """«Chemistry 29%», «M014, № 5, 11 km, 1 of 3 mentees»."""
    language, found, mentor = asking.view.language, weak.low, weak.mentor
    yield t(
        "mentors.weakest",
        language,
        subject=mentor_words.subject(found.need.subject, asking),
        value=words.shown(found.value.value, METRIC, language),
    )
    if not asking.sees_staff:
        return
    yield _nearest(found.need.school, mentor, asking) if mentor else t("mentors.no_free", language)


def _nearest(school: str, mentor: Mentor, asking: Asking) -> str:
    language = asking.view.language
    load, most = (integer(count, language) for count in (mentor.load, mentor.most))
    far = ways.said(ways.way(asking.snapshot, school, mentor.school), language)
    own = mentor_words.number(mentor.school, asking) if mentor.school else words.NOTHING
    said = {"mentor": mentor.id, "school": own, "way": far, "load": load, "most": most}
    return t("mentors.nearest", language, **said)


def _facts(school: School, asking: Asking) -> Iterator[str]:
    """The aimak and the size, as far as they are known; a size that is hidden is not said."""
    language, size = asking.view.language, known_pupils(school, asking)
    if school.aimak:
        yield school.aimak
    if size is not None:
        yield plural("panel.pupils", size, language, number=integer(size, language))
