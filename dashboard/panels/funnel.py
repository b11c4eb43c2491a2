"""Is the difference real? Each school by its pupils and its value, within limits."""

from dashboard.i18n import t
from dashboard.panels import signed, spread, words
from dashboard.panels.empty import said
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.funnel import (
    NORMAL_FROM,
    Z_ACTION,
    Z_ATTENTION,
    Spread,
    apart,
    limits,
    usual_spread,
)
from dashboard.statistics.gap import gap_in_pupils

MOST_NAMED = 16  # names beside dots; more would cover each other, the table has them all
STEPS = 48  # points of a limit's curve beyond the whole numbers at its beginning
WHOLE = 40  # up to so many pupils each number has its own point: exact limits go by steps

SIDES = {-1: "lower", -0.5: "attention", 0: "within", 0.5: "attention", 1: "higher"}


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Shown schools only: what is hidden has no dot. `marks` hold the curves and who is named."""
    key, language = block.metrics[0], view.language
    answer = asking.answer(key, block.by)
    centre = asking.district(answer)
    title = t(f"block.{page.key}.{block.key}", language)
    values = _by_name([v for v in answer.rows if v.value is not None and v.pupils], block, asking)
    if centre is None or len(values) < 2:
        why = "nothing_to_compare" if any(row.flag != "x" for row in answer.rows) else "empty"
        return Panel(title, "", empty=said(why, asking))
    found = usual_spread([v.value for v in values], [v.pupils for v in values], centre)
    use = spread.used(page, view, found, len(values))
    when = words.when(answer, language)
    about = t(f"block.{page.key}.{block.key}.about", language, when=when)
    shown = words.reference(centre, key, language)
    return Panel(
        title=title,
        about=f"{about} {spread.said(use, language)}",
        columns=_columns(block, asking),
        rows=tuple(_row(page, block, value, (centre, use.spread), asking) for value in values),
        reference=centre,
        reference_text=t("panel.district", language, value=shown),
        marks=_curves(values, centre, use.spread) | {"named": _named(values, centre, use.spread)},
        switches=spread.turning(page, view, use),
    )


def _by_name(values: list[Value], block: Block, asking: Asking) -> list[Value]:
    found = {value.key[0]: value for value in values}
    keys = words.by_name(block.by[0], set(found), asking.snapshot, asking.view.language)
    return [found[key] for key in keys]


def _columns(block: Block, asking: Asking) -> tuple[Column, ...]:
    key, language = block.metrics[0], asking.view.language
    return (
        Column("name", t(f"filter.{block.by[0]}", language)),
        Column("value", t(f"metric.{key}", language), unit=asking.unit(key)),
        Column("pupils", t("panel.pupils_heading", language), unit="count"),
        Column("attention", t("funnel.limits", language, level=t("funnel.95", language))),
        Column("action", t("funnel.limits", language, level=t("funnel.99_8", language))),
        Column("gap", t("beside.gap", language), unit="count"),
        Column("where", t("funnel.where", language)),
    )


def _row(
    page: Page, block: Block, value: Value, about: tuple[float, Spread], asking: Asking
) -> tuple[Cell, ...]:
    key, dimension, language = block.metrics[0], block.by[0], asking.view.language
    centre, usual = about
    inner = limits(centre, value.pupils, Z_ATTENTION, usual)
    outer = limits(centre, value.pupils, Z_ACTION, usual)
    side = apart(value.value, outer) or apart(value.value, inner) / 2
    gap = gap_in_pupils(value.value, value.pupils, centre)
    name = words.name(dimension, value.key[0], asking.snapshot, language)
    return (
        Cell(name, href=block.path(page) + asking.view.narrower(**{dimension: value.key[0]})),
        words.cell(value, key, language),
        words.count(value.pupils, language),
        Cell(_span(inner, key, language)),
        Cell(_span(outer, key, language)),
        Cell(signed.whole(gap, language), gap, "count"),
        Cell(t(f"funnel.{SIDES[side]}", language), tone=side),
    )


def _span(ends: tuple[float, float], key: str, language: str) -> str:
    return words.interval(Value((), None, None, None, None, *ends), key, language)


def _named(values: list[Value], centre: float, usual: Spread) -> frozenset[int]:
    """Places of the rows whose dots carry a name: outside 99.8 %, the largest gaps first."""
    outside = [
        (abs(gap_in_pupils(v.value, v.pupils, centre)), place)
        for place, v in enumerate(values)
        if apart(v.value, limits(centre, v.pupils, Z_ACTION, usual))
    ]
    return frozenset(place for _, place in sorted(outside, reverse=True)[:MOST_NAMED])


def _curves(values: list[Value], centre: float, usual: Spread) -> dict:
    """The limits over numbers of pupils: a list of (pupils, low, high) for each level."""
    least, most = min(v.pupils for v in values), max(v.pupils for v in values)
    sizes = _sizes(max(1, least // 2), max(most, NORMAL_FROM) * 1.04)
    return {
        level: [(n, *limits(centre, n, z, usual)) for n in sizes]
        for level, z in (("attention", Z_ATTENTION), ("action", Z_ACTION))
    }


def _sizes(first: int, last: float) -> list[int]:
    growth = max(1.0, last / max(WHOLE, first)) ** (1 / STEPS)
    beyond = (round(max(WHOLE, first) * growth**step) for step in range(STEPS + 1))
    return sorted({*range(first, min(WHOLE, int(last)) + 1), *beyond})
