"""A made-up lead network as in seed 002: 11 schools, 280 teachers, 87 of them certified, and one
school where nobody is; a base network beside it."""

from datetime import date

from dashboard.spec.panel import Cell, Column, Panel

SIZES = (42, 30, 28, 27, 26, 25, 24, 22, 21, 20, 15)  # 280 teachers
CERTIFIED = (18, 14, 10, 9, 9, 8, 7, 6, 0, 4, 2)  # 87 of them
NOBODY = "S09"
OUTSIDE = {"S12": (12, 3), "S13": (14, 5)}  # teachers and certified of schools beside them
LEAD = "N1"
ON = date(2026, 11, 1)

SCHOOLS = [
    {"school_id": f"S{n:02}", "name": f"№ {n} мектеп", "aimak": "Ала-Бука", "language": "ky"}
    for n in range(1, 14)
]
IDS = [school["school_id"] for school in SCHOOLS]
COURSES = [
    {"course_id": "LEVEL", "name": "Деңгээлдик", "kind": "level", "valid_years": 5},
    {"course_id": "NEW", "name": "Жаңыртылган", "kind": "updated_curriculum", "valid_years": None},
    {"course_id": "TRAINER", "name": "Тренер", "kind": "school_trainer", "valid_years": 3},
    {"course_id": "MARKS", "name": "Баалоо", "kind": "criteria_assessment", "valid_years": 3},
    {"course_id": "ICT", "name": "Компьютер", "kind": "ict", "valid_years": None},
]
KINDS = ("LEVEL", "NEW", "TRAINER", "MARKS")
COUNTS = dict(zip(IDS, zip(SIZES, CERTIFIED))) | OUTSIDE


def member(network: str, lead: str, school: str, **changes: object) -> dict:
    row = {"network_id": network, "name": None, "kind": "lead", "lead_school_id": lead}
    days = {"start": date(2025, 9, 1), "end": None}
    return row | {"member_school_id": school} | days | changes


def lead_network(**changes: object) -> list[dict]:
    """The lead school is not listed as its own member."""
    return [member(LEAD, "S01", school, name="Шапагат", **changes) for school in IDS[1:11]]


def teachers(counts: dict[str, tuple[int, int]] = COUNTS) -> list[dict]:
    return [
        {"teacher_id": f"{school}-{n}", "school_id": school, "year": "2026-2027"}
        for school, (many, _) in counts.items()
        for n in range(many)
    ]


def completions(counts: dict[str, tuple[int, int]] = COUNTS) -> list[dict]:
    """The first of each school's teachers, in turn of each kind; everybody has done another."""
    right = [
        completion(f"{school}-{n}", KINDS[n % 4])
        for school, (_, certified) in counts.items()
        for n in range(certified)
    ]
    return right + [completion(teacher["teacher_id"], "ICT") for teacher in teachers(counts)]


def completion(teacher: str, course: str, finished: date = date(2026, 6, 1)) -> dict:
    return {"teacher_id": teacher, "course_id": course, "finished": finished}


def tables(networks: list[dict] | None = None, **counts: tuple[int, int]) -> dict[str, list[dict]]:
    """`counts` says of schools how many teachers and certified they have instead."""
    people = COUNTS | counts
    return {
        "schools": SCHOOLS,
        "courses": COURSES,
        "teachers": teachers(people),
        "completions": completions(people),
        "networks": lead_network() if networks is None else networks,
    }


def links() -> Panel:
    """Three schools and a mentor who is not registered: № 1 gives in two directions and gets."""
    ways = (
        ("", "S03", "", 1),
        ("S01", "S02", "humanities", 3),
        ("S01", "S02", "natural_exact", 1),
        ("S02", "S01", "natural_exact", 2),
        ("S03", "S03", "preschool", 1),
    )
    names = {"S01": "№ 1", "S02": "№ 2", "S03": "№ 3", "": "not registered"}
    numbers = (Cell("2", 2, "count"), Cell("", unit="count"))
    return Panel(
        "Who supports whom",
        "8 pairs",
        (Column("name", "School"), Column("mentors", "Mentors", unit="count"), Column("free", "F")),
        tuple((Cell(f"{name} мектеп"), *numbers) for name in names.values()),
        marks={
            "ways": ways,
            "names": names,
            "to": {key: f"/mentors?school={key}" if key else "" for key in names},
            "heads": ("Give", "Get"),
            "said": tuple(f"{pairs} pairs" for *_, pairs in ways),
            "directions": (("natural_exact", "Natural"), ("", "not known")),
        },
    )


FOR_SHOW = {"links": links}
