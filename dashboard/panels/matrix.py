"""One metric by two dimensions: rows × columns, coloured by the distance from the district."""

from dashboard.i18n import t
from dashboard.panels import words
from dashboard.panels.empty import nothing
from dashboard.panels.tone import tone
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Rows and columns in the order of their names; what was not taught stays empty."""
    key, language = block.metrics[0], view.language
    answer = asking.answer(key, block.by)
    title = t(f"block.{page.key}.{block.key}", language)
    if not answer.rows:
        return Panel(title, "", empty=nothing(asking))
    reference = asking.district(answer)
    return Panel(
        title=title,
        about=_about(page, block, view, answer, reference),
        columns=_columns(block, answer, asking),
        rows=_rows(page, block, answer, asking, reference),
        reference=reference,
    )


def _about(page: Page, block: Block, view: View, answer: Answer, reference: float | None) -> str:
    key, language = block.metrics[0], view.language
    district = words.reference(reference, key, language)
    when = words.when(answer, language)
    return t(f"block.{page.key}.{block.key}.about", language, when=when, district=district)


def _columns(block: Block, answer: Answer, asking: Asking) -> tuple[Column, ...]:
    row, column = block.by
    language, snapshot = asking.view.language, asking.snapshot
    first = Column(row, t(f"filter.{row}", language))
    return (
        first,
        *(
            Column(
                str(key),
                words.name(column, key, snapshot, language),
                words.short(column, key, snapshot, language),
                unit=asking.unit(block.metrics[0]),
            )
            for key in _keys(answer, 1, column, asking)
        ),
    )


def _rows(
    page: Page, block: Block, answer: Answer, asking: Asking, reference: float | None
) -> tuple[tuple[Cell, ...], ...]:
    row, column = block.by
    found, key, language = answer.by_key(), block.metrics[0], asking.view.language
    unit, leads = asking.unit(key), block.path(page)
    to_row, to_cell = asking.view.narrowing(row), asking.view.narrowing(row, column)
    columns = _keys(answer, 1, column, asking)

    def cell(row_key: object, column_key: object) -> Cell:
        value = found.get((row_key, column_key))
        said = words.parts(value, key, language, decimals=0)
        if value is None:
            return Cell(**said)
        href = leads + to_cell(row_key, column_key)
        return Cell(**said, tone=tone(value, reference, unit), href=href)

    return tuple(
        (
            _head(row, row_key, leads + to_row(row_key), asking),
            *(cell(row_key, column_key) for column_key in columns),
        )
        for row_key in _keys(answer, 0, row, asking)
    )


def _head(dimension: str, key: object, href: str, asking: Asking) -> Cell:
    return Cell(words.name(dimension, key, asking.snapshot, asking.view.language), href=href)


def _keys(answer: Answer, part: int, dimension: str, asking: Asking) -> list:
    keys = {row.key[part] for row in answer.rows}
    return words.by_name(dimension, keys, asking.snapshot, asking.view.language)
