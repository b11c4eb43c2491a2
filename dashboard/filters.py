"""The filters there are, in the order they stand in an address."""

import re
from dataclasses import replace
from datetime import date

from dashboard.spec.filters import FilterSpec

PERIODS = ("Q1", "Q2", "Q3", "Q4", "H1", "H2", "Y")


def _year(text: str) -> str:
    if not re.fullmatch(r"\d{4}-\d{4}", text) or int(text[5:]) != int(text[:4]) + 1:
        raise ValueError(text)
    return text


def _grade(text: str) -> int:
    if not 0 <= int(text) <= 12:
        raise ValueError(text)
    return int(text)


def _day(text: str) -> str:
    return date.fromisoformat(text).isoformat()


YEAR = FilterSpec("year", read=_year, single=True, example="2025-2026")
PERIOD = FilterSpec("period", closed=PERIODS, single=True)
DISTRICT = FilterSpec("district")
AIMAK = FilterSpec("aimak")
SCHOOL = FilterSpec("school")
SUBJECT = FilterSpec("subject")
AREA = FilterSpec("area", closed=("natural_exact", "humanities", "technology_primary", "preschool"))
GRADE = FilterSpec("grade", read=_grade, example="0 … 12")
LANGUAGE = FilterSpec("language", closed=("ky", "kk", "ru", "uz", "tg", "mixed"))
LANGUAGE_READ = replace(LANGUAGE, named="language_read", counted=True)  # of a test, not a school
GRADE_READ = replace(GRADE, counted=True)
ROUND = FilterSpec("round", closed=("start", "middle", "end"), single=True)
ON = FilterSpec("on", read=_day, single=True, example="2026-11-18")
DIRECTION = FilterSpec("direction", closed=AREA.closed)
COURSE_KIND = FilterSpec(
    "course_kind",
    closed=(
        "level",
        "updated_curriculum",
        "criteria_assessment",
        "ict",
        "preschool_480",
        "interactive_board",
        "school_trainer",
        "other",
    ),
)
VALID = FilterSpec("valid", closed=("own", "law", "1y", "3y", "5y"), single=True)
CATEGORY = FilterSpec("category")
EXPERIENCE = FilterSpec("experience", closed=("0-2", "3-9", "10-19", "20+"))
SURVEY = FilterSpec("survey", single=True)
QUESTION = FilterSpec("question")
OPTION = FilterSpec("option")
EFFECT = FilterSpec("effect", closed=("none", "small", "moderate", "large"))
NORM_SET = FilterSpec("norm_set", single=True)
MANNER = FilterSpec("manner", closed=("letters", "syllables", "words_and_syllables", "words"))
BAND = FilterSpec("band", read=int, example="0, 1, 10 … 90")
GENDER = FilterSpec("gender", closed=("f", "m"))
NETWORK = FilterSpec("network")
CHOSEN_BY = FilterSpec("chosen_by", closed=("members", "deputy"))
MONTHS = ("9", "10", "11", "12", "1", "2", "3", "4", "5", "6", "7", "8")  # of a school year
MONTH = FilterSpec("month", closed=MONTHS)
WORK_KIND = FilterSpec(
    "work_kind",
    closed=(
        "meeting",
        "open_lesson",
        "extracurricular",
        "subject_event",
        "lesson_visit",
        "control",
        "seminar",
    ),
)
SUPPORT_KIND = FilterSpec("support_kind", closed=("gifted", "low_attaining"))
STAGE = FilterSpec("stage", closed=("school", "district", "oblast", "republic"), single=True)

FILTERS = (
    YEAR,
    PERIOD,
    DISTRICT,
    AIMAK,
    SCHOOL,
    SUBJECT,
    AREA,
    GRADE,
    LANGUAGE,
    ROUND,
    ON,
    DIRECTION,
    COURSE_KIND,
    GENDER,
    STAGE,
    NETWORK,
    CHOSEN_BY,
    MONTH,
    WORK_KIND,
    SUPPORT_KIND,
    VALID,
    CATEGORY,
    EXPERIENCE,
    SURVEY,
    QUESTION,
    OPTION,
    EFFECT,
    NORM_SET,
    MANNER,
    BAND,
)
RULES = ("without_exempt", "assessed", "roster")
