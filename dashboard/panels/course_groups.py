"""One metric of courses by one dimension: as any group, with what holds of teachers alone."""

from dataclasses import replace

from dashboard.i18n import t
from dashboard.panels import course_words, groups, words
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """By a country's rule it says what the rule is. Gaps are in teachers. Of a row that nobody
    filled in (no category, no years of service) it says that."""
    panel = groups.make(page, block, view, asking)
    if panel.empty:
        return panel
    answer = asking.answer(block.metrics[0])
    leads = block.by[0] in {spec.key for spec in page.filters}
    return replace(
        panel,
        about=course_words.by_rule(panel.about, answer, asking),
        columns=tuple(_of_teachers(column, view.language) for column in panel.columns),
        rows=tuple(_told(row, leads, view.language) for row in panel.rows),
    )


def _of_teachers(column: Column, language: str) -> Column:
    if column.name != "gap":
        return column
    return replace(column, title=t("courses.gap", language))


def _told(row: tuple[Cell, ...], leads: bool, language: str) -> tuple[Cell, ...]:
    """A name leads somewhere only where the page can be narrowed to it."""
    first, *others = row
    told = first.text != words.NOTHING
    text = first.text if told else t("courses.not_told", language)
    return first._replace(text=text, href=first.href if told and leads else ""), *others
