"""Where does quality fall, by school and subject?"""

from dashboard.filters import AIMAK, GRADE, LANGUAGE, PERIOD, SCHOOL, SUBJECT, YEAR
from dashboard.spec.page import Block, Page

PAGE = Page(
    key="quality",
    order=20,
    filters=(YEAR, PERIOD, AIMAK, SCHOOL, SUBJECT, GRADE, LANGUAGE),
    tabs=("cells", "schools", "subjects", "trend"),
    blocks=(
        Block(
            "cells",
            "matrix",
            ("quality",),
            show="heat",
            by=("school", "subject"),
            tab="cells",
            width="main",
        ),
        Block(
            "words",
            "standouts",
            ("quality",),
            show="sentences",
            by=("subject",),
            tab="cells",
            width="side",
        ),
        Block("schools", "groups", ("quality",), show="bars", by=("school",), tab="schools"),
        Block("subjects", "groups", ("quality",), show="bars", by=("subject",), tab="subjects"),
        Block("trend", "trend", ("quality", "pass_rate"), show="lines", tab="trend"),
    ),
)
