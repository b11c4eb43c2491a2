"""In words: which cells of a heat map are apart from the district's value of their subject."""

from dashboard.i18n import integer, plural, t
from dashboard.panels import apart, signed, spread, words
from dashboard.panels.apart import Beside
from dashboard.panels.cells import row_name
from dashboard.panels.crossing import Crossing, crossing
from dashboard.panels.empty import said
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Who is lower and who is higher, where most pupils are concerned first."""
    key, language = block.metrics[0], view.language
    found = crossing(key, block.by, asking)
    shown = apart.shown(found)
    title = t(f"block.{page.key}.{block.key}", language)
    if len(shown) < 2:
        why = "nothing_to_compare" if found.answer.rows else "empty"
        return Panel(title, "", empty=said(why, asking))
    use = spread.used(page, view, *apart.usual(key, found, shown, asking))
    lower, higher = apart.sides(shown, use.spread)
    about = t(f"block.{page.key}.{block.key}.about", language)
    return Panel(
        title=title,
        about=f"{about} {spread.said(use, language)}",
        columns=_columns(found, key, asking),
        rows=tuple(_row(page, block, found, cell, asking) for cell in (*lower, *higher)),
        sentences=_sentences(found, len(shown), lower, higher, language),
        marks={"lower": len(lower), "named": bool(lower) + bool(higher)},
        switches=spread.turning(page, view, use),
    )


def _sentences(
    found: Crossing, shown: int, lower: list, higher: list, language: str
) -> tuple[str, ...]:
    counts = {
        "lower": len(lower),
        "higher": len(higher),
        "rest": shown - len(lower) - len(higher),
        "hidden": sum(row.flag == "c" for row in found.answer.rows),
    }
    return tuple(
        plural(f"away.{key}", count, language, number=integer(count, language))
        for key, count in counts.items()
        if count
    )


def _columns(found: Crossing, key: str, asking: Asking) -> tuple[Column, ...]:
    language, unit = asking.view.language, asking.unit(key)
    return (
        Column("name", t("away.cell", language)),
        Column("value", t(f"metric.{key}", language), unit=unit),
        Column("district", t("away.district", language)),
        Column("gap", t("beside.gap", language)),
    )


def _row(
    page: Page, block: Block, found: Crossing, cell: Beside, asking: Asking
) -> tuple[Cell, ...]:
    metric, language = block.metrics[0], asking.view.language
    key, column = cell.value.key, found.answer.question.by[-1]
    subject = words.name(column, key[-1], asking.snapshot, language)
    name = f"{row_name(found, key[:-1], asking)}, {subject}"
    narrower = asking.view.narrower(**{found.rows[0]: key[0], column: key[-1]})
    district = t("panel.district", language, value=words.shown(cell.district, metric, language))
    size = abs(cell.gap)
    gap = plural("away.gap", size, language, number=signed.whole(cell.gap, language))
    return (
        Cell(name, href=block.path(page) + narrower),
        words.cell(cell.value, metric, language),
        Cell(district),
        Cell(gap),
    )
