"""Grade 4 → 5 by school: the change beyond the district's own, with its interval."""

from dashboard.i18n import integer, percent, t
from dashboard.metrics.registers import schools
from dashboard.panels import signed, words
from dashboard.panels.cohorts import Cohorts, OfSchool, cohorts
from dashboard.panels.empty import nothing
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.cohort import SMALL, Cohort

PLAIN = ("interval", "change", "before", "after", "retention", "years", "said")


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Schools by name. The second column is drawn: percentage points around the district's 0."""
    key, language = block.metrics[0], view.language
    found = cohorts(key, asking)
    title = t(f"block.{page.key}.{block.key}", language)
    if not found.told:
        return Panel(title, "", empty=why_empty(found, asking))
    names = words.by_name(
        "school", {each.school for each in found.schools}, asking.snapshot, language
    )
    by_school = {each.school: each for each in found.schools}
    return Panel(
        title=title,
        about=_about(page, block, found, key, language),
        columns=_columns(language),
        rows=tuple(_row(page, block, by_school[name], asking) for name in names),
        reference=0.0,
        reference_text=t("cohort.district", language),
    )


def why_empty(found: Cohorts, asking: Asking) -> str:
    """Why there is no change to be told, and what to do."""
    language = asking.view.language
    if found.taken.year is None or (found.district and not found.schools):
        return nothing(asking)
    why = "one_year" if found.one_year else "nothing"
    return t(f"cohort.{why}", language, when=when(found, language))


def when(found: Cohorts, language: str) -> str:
    """«2025-2026 → 2026-2027, quarter 1»."""
    year, period = found.taken.year, found.taken.period
    before = f"{int(year[:4]) - 1}-{int(year[5:]) - 1}"
    return f"{before} → {year}, {t(f'period.{period}', language)}"


def _about(page: Page, block: Block, found: Cohorts, key: str, language: str) -> str:
    district = found.district
    return t(
        f"block.{page.key}.{block.key}.about",
        language,
        when=when(found, language),
        before=words.shown(district.before, key, language),
        after=words.shown(district.after, key, language),
        size=signed.points(district.after - district.before, language),
        small=integer(SMALL, language),
    )


def _columns(language: str) -> tuple[Column, ...]:
    return (
        Column("name", t("filter.school", language)),
        Column("beyond", t("cohort.beyond", language), unit="points"),
        *(Column(name, t(f"cohort.{name}", language)) for name in PLAIN),
    )


def _row(page: Page, block: Block, each: OfSchool, asking: Asking) -> tuple[Cell, ...]:
    language = asking.view.language
    name = words.name("school", each.school, asking.snapshot, language)
    href = block.path(page) + asking.view.narrower(school=each.school)
    first = Cell(name, href=href if each.school in schools(asking.snapshot) else "")
    if each.change is None:
        text = words.NOTHING if each.flag == "x" else each.flag
        return (first, Cell(text, unit="points", flag=each.flag), *(Cell("") for _ in PLAIN))
    return (first, *_told(each, block.metrics[0], language))


def _told(each: OfSchool, key: str, language: str) -> tuple[Cell, ...]:
    change, mine = each.change, each.cohort
    real = ("fell" if change.beyond < 0 else "rose") if change.real else "unclear"
    beyond = signed.points_cell(
        (change.beyond, change.low, change.high), mine.after_pupils, language
    )
    size = signed.points(change.change, language)
    return (
        beyond._replace(tone=(change.beyond > 0) - (change.beyond < 0) if change.real else 0.0),
        Cell(signed.between(change.low, change.high, language)),
        Cell(t("change.points", language, size=size)),
        Cell(words.shown(mine.before, key, language)),
        Cell(words.shown(mine.after, key, language)),
        Cell(_retention(mine, change.retention, language)),
        Cell(integer(each.years, language), each.years, "count"),
        Cell(t(f"cohort.{real}", language)),
    )


def _retention(mine: Cohort, share: float, language: str) -> str:
    """«96 % (48 / 50)»."""
    after, before = integer(mine.after_pupils, language), integer(mine.before_pupils, language)
    return f"{percent(share, language, 0)} ({after} / {before})"
