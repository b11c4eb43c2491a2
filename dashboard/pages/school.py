"""How is this school doing? Its passport, on two sheets of paper."""

from dataclasses import replace

from dashboard.filters import PERIOD, SCHOOL, YEAR
from dashboard.spec.page import Block, Page

QUALITY = ("quality",)

MARKS = ("quality", "pass_rate", "sou", "mean_mark", "quality_pupils", "one_three")
TESTS = (
    "exam_threshold",
    "exam_mean",
    "exam_participation",
    "olympiad_places",
    "olympiad_rate",
)

PAGE = Page(
    key="school",
    order=35,
    filters=(YEAR, PERIOD, replace(SCHOOL, single=True)),
    blocks=(
        Block("facts", "passport_facts", QUALITY, show="passport"),
        Block("figures", "passport_figures", MARKS, show="figures", width="half"),
        Block("tests", "passport_figures", TESTS, show="figures", width="half"),
        Block(
            "subjects",
            "passport_subjects",
            QUALITY,
            show="figures",
            by=("subject",),
            width="half",
        ),
        Block("cohort", "passport_cohort", QUALITY, show="sentences", width="half"),
        Block("help", "passport_help", ("mentors_live", "network_certified"), show="sentences"),
        Block("trend", "passport_trend", ("quality", "pass_rate"), show="lines"),
        Block("courses", "passport_courses", ("course_coverage",), show="attention"),
        Block(
            "classes",
            "passport_classes",
            QUALITY,
            show="heat",
            by=("school", "subject"),
            leads="quality",
        ),
    ),
)
