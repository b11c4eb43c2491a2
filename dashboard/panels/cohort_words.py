"""In words: which schools change from grade 4 to 5 beyond the district's own change."""

from dashboard.i18n import integer, plural, t
from dashboard.panels import signed, words
from dashboard.panels.cohort import when, why_empty
from dashboard.panels.cohorts import Cohorts, OfSchool, cohorts
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

CHANCE = 0.05  # how often a 95 % interval leaves the truth out


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Those that fall first, the largest fall first; then the caution."""
    language = view.language
    found = cohorts(block.metrics[0], asking)
    title = t(f"block.{page.key}.{block.key}", language)
    if not found.told:
        return Panel(title, "", empty=why_empty(found, asking))
    real = sorted((e for e in found.told if e.change.real), key=lambda e: e.change.beyond)
    fell = [each for each in real if each.change.beyond < 0]
    rose = [each for each in reversed(real) if each.change.beyond > 0]
    return Panel(
        title=title,
        about=t(f"block.{page.key}.{block.key}.about", language, when=when(found, language)),
        columns=(
            Column("name", t("filter.school", language)),
            Column("beyond", t("cohort.beyond", language), unit="points"),
            Column("interval", t("cohort.interval", language)),
        ),
        rows=tuple(_row(page, block, each, asking) for each in (*fell, *rose)),
        sentences=_sentences(found, len(fell), len(rose), language),
        marks={"lower": len(fell), "named": bool(fell) + bool(rose)},
    )


def _sentences(found: Cohorts, fell: int, rose: int, language: str) -> tuple[str, ...]:
    told = len(found.told)
    of_told = {"fell": fell, "rose": rose, "rest": told - fell - rose}
    others = {
        "pooled": sum(each.years > 1 for each in found.told),
        "hidden": sum(each.flag == "c" for each in found.schools),
        "missing": sum(each.flag == "x" for each in found.schools),
    }
    chance = _by_chance(told, language) if fell or rose else ()
    caution = t("cohort.caution", language)
    return (*_counted(of_told, language), *chance, *_counted(others, language), caution)


def _counted(counts: dict[str, int], language: str) -> list[str]:
    return [
        plural(f"cohort.count.{key}", count, language) for key, count in counts.items() if count
    ]


def _by_chance(told: int, language: str) -> tuple[str, ...]:
    """Of many intervals some leave the truth out: a reader who sees one should know."""
    count = round(told * CHANCE)
    number = integer(count, language)
    return (plural("cohort.by_chance", count, language, number=number),) if count else ()


def _row(page: Page, block: Block, each: OfSchool, asking: Asking) -> tuple[Cell, ...]:
    language, change = asking.view.language, each.change
    name = words.name("school", each.school, asking.snapshot, language)
    href = block.path(page) + asking.view.narrower(school=each.school)
    size = (change.beyond, change.low, change.high)
    beyond = signed.points_cell(size, each.cohort.after_pupils, language)
    return (Cell(name, href=href), beyond, Cell(signed.between(*size[1:], language)))
