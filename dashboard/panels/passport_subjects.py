"""One school's subjects, each beside the district's own value of the same subject."""

from dashboard.i18n import t
from dashboard.metrics import metric
from dashboard.panels import words
from dashboard.panels.compared import everywhere
from dashboard.panels.empty import nothing
from dashboard.panels.passport import alone, shown
from dashboard.panels.passport_figures import columns, figures
from dashboard.panels.view import Asking, View
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Panel


def _subjects(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """In the order of their names; a subject without marks here is left out."""
    key, language = block.metrics[0], view.language
    answer = asking.answer(key, block.by)
    title = t(f"block.{page.key}.{block.key}", language)
    found = {row.key[0]: row for row in answer.rows if row.flag not in ("x", "z")}
    if not found:
        return Panel(title, "", empty=nothing(asking))
    district = everywhere(key, asking, block.by[0]).by_key()
    return Panel(
        title=title,
        about=t(f"block.{page.key}.{block.key}.about", language, when=words.when(answer, language)),
        columns=columns(t(f"filter.{block.by[0]}", language), language),
        rows=tuple(
            (
                Cell(words.name(block.by[0], one, asking.snapshot, language)),
                *figures(found[one], _shown(district.get((one,))), metric(key), language),
            )
            for one in words.by_name(block.by[0], set(found), asking.snapshot, language)
        ),
    )


make = alone(shown(_subjects))


def _shown(value: object) -> float | None:
    return None if value is None else value.value
