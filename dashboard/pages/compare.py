"""How do these schools differ, and is it real?"""

from dashboard.filters import GRADE, PERIOD, SCHOOL, SUBJECT, YEAR
from dashboard.spec.page import Block, Option, Page

WEIGHTS = ("1", "0", "2", "3")  # of what makes schools similar; 0 leaves it out
EVERY = (
    "quality",
    "pass_rate",
    "sou",
    "mean_mark",
    "quality_pupils",
    "one_three",
    "exam_threshold",
    "exam_mean",
    "exam_participation",
    "olympiad_places",
    "olympiad_rate",
    "reading_benchmark",
    "reading_at_risk",
    "reading_zero",
    "reading_comprehension",
    "reading_accuracy",
    "handwriting_quality",
)

PAGE = Page(
    key="compare",
    order=30,
    filters=(YEAR, PERIOD, SCHOOL, SUBJECT, GRADE),
    options=(
        Option("w_size", WEIGHTS),
        Option("w_language", WEIGHTS),
        Option("w_place", WEIGHTS),
        Option("w_small", WEIGHTS),
    ),
    blocks=(
        Block(
            "profile",
            "profile",
            EVERY,
            show="profile",
            width="main",
            leads="school",
        ),
        Block("pairs", "pairs", ("quality", "pass_rate"), show="pairs", width="side"),
        Block("similar", "similar", ("quality",), show="similar", leads="school"),
    ),
)
