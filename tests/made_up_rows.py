"""Rows of every kind of facts and registers, few enough to be added up by hand."""

from datetime import date
from itertools import product

from tests.conftest import SCHOOLS, marks

YEAR = "2026-2027"
THREE = ("S01", "S02", "S03")
MARKS = [
    marks(school_id=school, grade=grade, letter=letter, subject_id=subject, n5=i, n4=3, n3=2, n2=1)
    for i, (school, (grade, letter), subject) in enumerate(
        product(THREE, ((7, "А"), (8, None)), ("chemistry", "algebra")), start=1
    )
]
EARLIER = [marks(year="2025-2026", n5=9, n4=9)]
GROUPS = [
    {"school_id": school, "year": YEAR, "period": "Q1", "grade": grade, "letter": "А"}
    | {"roster": 20, "excellent": 2, "good": i + 4, "satisfactory": 9, "failing": 1}
    | {"one_three": None if (school, grade) == ("S02", 8) else i}
    for i, (school, grade) in enumerate(product(THREE, (7, 8)))
]
EXAMS = [
    {"school_id": school, "year": YEAR, "exam": "ort", "subject_id": subject, "takers": 10 + i}
    | {
        "passed": 4 + i,
        "graduates": None if i == 1 else 20,
        "score_sum": None if i == 2 else 1000.0 + i,
    }
    for school in THREE
    for i, subject in enumerate((None, "chemistry", "algebra"))
]
OLYMPIADS = [
    {"school_id": school, "year": YEAR, "stage": "district", "subject_id": subject, "grade": grade}
    | {"participants": None if grade is None else 9, "place1": 1, "place2": 0, "place3": 2}
    for school, subject, grade in product(THREE, ("chemistry", "algebra"), (7, None))
]
SUPPORT = [
    {"school_id": school, "year": YEAR, "period": "Q1", "grade": grade, "kind": kind}
    | {"pupils": 10, "with_plan": 6, "improved": None if school == "S02" else 3}
    for school, grade, kind in product(THREE, (7, 8), ("gifted", "low_attaining"))
]
# the sum of its grades once more: not counted
WHOLE = [SUPPORT[0] | {"grade": None, "pupils": 20, "with_plan": 12, "improved": 6}]
PROGRAMME = [
    {"school_id": school, "year": YEAR, "period": "Q1", "grade": 7, "letter": letter}
    | {"subject_id": subject, "hours_planned": 30.0, "hours_given": 28.5}
    for school, letter, subject in product(THREE, ("А", None), ("chemistry", "algebra"))
]
ASSOCIATIONS = [
    {"association_id": f"A{n}", "school_id": school, "area": area, "year": YEAR}
    | {"chosen_by": "members" if n == 1 else None}
    for n, (school, area) in enumerate(
        (("S01", "humanities"), ("S02", "natural_exact"), ("S03", "humanities")), start=1
    )
]
MEETINGS = [
    {"association_id": of, "date": day, "minutes_no": number}
    for of, day, number in (
        ("A1", date(2026, 9, 20), "1"),
        ("A1", date(2026, 10, 20), " "),
        ("A2", date(2026, 10, 1), "1"),
        ("A1", date(2030, 10, 20), "1"),  # of no year of the association
    )
]
WORK = [
    {"school_id": school, "year": YEAR, "association_id": of, "month": month, "kind": "seminar"}
    | {"planned": 4, "done": 3, "subject_id": subject}
    for school, of, month, subject in (
        ("S01", "A1", "9", None),
        ("S02", None, "10", "chemistry"),
        ("S03", None, "10", None),
    )
]
SURVEYS = [
    {"survey_id": "V1", "year": YEAR, "school_id": school, "invited": 50, "answered": answered}
    | {"question": question, "option": option, "effect": None, "chosen": chosen}
    for school, answered in (("S01", 40), ("S02", 30))
    for question, option, chosen in (("q1", "a", 20), ("q1", "b", 10), ("q2", "a", 15))
]
# what an option's effects add up to is told for it as a whole too
EFFECTS = [
    SURVEYS[0] | {"option": option, "effect": effect, "chosen": 5}
    for option, effect in (("a", "small"), ("a", "large"), ("c", "small"), ("c", "moderate"))
]


def _test(number: int, school: str, round_: str, **more: object) -> dict:
    told = {"pupil_code": f"P{number}", "school_id": school, "year": YEAR, "round": round_}
    told |= {"grade": 2, "letter": "А", "language": "ky", "gender": "f", "status": "tested"}
    told |= {"words_correct": 20 + 3 * number, "errors": 2, "questions_asked": 5}
    return (
        told
        | {"questions_right": number % 6, "handwriting": 2 + number % 4, "manner": "words"}
        | more
    )


READING = [
    _test(number, school, round_, **({"words_correct": 50} if round_ == "end" else {}))
    for number, school in enumerate(THREE * 4)
    for round_ in ("start", "end")
]
ODD_READING = [
    _test(20, "S01", "end", words_correct=0, errors=None, letter=None),
    _test(21, "S01", "end", status="absent", words_correct=70),
    _test(22, "S02", "end", words_correct=None, errors=None, manner=None, gender="m"),
    _test(23, "S02", "end", grade=3, questions_asked=None, handwriting=None),  # no norm
    _test(24, "S03", "start"),  # went away
]
TEACHERS = [
    {"teacher_id": "T1", "school_id": "S01", "year": YEAR, "subject_ids": "chemistry;algebra"}
    | {"hours_per_week": 18.0, "experience_years": 12, "category": "I", "young_specialist": False},
    {"teacher_id": "T2", "school_id": "S01", "year": YEAR, "subject_ids": "chemistry"}
    | {"hours_per_week": 20.0, "experience_years": 1, "young_specialist": True},
    {"teacher_id": "T3", "school_id": "S02", "year": YEAR, "subject_ids": ""}
    | {"hours_per_week": 25.0, "experience_years": 2, "young_specialist": True},
    {"teacher_id": "T4", "school_id": "S02", "year": YEAR, "subject_ids": "algebra"}
    | {"experience_years": 30},
    {"teacher_id": "T6", "school_id": "S03", "year": YEAR, "subject_ids": "algebra"}
    | {"experience_years": 1, "young_specialist": True},  # nobody helps her any more
    {"teacher_id": "T5", "school_id": "S01", "year": "2025-2026", "subject_ids": "algebra"}
    | {"hours_per_week": 11.0},  # left
]
COURSES = [
    {"course_id": "C1", "name": "Критериялык баалоо", "kind": "criteria_assessment", "hours": 72.0}
    | {"valid_years": 3.0},
    {"course_id": "C2", "name": "ИКТ", "kind": "ict", "hours": 36.0, "valid_years": 1.0},
]
COMPLETIONS = [
    {"teacher_id": teacher, "course_id": course, "finished": day}
    for teacher, course, day in (
        ("T1", "C1", date(2026, 3, 5)),
        ("T2", "C2", date(2024, 3, 5)),  # ran out
        ("T5", "C1", date(2026, 3, 5)),  # left
        ("T9", "C1", date(2026, 3, 5)),  # nobody knows him
    )
]
MENTORS = [
    {"mentor_id": mentor, "school_id": school, "direction": direction, "subject_id": subject}
    | {"start": date(start, 9, 15), "end": date(start + 2, 9, 14)}
    for mentor, school, direction, subject, start in (
        ("M1", "S01", "natural_exact", "chemistry", 2025),
        ("M2", "S02", "humanities", None, 2025),
        ("M3", "S02", "humanities", None, 2023),  # over, not for two years yet
    )
]
PAIRS = [
    {"mentor_id": mentor, "mentee_id": mentee, "mentee_school_id": school, "status": status}
    | {"start": date(2025, 10, 1), "end": end, "subject_id": "chemistry"}
    for mentor, mentee, school, status, end in (
        ("M1", "T2", "S01", None, None),
        ("M1", "T6", "S03", None, date(2025, 12, 1)),  # over
        ("M1", "T3", "S02", None, date(2025, 12, 1)),  # over
        ("M2", "T3", "S02", "завершена", None),  # over, as its status says
        ("M8", "T3", "S02", None, None),  # of a mentor who is not registered
        ("M3", "T1", "S01", None, None),  # his term is over
    )
]
EVENTS = [
    {"mentor_id": "M1", "school_id": "S01", "kind": "seminar", "date": date(2026, 11, 1)}
    | {"subject_id": "chemistry"}
]
NETWORKS = [
    {"network_id": network, "lead_school_id": lead, "member_school_id": member, "kind": "lead"}
    | {"start": date(2025, 9, 1), "end": end}
    for network, lead, member, end in (
        ("N1", "S01", "S02", None),
        ("N2", "S02", "S03", date(2025, 10, 1)),  # over
    )
]
EVERYTHING = {
    "schools": SCHOOLS,
    "marks": [*MARKS, *EARLIER],
    "pupil_groups": GROUPS,
    "exams": EXAMS,
    "olympiads": OLYMPIADS,
    "support": [*SUPPORT, *WHOLE],
    "programme": PROGRAMME,
    "associations": ASSOCIATIONS,
    "meetings": MEETINGS,
    "planned_work": WORK,
    "surveys": [*SURVEYS, *EFFECTS],
    "reading": [*READING, *ODD_READING],
    "teachers": TEACHERS,
    "courses": COURSES,
    "completions": COMPLETIONS,
    "mentors": MENTORS,
    "pairs": PAIRS,
    "mentor_events": EVENTS,
    "networks": NETWORKS,
}
