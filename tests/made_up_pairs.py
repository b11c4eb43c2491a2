"""Suggested and accepted pairs made up for what draws them."""

from dashboard.spec.answer import Value
from dashboard.spec.panel import Cell, Column, Panel

NAMES = ("name", "subject", "value", "district", "gap", "mentor", "of", "way", "load", "until")
STATES = ("suggested", "accepted", "nobody", "helped")


def suggested() -> Panel:
    """One of each kind."""
    low = Value(("S01", "chemistry"), 7, 24, 24, 0.29, 0.15, 0.49)
    value = Cell("29%", 0.29, "percent", 1, value=low, href="/quality?school=S01")
    facts = ("48%", "−5", "M014", "№ 5", "11 km", "1 → 2 of 3", "Aug 31, 2027", "Nearest of 4.")
    rows = tuple(
        (
            Cell(f"№ {n}", href="/school?school=S01"),
            Cell("Chemistry"),
            value,
            *map(Cell, facts),
            Cell(state, href="/mentors?view=pairs" if state in STATES[:2] else ""),
        )
        for n, state in enumerate(STATES, start=1)
    )
    return Panel(
        "Suggested pairs",
        "Of the district",
        tuple(Column(name, name.title()) for name in (*NAMES, "why", "state")),
        rows,
        sentences=("Help is needed in 4 cases.",),
        marks={"links": (("Accept all", "/mentors?view=pairs"),), "states": STATES},
    )


def order() -> Panel:
    """Two accepted, one that cannot be."""
    names = ("no", "mentor", "of", "direction", "name", "subject", "teacher", "start", "until")
    facts = ("M014", "№ 5", "Natural", "№ 31", "Chemistry", "", "Nov 9, 2026", "Aug 31, 2027")
    rows = tuple((Cell(str(n), n, "count"), *map(Cell, facts)) for n in (1, 2))
    return Panel(
        "List for the order",
        "Annex to order No. ____",
        tuple(Column(name, name.title()) for name in names),
        rows,
        sentences=("2 pairs.", "Not accepted: S99 – no such school."),
        marks={"undo": ("/mentors?view=pairs",), "links": (("Take back", "/mentors"),)},
    )


FOR_SHOW = {"suggested": suggested, "order": order}
