"""In words: which groups are apart from the district by more than ordinary differences explain."""

from dashboard.i18n import plural, t
from dashboard.panels import spread, words
from dashboard.panels.empty import said
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.funnel import (
    CHANCE_ALONE,
    Z_ACTION,
    Spread,
    apart,
    limits,
    usual_spread,
)

OF_ONE_KIND = frozenset({"school", "aimak"})  # subjects are different things


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Sentences on who is lower, who is higher, and that the others cannot be told apart."""
    key, dimension, language = block.metrics[0], block.by[0], view.language
    answer = asking.answer(key, (dimension,))
    reference = asking.district(answer)
    title = t(f"block.{page.key}.{block.key}", language)
    values = [row for row in answer.rows if row.value is not None and row.pupils]
    if reference is None or len(values) < 2:
        why = "nothing_to_compare" if any(row.flag != "x" for row in answer.rows) else "empty"
        return Panel(title, "", empty=said(why, asking))
    use = _used(page, view, values, reference, dimension)
    lower, higher = _apart(values, reference, use.spread)
    ordinary = len(values) - len(lower) - len(higher)
    beyond = "than" if use.why in ("usual", "unlike") else "chance"
    counts = {
        f"lower_{beyond}": len(lower),
        f"higher_{beyond}": len(higher),
        "usual" if use.why == "usual" else "rest": ordinary,
        "hidden": sum(row.flag == "c" for row in answer.rows),
    }
    district = words.reference(reference, key, language)
    about = t(f"block.{page.key}.{block.key}.about", language, district=district)
    rows = tuple(_row(page, block, value, asking) for value in (*lower, *higher))
    return Panel(
        title=title,
        about=f"{about} {spread.said(use, language)}",
        columns=(
            Column("name", t(f"filter.{dimension}", language)),
            Column("value", t(f"metric.{key}", language), unit=asking.unit(key)),
            Column("interval", t("panel.interval", language)),
        ),
        rows=rows,
        sentences=_sentences(counts, dimension, language),
        reference=reference,
        marks={"lower": len(lower), "named": bool(lower) + bool(higher)},
    )


def _used(
    page: Page, view: View, values: list[Value], district: float, dimension: str
) -> spread.Used:
    """Things of one kind differ for many ordinary reasons; where they do so by more than chance,
    the limits take their usual spread in."""
    if dimension not in OF_ONE_KIND:
        return spread.Used(CHANCE_ALONE, CHANCE_ALONE, "unlike")
    found = usual_spread([v.value for v in values], [v.pupils for v in values], district)
    return spread.used(page, view, found, len(values))


def _apart(values: list[Value], district: float, usual: Spread) -> tuple[list[Value], list[Value]]:
    """Below and above the 99.8 % limits, the farthest first."""
    far = sorted(values, key=lambda value: value.value)
    within = {v.key: limits(district, v.pupils, Z_ACTION, usual) for v in values}
    lower = [v for v in far if apart(v.value, within[v.key]) < 0]
    higher = [v for v in reversed(far) if apart(v.value, within[v.key]) > 0]
    return lower, higher


def _sentences(counts: dict[str, int], dimension: str, language: str) -> tuple[str, ...]:
    """Each says of what it counts: a bare number beside «district» reads as so many districts."""
    return tuple(
        plural(f"panel.{key}.{dimension}", count, language)
        for key, count in counts.items()
        if count
    )


def _row(page: Page, block: Block, value: Value, asking: Asking) -> tuple[Cell, ...]:
    key, dimension, language = block.metrics[0], block.by[0], asking.view.language
    text = words.name(dimension, value.key[0], asking.snapshot, language)
    href = block.path(page) + asking.view.narrower(**{dimension: value.key[0]})
    between = words.interval(value, key, language)
    return (Cell(text, href=href), words.cell(value, key, language), Cell(between))
