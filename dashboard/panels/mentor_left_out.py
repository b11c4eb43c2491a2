"""Schools that neither give nor get help, and where a pair may be found for them."""

from collections.abc import Iterator

from dashboard.i18n import integer, order, plural, t
from dashboard.metrics.registers import School, schools
from dashboard.panels import mentor_words
from dashboard.panels.empty import nothing
from dashboard.panels.likeness import known_pupils
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

AT_FIRST = 3  # the others are opened by a click


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """As the metric of the block counts them, by name."""
    language, stem = view.language, f"block.{page.key}.{block.key}"
    answer = asking.answer(block.metrics[0], ("school",))
    there = [row for row in answer.rows if row.flag != "x"]
    if not answer.taken.on:
        return mentor_words.absent(page, block, asking)
    if not there:
        return Panel(t(stem, language), "", empty=nothing(asking))
    out = [schools(asking.snapshot)[row.key[0]] for row in there if not row.numerator]
    out.sort(key=lambda school: order(school.name, language))
    title = plural("mentors.left_out", len(out), language, number=integer(len(out), language))
    return Panel(
        title=title,
        about=t(_of_what(stem, view), language) if out else "",
        columns=(
            Column("name", t("filter.school", language)),
            Column("evidence", t("attention.evidence", language)),
        ),
        rows=tuple(_row(school, page, asking) for school in out),
        sentences=() if out else (t("mentors.nobody_left_out", language),),
        marks={
            "open": t("mentors.pair", language),
            "first": AT_FIRST,
            "all": (t("mentors.best_pairs", language), mentor_words.tab(page, view, "pairs")),
        },
    )


def _of_what(stem: str, view: View) -> str:
    """In one direction most schools are left out: that is not the whole."""
    narrower = {"direction", "subject"} & view.filters.where().keys()
    return "mentors.left_out_within" if narrower else f"{stem}.about"


def _row(school: School, page: Page, asking: Asking) -> tuple[Cell, ...]:
    href = mentor_words.of_school(page, asking.view, "pairs", school.id)
    facts = " · ".join(_facts(school, asking))
    return Cell(school.name, href=href, tone=-1.0), Cell(facts)


def _facts(school: School, asking: Asking) -> Iterator[str]:
    """The aimak and the size, as far as they are known; a size that is hidden is not said."""
    language, size = asking.view.language, known_pupils(school, asking)
    if school.aimak:
        yield school.aimak
    if size is not None:
        yield plural("panel.pupils", size, language, number=integer(size, language))
