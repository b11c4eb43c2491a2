"""Teachers' hours a week by school: the median, the middle half, and how far apart its ends are."""

from dashboard.i18n import number, t
from dashboard.metrics.associations import Spread, load_spread
from dashboard.panels import association_words as names
from dashboard.panels import empty, words
from dashboard.panels.view import OF_SCHOOLS, Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

KEY = "load_hours"
HEAVY = 1.5  # times the district's own median


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """The whiskers of a bar are its middle half. Of few teachers nothing is shown, and the fewest
    and the most hours, which are two persons', only where there are enough not to be told apart."""
    language = view.language
    answer = asking.answer(KEY, ("school",))
    title = t(f"block.{page.key}.{block.key}", language)
    if not any(row.flag != "x" for row in answer.rows):
        return Panel(title, "", empty=empty.why(page, block, asking))
    usual = usual_load(asking)
    spreads = load_spread(asking.snapshot, of_schools(asking), heavy(usual))
    found = {row.key[0]: row for row in answer.rows}
    columns = _columns(usual, language)
    rows = [
        _row(page, found[school], spreads.get(school), asking)
        for school in names.in_order("school", set(found), asking)
    ]
    district = words.reference(usual, KEY, language)
    about = t(f"block.{page.key}.{block.key}.about", language, district=district)
    return Panel(
        title=title,
        about=names.of_all_areas(about, asking),
        columns=columns,
        rows=names.sorted_rows(rows, columns, view.sort),
        reference=usual,
        reference_text=t("panel.district", language, value=district) if usual is not None else "",
        marks={"sorts": names.sorts(columns)},
    )


def usual_load(asking: Asking) -> float | None:
    """The district's median; None where it is hidden or nobody told."""
    return asking.answer(KEY, **names.everywhere()).together


def heavy(usual: float | None) -> float | None:
    """More hours than that are many: one and a half times the usual."""
    return None if usual is None else HEAVY * usual


def of_schools(asking: Asking) -> dict[str, tuple]:
    """The filters that take in schools: the register of teachers knows no others."""
    where = asking.view.filters.where()
    return {name: values for name, values in where.items() if name in OF_SCHOOLS}


def between(spread: Spread, language: str) -> str:
    """«17,0–25,0»."""
    return _range(spread.lower, spread.upper, language)


def _range(low: float | None, high: float | None, language: str) -> str:
    if low is None or high is None:
        return ""
    return f"{number(low, language, 1)}–{number(high, language, 1)}"


def _columns(usual: float | None, language: str) -> tuple[Column, ...]:
    load = words.reference(heavy(usual), KEY, language)
    return (
        Column("name", t("filter.school", language)),
        Column("value", t(f"metric.{KEY}", language), unit="number"),
        Column("middle", t("associations.middle", language)),
        Column("apart", t("associations.apart", language), unit="number"),
        Column("ends", t("associations.ends", language)),
        Column("above", t("associations.above", language, load=load), unit="count"),
        Column("teachers", t(f"metric.{KEY}.denominator", language), unit="count"),
        Column("untold", t("associations.untold", language), unit="count"),
    )


def _row(page: Page, value: Value, spread: Spread | None, asking: Asking) -> tuple[Cell, ...]:
    language = asking.view.language
    school = value.key[0]
    name = Cell(
        names.name("school", school, asking), href=names.here(page, asking.view, school=school)
    )
    cell = words.cell(value, KEY, language)._replace(unit="number")  # bars begin at 0
    if value.value is None or spread is None:
        return name, cell, *_nothing()
    behind = value._replace(low=spread.lower, high=spread.upper)
    apart = spread.middle_half
    ends = "" if _few(value, asking) else _range(spread.fewest, spread.most, language)
    return (
        name,
        cell._replace(value=behind),
        Cell(between(spread, language)),
        Cell(number(apart, language, 1), apart, "number", 1),
        Cell(ends),
        words.count(spread.above, language),
        words.count(spread.teachers, language),
        words.count(spread.untold, language),
    )


def _few(value: Value, asking: Asking) -> bool:
    return value.pupils < asking.settings.unreliable_below


def _nothing() -> tuple[Cell, ...]:
    units = ("text", "number", "text", "count", "count", "count")
    return tuple(Cell("", unit=unit) for unit in units)
