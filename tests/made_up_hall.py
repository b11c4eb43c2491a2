"""A made-up district with mentors, teachers, courses, associations and surveys, as a member of the
collegium looks at it; what names a person is easily found."""

from datetime import date

from dashboard.settings import Settings
from dashboard.store.current import Reader
from tests.conftest import marks
from tests.made_up_networks import COURSES, KINDS, completion, member
from tests.made_up_work import ASSOCIATIONS, MEETINGS
from tests.stores import publish

MENTOR, PERSON, NAME = "QMX", "QTX", "Эсенова"  # what no member may read
SCHOOLS = [
    {
        "school_id": f"S{n:02}",
        "name": f"№ {n} мектеп",
        "aimak": "Ала-Бука" if n < 4 else "Ак-Там",
        "language": "ky",
        "pupils": 300,
        "lat": 41.3 + n / 100,
        "lon": 71.5,
    }
    for n in range(1, 7)
]
IDS = [school["school_id"] for school in SCHOOLS]
DIRECTIONS = ("natural_exact", "humanities")
NARROWED = (
    {"school": ["S01"]},
    {"school": ["S03"]},
    {"aimak": ["Ала-Бука"]},
    {"subject": ["chemistry"]},
    {"direction": ["humanities"], "school": ["S01", "S02"]},
)
WHOLE = ({}, {"direction": ["humanities"]}, {"on": ["2026-11-09"]})


def mentor(number: int) -> dict:
    """Twelve of two directions at three schools; the order of the first two ends soon."""
    return {
        "mentor_id": f"{MENTOR}{number}",
        "teacher_id": f"{PERSON}-{IDS[number % 3]}-{number}",
        "name": f"{NAME} {number}",
        "school_id": IDS[number % 3],
        "direction": DIRECTIONS[number % 2],
        "subject_id": ("chemistry", "history")[number % 2],
        "start": date(2025, 9, 15),
        "end": date(2026, 12, 31) if number < 2 else date(2027, 9, 14),
        "open_day": "жума",
    }


def _pairs(moved: int) -> list[dict]:
    """In the second district the mentor 3 has one mentee more, at a school that he helps."""
    wanted = [(n, n, IDS[3 + n % 2]) for n in range(8)]
    wanted += [(3, 9, IDS[4])] * moved
    return [
        {
            "mentor_id": f"{MENTOR}{mentor}",
            "mentee_id": f"{PERSON}-{school}-{mentee}",
            "mentee_school_id": school,
            "start": date(2025, 10, 1),
        }
        for mentor, mentee, school in wanted
    ]


def tables(moved: int = 0) -> dict[str, list[dict]]:
    people = [(school, n) for school in IDS for n in range(3 if school == "S06" else 14)]
    return {
        "schools": SCHOOLS,
        "marks": [
            marks(school_id=school, subject_id=subject, n5=8, n4=9, n3=8 if school != "S05" else 60)
            for school in IDS
            for subject in ("chemistry", "history")
        ],
        "mentors": [mentor(n) for n in range(12)],
        "pairs": _pairs(moved),
        "mentor_events": [
            {
                "date": date(2026, 11, 9),
                "kind": "open_day",
                "mentor_id": f"{MENTOR}1",
                "school_id": "S02",
                "participants": 12,
            }
        ],
        "teachers": [
            {
                "teacher_id": f"{PERSON}-{school}-{n}",
                "school_id": school,
                "year": "2026-2027",
                "subject_ids": "chemistry" if n % 2 else "history",
                "experience_years": n * 2,
                "category": "first" if n % 3 else None,
                "hours_per_week": 18.0 + n,
            }
            for school, n in people
        ],
        "courses": COURSES,
        "completions": [
            completion(f"{PERSON}-{school}-{n}", KINDS[n % 4], date(2022 + n % 5, 3, 1))
            for school, n in people
            if n % 3
        ],
        "networks": [member("N1", "S01", school) for school in ("S02", "S06")],
        "associations": ASSOCIATIONS,
        "meetings": MEETINGS,
        "surveys": [
            {
                "survey_id": "C1",
                "year": "2026-2027",
                "school_id": school,
                "invited": 14,
                "answered": 12 if school != "S06" else 3,
                "question": "Q",
                "option": option,
                "chosen": 3,
            }
            for school in IDS
            for option in ("yes", "no")
        ],
    }


def published(folder, of: dict[str, list[dict]], role: str = "member"):
    """A snapshot of these tables, and the settings of somebody of that role."""
    settings = Settings(store=folder, memory="256MB", threads=1, role=role, small_numbers=True)
    publish(settings, of)
    return Reader(settings).current(), settings
