"""Made-up methodical work of four schools, and a panel of it."""

from datetime import date

from dashboard.spec.panel import Cell, Column, Panel

YEAR = "2026-2027"
CODES = ("S01", "S02", "S03", "S04")
AREAS = ("natural_exact", "humanities")
ASSOCIATIONS = [
    {
        "association_id": f"{code}-{area}",
        "school_id": code,
        "area": area,
        "chosen_by": "members" if area == "humanities" else "deputy",
        "year": YEAR,
        "members": 6,
    }
    for code in CODES
    for area in AREAS
]
# № 1 meets each month, № 4 never.
MEETINGS = [
    {
        "association_id": f"{code}-{area}",
        "date": date(2026, month, 12),
        "minutes_no": str(month) if code != "S02" else None,
    }
    for code, months in (("S01", (9, 10, 11, 12)), ("S02", (9, 12)), ("S03", (10,)))
    for area in AREAS
    for month in months
]
PLANNED_WORK = [
    {
        "school_id": code,
        "year": YEAR,
        "association_id": f"{code}-humanities",
        "month": month,
        "kind": kind,
        "planned": 4,
        "done": done if month != "2" else 0,
        "subject_id": None,
    }
    for code, done in (("S01", 5), ("S02", 3), ("S03", 0), ("S04", 4))
    for month in ("9", "10", "2")
    for kind in ("open_lesson", "control")
]
PROGRAMME = [
    {
        "school_id": code,
        "year": YEAR,
        "period": period,
        "grade": grade,
        "letter": "А",
        "subject_id": subject,
        "hours_planned": 36.0,
        "hours_given": given,
    }
    for code, given in (("S01", 36.0), ("S02", 34.0), ("S03", 27.0), ("S04", 35.5))
    for period in ("Q1", "Q2")
    for grade in (5, 7)
    for subject in ("chemistry", "physics")
]
SUPPORT = [
    {
        "school_id": code,
        "year": YEAR,
        "period": "Q1",
        "grade": grade,
        "kind": kind,
        "pupils": 20,
        "with_plan": plans,
        "improved": 8,
    }
    for code, plans in (("S01", 20), ("S02", 14), ("S03", 6), ("S04", 10))
    for grade in (5, 7)
    for kind in ("gifted", "low_attaining")
]
LOADS = {
    "S01": (18, 18, 19, 20, 20, 20, 21, 22, 22, 23, 24, 25),
    "S02": (6, 8, 10, 14, 18, 20, 26, 30, 33, 34, 36, 40),
    "S03": (16, 18, 20, 22, 24, 26),
    "S04": (20,) * 11,
}
TEACHERS = [
    {"teacher_id": f"{code}-L{n}", "school_id": code, "hours_per_week": float(hours)}
    for code, loads in LOADS.items()
    for n, hours in enumerate(loads)
]
METHODICAL = {
    "associations": ASSOCIATIONS,
    "meetings": MEETINGS,
    "planned_work": PLANNED_WORK,
    "programme": PROGRAMME,
    "support": SUPPORT,
    "teachers": TEACHERS,
}


def done_of_planned() -> Panel:
    """A month that is over, one that is not, and one without work of a kind."""
    columns = (
        Column("month", "Month"),
        Column("seminar", "Seminar", unit="percent"),
        Column("control", "Control", unit="percent"),
    )
    half, later = Cell("2 / 4", 0.5, "percent", 1, tone=-0.5), Cell("0 / 4", 0.0, "percent", 1)
    rows = ((Cell("September"), half, Cell("")), (Cell("October"), later, half))
    return Panel("Done / planned", "By month", columns, rows)


FOR_SHOW = {"done_of_planned": done_of_planned}
