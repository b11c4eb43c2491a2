"""Where files are dropped; the batches that are not at their end; what waits for a name."""

from dashboard.i18n import integer, plural, t
from dashboard.importer import desk_waiting
from dashboard.panels import desk_words
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    language, stem = view.language, f"block.{page.key}.{block.key}"
    found = desk_words.open_batches(asking)
    chosen = desk_words.chosen(page, asking)
    return Panel(
        title=t(stem, language),
        about=t(f"{stem}.about", language),
        columns=(
            Column("name", t("desk.batch", language)),
            Column("state", t("desk.state", language)),
        ),
        rows=tuple(
            (
                Cell(desk_words.by_whom(one, language), href=_href(one.id, page, view)),
                Cell(desk_words.progress(one, language)),
            )
            for one in found
        ),
        marks={"waiting": _waiting(asking), "chosen": [one == chosen for one in found]},
    )


def _href(batch: str, page: Page, view: View) -> str:
    return page.path + view.turned("batch", batch).search(page)


def _waiting(asking: Asking) -> str:
    """«In 2 files loaded before 14 rows wait for a name.» or ""."""
    files, rows = desk_waiting.rows_waiting(asking.snapshot)
    if not files:
        return ""
    language = asking.view.language
    named = plural("desk.in_files", files, language, number=integer(files, language))
    return plural("desk.rows_wait", rows, language, number=integer(rows, language), files=named)
