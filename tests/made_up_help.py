"""Made-up help in a district of four schools: mentors, their pairs and events, a lead network."""

from datetime import date

from tests.made_up_networks import COURSES, completion, member
from tests.made_up_work import TEACHERS

START, END = date(2026, 9, 1), date(2028, 8, 31)
DIRECTIONS = ("natural_exact", "humanities", "technology_primary")

YOUNG = [
    {"teacher_id": f"{school}-Y{n}", "school_id": school, "young_specialist": True}
    for school in ("S01", "S02", "S03", "S04")
    for n in range(6)
]
MENTORS = [
    {
        "mentor_id": f"M{n}",
        "teacher_id": None,
        "school_id": school,
        "direction": direction,
        "start": START,
        "end": END,
        "open_day": "дүйшөмбү",
    }
    for n, (school, direction) in enumerate(zip(("S01", "S01", "S02"), DIRECTIONS))
]
PAIRS = [
    {
        "mentor_id": mentor,
        "mentee_id": f"{school}-Y{n}",
        "mentee_school_id": school,
        "start": START,
    }
    for mentor, school, n in (("M0", "S02", 0), ("M0", "S03", 0), ("M1", "S02", 1))
]
EVENTS = [
    {
        "date": date(2026, 11, 9),
        "kind": "open_day",
        "mentor_id": "M0",
        "school_id": "S02",
        "subject_id": None,
        "participants": 9,
    }
]
HELP = {
    "teachers": [*TEACHERS, *YOUNG],
    "mentors": MENTORS,
    "pairs": PAIRS,
    "mentor_events": EVENTS,
    "courses": COURSES,
    "completions": [completion(each["teacher_id"], "LEVEL") for each in YOUNG[::2]],
    "networks": [member("N1", "S01", school) for school in ("S02", "S03")],
}
