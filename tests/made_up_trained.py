"""Made-up courses for a district of 24 schools: some trained, some not, a plan, a survey."""

from datetime import date

from tests.made_up_networks import COURSES, completion
from tests.made_up_surveys import sheet

# Beside the four schools of every test: ten that sent a teacher within the year, ten that did not.
SENT = [f"S{n:02}" for n in range(5, 15)]
OTHERS = [f"S{n:02}" for n in range(15, 25)]
MORE = [{"school_id": code, "name": f"№ {int(code[1:])} мектеп"} for code in (*SENT, *OTHERS)]
TEACHERS = [
    {"teacher_id": f"{code}-{n}", "school_id": code, "subject_ids": "chemistry", "category": "I"}
    for code in (*SENT, *OTHERS)
    for n in range(8)
]
LEVEL, LATE = date(2026, 3, 20), date(2026, 10, 30)
# Of three years: those of 2023 end before the year is over.
ENDING = {"course_id": "SHORT", "name": "SHORT", "kind": "ict", "hours": 72, "valid_years": 3}
COMPLETIONS = [
    *(completion(f"{code}-0", "LEVEL", LEVEL) for code in SENT),
    *(completion(f"{code}-1", "SHORT", date(2023, 12, 1)) for code in SENT),
    *(completion(f"{code}-2", "ICT", LATE) for code in SENT),
]
PLAN = [{"school_id": code, "year": "2026-2027", "kind": "ict", "planned": 4} for code in SENT]
SURVEYS = [
    line
    for school in ("S01", "S02")
    for year in ("2025-2026", "2026-2027")
    for effect, share in ((None, 1), ("small", 3), ("large", 5))
    for line in sheet(
        {"курс": 30 // share, "семинар": 20 // share},
        school_id=school,
        year=year,
        effect=effect,
    )
]


def trained(tables: dict[str, list[dict]]) -> dict[str, list[dict]]:
    """The tables of a district with these added."""
    return tables | {
        "teachers": [*tables["teachers"], *TEACHERS],
        "courses": [*COURSES, ENDING],
        "completions": [*tables["completions"], *COMPLETIONS],
        "course_plan": PLAN,
        "surveys": [row | {"source_row": place} for place, row in enumerate(SURVEYS)],
    }
