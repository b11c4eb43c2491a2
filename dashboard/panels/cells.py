"""A heat map of schools or classes by subjects, coloured by the district's value of the subject."""

from collections.abc import Callable

from dashboard.i18n import order, t
from dashboard.panels import words
from dashboard.panels.crossing import Crossing, crossing
from dashboard.panels.empty import nothing
from dashboard.panels.tone import tone
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Rows and columns in the order of their names; what was not taught stays empty."""
    key, language = block.metrics[0], view.language
    found = crossing(key, block.by, asking)
    kind = f"block.{page.key}.{block.key}" + (".classes" if found.of_classes else "")
    title = t(kind, language)
    if not found.answer.rows:
        return Panel(title, "", empty=nothing(asking))
    columns = _columns(found, asking)
    return Panel(
        title=title,
        about=t(f"{kind}.about", language, when=words.when(found.answer, language)),
        columns=(_first(found, language), *(_column(key, c, found, asking) for c in columns)),
        rows=_rows(page, block, found, columns, asking),
    )


def row_name(found: Crossing, key: tuple, asking: Asking) -> str:
    """«№ 12 мектеп», or «7А»."""
    if not found.of_classes:
        return words.name(found.rows[0], key[0], asking.snapshot, asking.view.language)
    grade, letter = key
    return f"{grade}{letter or ''}"


def _first(found: Crossing, language: str) -> Column:
    title = t("cells.class" if found.of_classes else f"filter.{found.rows[0]}", language)
    return Column(found.rows[0], title)


def _column(metric: str, key: object, found: Crossing, asking: Asking) -> Column:
    dimension, language = found.answer.question.by[-1], asking.view.language
    name = words.name(dimension, key, asking.snapshot, language)
    short = words.short(dimension, key, asking.snapshot, language)
    return Column(str(key), name, short, unit=asking.unit(metric))


def _columns(found: Crossing, asking: Asking) -> list:
    dimension, keys = found.answer.question.by[-1], {row.key[-1] for row in found.answer.rows}
    return words.by_name(dimension, keys, asking.snapshot, asking.view.language)


def _row_keys(found: Crossing, asking: Asking) -> list[tuple]:
    keys = {row.key[:-1] for row in found.answer.rows}
    language = asking.view.language
    if found.of_classes:
        return sorted(keys, key=lambda key: (key[0], order(key[1] or "", language)))
    names = words.by_name(found.rows[0], {key[0] for key in keys}, asking.snapshot, language)
    return [(name,) for name in names]


def _rows(
    page: Page, block: Block, found: Crossing, columns: list, asking: Asking
) -> tuple[tuple[Cell, ...], ...]:
    made = _cells(block, found, block.path(page), asking)
    first, path = asking.view.narrowing(found.rows[0]), block.path(page)

    def row(key: tuple) -> tuple[Cell, ...]:
        head = Cell(row_name(found, key, asking), href=path + first(key[0]))
        return (head, *(made((*key, column)) for column in columns))

    return tuple(row(key) for key in _row_keys(found, asking))


def _cells(block: Block, found: Crossing, path: str, asking: Asking) -> Callable[[tuple], Cell]:
    """Makes the cell of a key: a heat map has many hundreds, so what they share is found once."""
    key, language = block.metrics[0], asking.view.language
    values, unit = found.answer.by_key(), asking.unit(key)
    narrowed = asking.view.narrowing(found.rows[0], found.answer.question.by[-1])

    def cell(at: tuple) -> Cell:
        value = values.get(at)
        said = words.parts(value, key, language, decimals=0)
        if value is None:
            return Cell(**said)
        colour = tone(value, found.beside(value), unit)
        return Cell(**said, tone=colour, href=path + narrowed(at[0], at[-1]))

    return cell
