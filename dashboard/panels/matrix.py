"""One metric by two dimensions: rows × columns, coloured by the distance from the district."""

from dataclasses import replace

from dashboard.i18n import t
from dashboard.panels import words
from dashboard.panels.tone import tone
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Answer, Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """Rows and columns in the order of their names; what was not taught stays empty."""
    key, language = block.metrics[0], view.language
    answer = asking.answer(key, block.by)
    title = t(f"block.{page.key}.{block.key}", language)
    if not answer.rows:
        return Panel(title, "", empty=t("panel.empty", language))
    reference = asking.district(key)
    return Panel(
        title=title,
        about=_about(page, block, view, answer, reference),
        columns=_columns(block, answer, asking),
        rows=_rows(page, block, answer, asking, reference),
        reference=reference.value if reference else None,
    )


def _about(page: Page, block: Block, view: View, answer: Answer, reference: Value | None) -> str:
    key, language = block.metrics[0], view.language
    district = words.shown(reference.value, key, language) if reference else words.NOTHING
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
    page: Page, block: Block, answer: Answer, asking: Asking, reference: Value | None
) -> tuple[tuple[Cell, ...], ...]:
    row, column = block.by
    found = answer.by_key()
    leads = block.path(page)
    columns = _keys(answer, 1, column, asking)

    def cell(row_key: object, column_key: object) -> Cell:
        value = found.get((row_key, column_key))
        made = words.cell(value, block.metrics[0], asking.view.language, decimals=0)
        href = leads + asking.view.narrower({row: row_key, column: column_key}) if value else ""
        return replace(made, tone=tone(value, reference, made.unit), href=href)

    return tuple(
        (_head(row, key, leads, asking), *(cell(key, other) for other in columns))
        for key in _keys(answer, 0, row, asking)
    )


def _head(dimension: str, key: object, leads: str, asking: Asking) -> Cell:
    text = words.name(dimension, key, asking.snapshot, asking.view.language)
    return Cell(text, href=leads + asking.view.narrower({dimension: key}))


def _keys(answer: Answer, part: int, dimension: str, asking: Asking) -> list:
    keys = {row.key[part] for row in answer.rows}
    return words.by_name(dimension, keys, asking.snapshot, asking.view.language)
