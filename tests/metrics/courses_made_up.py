"""Teachers and courses made up for the rules about coverage, and a plain counting of them."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from dashboard.settings import Settings
from dashboard.store.current import Reader, Snapshot
from tests.stores import publish

ON = date(2026, 11, 1)
SCHOOLS = [
    {"school_id": "S01", "name": "№ 1", "aimak": "Ала-Бука", "language": "ky", "country": "KG"},
    {"school_id": "S02", "name": "№ 2", "aimak": "Ала-Бука", "language": "ky", "country": "KZ"},
    {"school_id": "S03", "name": "№ 3", "aimak": "Ак-Там", "language": "uz", "country": None},
    {"school_id": "S04", "name": "№ 4", "aimak": "Ак-Там", "language": "ru", "country": "KG"},
]
COURSES = [
    {"course_id": "LEVEL", "name": "Деңгээл", "kind": "level", "valid_years": 5, "hours": 240},
    {"course_id": "LEVEL2", "name": "Деңгээл 2", "kind": "level", "valid_years": None, "hours": 80},
    {"course_id": "ICT", "name": "Компьютер", "kind": "ict", "valid_years": 2, "hours": 72},
    {"course_id": "BOARD", "name": "Доска", "kind": "interactive_board", "valid_years": 0.5},
]
KINDS = ("level", "ict", "interactive_board")
CYCLES = {  # as shipped: until when, for how many years; None: none is set
    "KG": ((date(2023, 8, 27), 5), (date.max, None)),
    "KZ": ((date(2021, 12, 31), 5), (date.max, 3)),
}


def teacher(code: str, school: str = "S01", **more: object) -> dict:
    usual = {"year": "2026-2027", "subject_ids": "chemistry", "until": None}
    return {"teacher_id": code, "school_id": school} | usual | more


def staff(**many: int) -> list[dict]:
    """S01=6: six teachers S01-0 … S01-5."""
    return [teacher(f"{s}-{n}", s) for s, count in many.items() for n in range(count)]


def done(code: str, course: str = "LEVEL", finished: date = date(2026, 6, 1)) -> dict:
    return {"teacher_id": code, "course_id": course, "finished": finished}


def tables(teachers: list[dict], completions: list[dict]) -> dict[str, list[dict]]:
    register = {"schools": SCHOOLS, "courses": COURSES}
    return register | {"teachers": teachers, "completions": completions}


def published(made: dict[str, list[dict]], settings: Settings) -> Snapshot:
    publish(settings, made)
    return Reader(settings).current()


def in_post(told: dict, made: dict, on: date) -> bool:
    """Until the day told; else until the end of his last school year, if his school's newest
    register no more names him."""
    newest = max(t["year"] for t in made["teachers"] if t["school_id"] == told["school_id"])
    gone = date(int(told["year"][5:]), 8, 31) if told["year"] < newest else date.max
    return (told["until"] or gone) >= on


def held(made: dict, told: dict, on: date, valid: str) -> Iterator[dict]:
    """The courses of one teacher that count on the day."""
    courses = {course["course_id"]: course for course in made["courses"]}
    country = next(s["country"] for s in SCHOOLS if s["school_id"] == told["school_id"]) or "KG"
    for each in made["completions"]:
        course = courses.get(each["course_id"])
        if each["teacher_id"] != told["teacher_id"] or course is None or each["finished"] > on:
            continue
        months = _months(course["valid_years"], valid, country, on)
        if months is None or later(each["finished"], months) > on:
            yield course


def _months(own: float | None, valid: str, country: str, on: date) -> int | None:
    if valid.endswith("y"):
        return int(valid[:-1]) * 12
    law = next(years for until, years in CYCLES[country] if on <= until)
    years = law if valid == "law" and law else own
    return None if years is None else round(years * 12)


def later(day: date, months: int) -> date:
    """So many months later; of a month that is shorter its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
