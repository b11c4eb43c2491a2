"""What a pointer is told: the row of the table, in the table's own words."""

from dashboard.charts.theme import plain
from dashboard.spec.panel import Cell, Panel

TEMPLATE = "%{customdata}<extra></extra>"


def told(panel: Panel, row: tuple[Cell, ...]) -> str:
    first, *others = row
    lines = [
        f"{plain(column.title)}: {plain(cell.text)}"
        for column, cell in zip(panel.columns[1:], others)
        if cell.text
    ]
    return "<br>".join([f"<b>{plain(first.text)}</b>", *lines])
