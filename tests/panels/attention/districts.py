"""Tiny districts, each made for one thing to be found in it or not."""

from tests.conftest import marks

BEFORE, NOW = "2025-2026", "2026-2027"
SCHOOLS = [
    {
        "school_id": f"S{n:02}",
        "name": f"№ {n} орто мектеп",
        "aimak": "Ала-Бука" if n <= 6 else "Ак-Там",
        "language": "ky",
    }
    for n in range(1, 13)
]
IDS = [school["school_id"] for school in SCHOOLS]
ALIKE = [47, 53, 49, 51, 48, 52, 50, 47, 53, 49, 51, 50]  # shares, %: as schools differ
PUPILS = 200
COURSE = {"course_id": "K1", "name": "Курс", "kind": "level", "valid_years": 5}


def sent(shares, year=NOW, pupils=PUPILS, **more):
    """A class of every school, in the order of the schools; a share None is not sent."""
    return [
        _class(school, share, year, pupils, more)
        for school, share in zip(IDS, shares)
        if share is not None
    ]


def with_one(share, place=11):
    """The shares of schools that are alike, but for one."""
    return [share if nth == place else alike for nth, alike in enumerate(ALIKE)]


def moved(points):
    return [share + points for share in ALIKE]


def teachers(school, count):
    return [{"teacher_id": f"{school}-{n}", "school_id": school} for n in range(count)]


def completion(teacher):
    return {"teacher_id": teacher, "course_id": "K1", "finished": "2026-10-01"}


def mentor(name, end, direction="humanities", school="S01"):
    return {
        "mentor_id": name,
        "school_id": school,
        "direction": direction,
        "start": "2024-11-01",
        "end": end,
    }


def _class(school, share, year, pupils, more):
    good = round(share * pupils / 100)
    return marks(school_id=school, year=year, n4=good, n3=pupils - good, **more)
