"""Where does quality fall, by school and subject, and is the difference real?"""

from dashboard.filters import AIMAK, GRADE, LANGUAGE, PERIOD, SCHOOL, SUBJECT, YEAR
from dashboard.spec.page import Block, Option, Page

QUALITY = ("quality",)
CELLS = ("school", "subject")

PAGE = Page(
    key="quality",
    order=20,
    filters=(YEAR, PERIOD, AIMAK, SCHOOL, SUBJECT, GRADE, LANGUAGE),
    tabs=("cells", "schools", "funnel", "subjects", "grades", "trend", "cohort", "pupils"),
    options=(Option("spread", ("usual", "chance")),),
    blocks=(
        Block("rule", "left_out", QUALITY, show="note"),
        Block("cells", "cells", QUALITY, show="heat", by=CELLS, tab="cells", width="main"),
        Block("away", "away", QUALITY, show="sentences", by=CELLS, tab="cells", width="side"),
        Block("schools", "groups", QUALITY, show="bars", by=("school",), tab="schools"),
        Block(
            "funnel",
            "funnel",
            QUALITY,
            show="funnel",
            by=("school",),
            tab="funnel",
            width="main",
        ),
        Block(
            "told",
            "standouts",
            QUALITY,
            show="sentences",
            by=("school",),
            tab="funnel",
            width="side",
        ),
        Block(
            "subjects",
            "groups",
            QUALITY,
            show="bars",
            by=("subject",),
            tab="subjects",
            width="main",
        ),
        Block(
            "words",
            "standouts",
            QUALITY,
            show="sentences",
            by=("subject",),
            tab="subjects",
            width="side",
        ),
        Block("grades", "groups", QUALITY, show="bars", by=("grade",), tab="grades"),
        Block("trend", "trend", ("quality", "pass_rate"), show="lines", tab="trend"),
        Block("cohort", "cohort", QUALITY, show="changes", tab="cohort", width="main"),
        Block("falls", "cohort_words", QUALITY, show="sentences", tab="cohort", width="side"),
        Block(
            "both",
            "both",
            ("quality_pupils", "quality"),
            show="both",
            by=("school",),
            tab="pupils",
            width="half",
        ),
        Block(
            "one_away",
            "groups",
            ("one_three",),
            show="bars",
            by=("school",),
            tab="pupils",
            width="half",
        ),
        Block(
            "one_away_grades",
            "groups",
            ("one_three",),
            show="bars",
            by=("grade",),
            tab="pupils",
        ),
    ),
)
