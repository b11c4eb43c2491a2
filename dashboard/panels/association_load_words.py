"""In words: how evenly teaching hours are spread, where many teachers have very many."""

from dashboard.i18n import integer, number, plural, t
from dashboard.metrics.associations import Spread, load_spread
from dashboard.panels import association_load as load
from dashboard.panels import association_words as names
from dashboard.panels import empty, words
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """The schools named are those with a teacher above one and a half of the district's median,
    the most first; only schools whose own median is shown."""
    language = view.language
    answer = asking.answer(load.KEY, ("school",))
    usual, title = load.usual_load(asking), t(f"block.{page.key}.{block.key}", language)
    if not any(row.flag != "x" for row in answer.rows):
        return Panel(title, "", empty=empty.why(page, block, asking))
    spreads = load_spread(asking.snapshot, load.of_schools(asking), load.heavy(usual))
    shown = {row.key[0] for row in answer.rows if row.value is not None}
    heavy = {school: s for school, s in spreads.items() if school in shown and s.above}
    whole = spreads[None] if answer.together is not None else None
    named = _named(heavy, usual, asking)
    return Panel(
        title=title,
        about=t(f"block.{page.key}.{block.key}.about", language),
        columns=(
            Column("name", t("filter.school", language)),
            Column("above", t("associations.load_heading", language)),
        ),
        rows=tuple(_row(page, school, heavy[school], asking) for school in _most(heavy, asking)),
        sentences=(*_of_all(whole, answer.together, language), *named, *_beside(whole, language)),
        marks={"named": (2 if whole else 0) + len(named), "lower": len(heavy)},
    )


def _most(heavy: dict[str, Spread], asking: Asking) -> list[str]:
    by_name = names.in_order("school", set(heavy), asking)
    return sorted(by_name, key=lambda school: -heavy[school].above)


def _of_all(whole: Spread | None, median: float | None, language: str) -> tuple[str, ...]:
    if whole is None or median is None:
        return ()
    apart = number(whole.middle_half, language, 1)
    between = load.between(whole, language)
    return (
        t("associations.load_median", language, hours=number(median, language, 1)),
        t("associations.load_half", language, between=between, hours=apart),
    )


def _named(heavy: dict[str, Spread], usual: float | None, asking: Asking) -> tuple[str, ...]:
    """Only schools that are shown are counted, so that no hidden one can be worked out."""
    language = asking.view.language
    if usual is None:
        return ()
    above = sum(spread.above for spread in heavy.values())
    hours = words.shown(load.heavy(usual), load.KEY, language)
    if not above:
        return (t("associations.none_heavy", language, hours=hours),)
    return (
        plural("associations.heavy", above, language, hours=hours, number=integer(above, language)),
    )


def _beside(whole: Spread | None, language: str) -> tuple[str, ...]:
    """Whose hours are not told, and what the measure is."""
    untold = whole.untold if whole else 0
    said = plural(
        "associations.untold_teachers", untold, language, number=integer(untold, language)
    )
    return (*([said] if untold else []), t("associations.why_half", language))


def _row(page: Page, school: str, spread: Spread, asking: Asking) -> tuple[Cell, Cell]:
    language = asking.view.language
    name = names.name("school", school, asking)
    facts = t(
        "associations.heavy_of",
        language,
        above=integer(spread.above, language),
        teachers=integer(spread.teachers, language),
        between=load.between(spread, language),
    )
    return Cell(name, href=names.here(page, asking.view, school=school)), Cell(facts)
