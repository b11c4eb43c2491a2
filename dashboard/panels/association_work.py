"""Methodical work done of planned, month by month and by its kind."""

from dashboard.filters import WORK_KIND
from dashboard.i18n import integer, t
from dashboard.metrics.school_year import Reached
from dashboard.panels import association_words as names
from dashboard.panels import empty, words
from dashboard.panels.view import Asking, View
from dashboard.spec.answer import Value
from dashboard.spec.page import Block, Page
from dashboard.spec.panel import Cell, Column, Panel

KEY = "work_done"
ALL = "all"  # of all kinds together
Found = dict[tuple, Value]


def make(page: Page, block: Block, view: View, asking: Asking) -> Panel:
    """A row for each month with work, in the order of the school year; a column for each kind and
    one for all. A month that is not over has no shade: its work is not due."""
    language = view.language
    by_kind = asking.answer(KEY, ("month", "work_kind"))
    title = t(f"block.{page.key}.{block.key}", language)
    if not by_kind.rows:
        return Panel(title, "", empty=empty.why(page, block, asking))
    found = by_kind.by_key()
    found |= {(*row.key, ALL): row for row in asking.answer(KEY, ("month",)).rows}
    so_far = names.so_far(asking, by_kind.taken.year)
    when, month = words.when(by_kind, language), names.month_over(so_far, language)
    said = "over" if so_far.over else "not_over"
    kinds = [kind for kind in WORK_KIND.closed if any(key[1] == kind for key in found)]
    return Panel(
        title=title,
        about=t(f"block.{page.key}.{block.key}.about", language, when=when)
        + " "
        + t(f"associations.months_{said}", language, month=month),
        columns=_columns(kinds, language),
        rows=tuple(
            _row(found, key, kinds, so_far, language)
            for key in names.in_order("month", {key[0] for key in found}, asking)
        ),
    )


def _columns(kinds: list[str], language: str) -> tuple[Column, ...]:
    return (
        Column("month", t("filter.month", language)),
        *(Column(kind, t(f"choice.{kind}", language), unit="percent") for kind in kinds),
        Column(ALL, t("associations.all_kinds", language), unit="percent"),
    )


def _row(
    found: Found, month: str, kinds: list[str], so_far: Reached, language: str
) -> tuple[Cell, ...]:
    over = month in so_far.over
    return (
        Cell(t(f"choice.{month}", language)),
        *(_cell(found.get((month, kind)), over, language) for kind in (*kinds, ALL)),
    )


def _cell(value: Value | None, over: bool, language: str) -> Cell:
    """«12 / 15», shaded by how much is missing; nothing planned and nothing done is empty."""
    if value is None or value.value is None:
        return Cell("", unit="percent")
    done, planned = (integer(int(c), language) for c in (value.numerator, value.denominator))
    tone = min(0.0, value.value - 1) if over else None
    return Cell(f"{done} / {planned}", value.value, "percent", 1, value=value, tone=tone)
