"""Mentors made up for what draws them."""

from dashboard.spec.panel import Cell, Column, Panel


def plan() -> Panel:
    """Fewer than planned, more than planned, nobody, and a direction without a plan."""
    columns = (
        Column("name", "Direction"),
        Column("value", "Mentors", unit="count"),
        Column("plan", "Planned", unit="count"),
    )
    told = (("Natural", 18, 21), ("Humanities", 16, 15), ("Primary", 0, 12), ("Preschool", 3, None))
    rows = tuple(
        (
            Cell(name, href="/mentors?direction=humanities"),
            Cell(str(there), there, "count"),
            Cell("" if due is None else str(due), due, "count"),
        )
        for name, there, due in told
    )
    keys = ("natural_exact", "humanities", "technology_primary", "preschool")
    return Panel("Against plan", "Of those planned", columns, rows, marks={"keys": keys})


FOR_SHOW = {"plan": plan}
