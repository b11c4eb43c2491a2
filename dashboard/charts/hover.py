"""What a pointer is told: the row of the table, in the table's own words."""

from dashboard.charts.theme import plain
from dashboard.i18n import t
from dashboard.spec.panel import Cell, Panel

TEMPLATE = "%{customdata}<extra></extra>"


def told(panel: Panel, row: tuple[Cell, ...], language: str) -> str:
    first, *others = row
    lines = [
        f"{plain(column.title)}: {plain(_said(cell, language))}"
        for column, cell in zip(panel.columns[1:], others)
        if cell.text
    ]
    return "<br>".join([f"<b>{plain(first.text)}</b>", *lines])


def _said(cell: Cell, language: str) -> str:
    """A lone sign is explained where it is met."""
    if not cell.flag:
        return cell.text
    why = t(f"flag.{cell.flag}", language)
    return why if cell.number is None else f"{cell.text} ({why})"
