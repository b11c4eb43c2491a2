"""Made-up mentors, pairs and events of six schools, and the blocks of the mentors' page of them."""

from dataclasses import replace
from datetime import date

from dashboard import panels
from dashboard.pages.mentors import PAGE
from dashboard.panels import View
from dashboard.spec.filters import FilterState

ON = "2026-11-09"
SCHOOLS = [
    {
        "school_id": f"S{n:02}",
        "name": f"№ {n} мектеп",
        "district": "Ала-Бука",
        "aimak": "Ала-Бука" if n < 4 else "Ак-Там",
        "language": "ky",
        "pupils": 3 if n == 6 else 300,
        "lat": 41.4,
        "lon": 71.5,
    }
    for n in range(1, 7)
]


def mentor(code, school, direction="humanities", **more):
    row = {"subject_id": "history", "start": date(2025, 9, 15), "end": date(2027, 9, 14)}
    told = {"mentor_id": code, "teacher_id": f"T-{code}", "school_id": school}
    return told | row | {"direction": direction, "open_day": "жума"} | more


def pair(code, mentee, school, **more):
    told = {"mentor_id": code, "mentee_id": mentee, "mentee_school_id": school}
    return told | {"start": date(2025, 10, 1)} | more


def event(code, school, day, kind="lesson_visit", participants=3):
    told = {"date": day, "kind": kind, "mentor_id": code, "school_id": school}
    return told | {"participants": participants}


def teacher(code, school, young=False):
    return {"teacher_id": code, "school_id": school, "young_specialist": young}


SOON, OVER = date(2026, 12, 31), date(2026, 10, 1)
MENTORS = [
    mentor("M1", "S01"),
    mentor("M2", "S01", end=SOON, open_day="13.11.2026; 11.12.2026"),
    mentor("M3", "S02", "natural_exact", subject_id="chemistry", open_day="келишим боюнча"),
    mentor("M4", "S02", start=date(2024, 10, 1), end=OVER),
]
PAIRS = [
    *(pair("M1", f"Y{n}", "S03") for n in range(4)),
    pair("M2", "Y4", "S04"),
    pair("M2", "Y5", "S04", start=date(2026, 11, 1)),
]
EVENTS = [
    *(event("M1", "S03", date(2026, 10, n)) for n in (1, 2)),
    event("M3", "S02", date(2026, 11, 9), "open_day", None),
    event("M1", "S03", date(2026, 8, 1), "seminar"),
]
TEACHERS = [
    *(teacher(f"Y{n}", "S03" if n < 4 else "S04", True) for n in range(6)),
    *(teacher(f"Y{n}", "S05", True) for n in range(6, 12)),
    *(teacher(row["teacher_id"], row["school_id"]) for row in MENTORS),
]
TABLES = {
    "schools": SCHOOLS,
    "mentors": MENTORS,
    "pairs": PAIRS,
    "mentor_events": EVENTS,
    "teachers": TEACHERS,
}


def maker(snapshot_of, settings):
    """Makes one block of the page; `options` are the page's own, `plan` is the setting."""

    def made(key, tables=TABLES, language="en", options=(), plan="", **query):
        snapshot, order = snapshot_of(tables), query.pop("sort", "")
        view = View(FilterState.from_query(PAGE.filters, query), language, options=options)
        view = replace(view, sort=order, tab=PAGE.block(key).tab)
        told = replace(settings, mentor_plan=plan)
        return panels.make(PAGE, PAGE.block(key), view, snapshot, told)

    return made


def texts(made) -> list[list[str]]:
    return [[cell.text for cell in row] for row in made.rows]


def column(made, name) -> list[str]:
    place = [each.name for each in made.columns].index(name)
    return [row[place].text for row in made.rows]


def names(made) -> list[str]:
    return [row[0].text for row in made.rows]
