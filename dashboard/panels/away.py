"""In words: which cells of a heat map are apart from the district's value of their subject."""

from typing import NamedTuple

from dashboard.i18n import integer, plural, t
from dashboard.panels import signed, spread, words
from dashboard.panels.cells import row_name
from dashboard.panels.crossing import Crossing, crossing
from dashboard.panels.empty import said
from dashboard.panels.view import OF_SCHOOLS, Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel
from dashboard.statistics.cells import spread_about
from dashboard.statistics.funnel import CHANCE_ALONE, Z_ACTION, Spread, apart, limits, usual_spread
from dashboard.statistics.gap import gap_in_pupils


class Beside(NamedTuple):
    """A shown cell, and the district's own value beside it."""

    value: Value
    district: float

    @property
    def gap(self) -> int:
        return gap_in_pupils(self.value.value, self.value.pupils, self.district)


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Who is lower and who is higher, where most pupils are concerned first."""
    key, language = block.metrics[0], view.language
    found = crossing(key, block.by, asking)
    shown = _shown(found)
    title = t(f"block.{page.key}.{block.key}", language)
    if len(shown) < 2:
        why = "nothing_to_compare" if found.answer.rows else "empty"
        return Panel(title, "", empty=said(why, asking))
    use = spread.used(page, view, *_usual(key, found, shown, asking))
    lower, higher = _apart(shown, use.spread)
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


def _shown(found: Crossing) -> list[Beside]:
    pairs = [(row, found.beside(row)) for row in found.answer.rows if row.pupils]
    return [Beside(v, d) for v, d in pairs if v.value is not None and d is not None]


def _usual(key: str, found: Crossing, cells: list[Beside], asking: Asking) -> tuple[Spread, int]:
    """How the cells usually differ from the district, and how many groups tell it.

    For the classes of one school that is how the district's schools differ: the classes' own
    spread would take in what the school as a whole does well or badly.
    """
    if found.of_classes:
        return _between_schools(key, asking)
    shares, pupils = [c.value.value for c in cells], [c.value.pupils for c in cells]
    return spread_about(shares, pupils, [cell.district for cell in cells]), len(cells)


def _between_schools(key: str, asking: Asking) -> tuple[Spread, int]:
    answer = asking.answer(key, ("school",), **dict.fromkeys(OF_SCHOOLS, ()))
    there = [row for row in answer.rows if row.value is not None and row.pupils]
    if answer.together is None:
        return CHANCE_ALONE, 0
    shares, pupils = [row.value for row in there], [row.pupils for row in there]
    return usual_spread(shares, pupils, answer.together), len(there)


def _apart(cells: list[Beside], usual: Spread) -> tuple[list[Beside], list[Beside]]:
    """Below and above the 99.8 % limits, the largest gaps in pupils first."""
    sides = [
        (cell, apart(cell.value.value, limits(cell.district, cell.value.pupils, Z_ACTION, usual)))
        for cell in cells
    ]
    lower = sorted((cell for cell, side in sides if side < 0), key=lambda cell: cell.gap)
    higher = sorted((cell for cell, side in sides if side > 0), key=lambda cell: -cell.gap)
    return lower, higher


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
