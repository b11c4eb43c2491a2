"""Do marks and tests agree?"""

from dashboard.filters import AIMAK, LANGUAGE, SCHOOL, STAGE, SUBJECT, YEAR
from dashboard.spec.page import Block, Page

TEST, MARKS, TAKING = "exam_threshold", "quality", "exam_participation"

PAGE = Page(
    key="exams",
    order=70,
    filters=(YEAR, AIMAK, SCHOOL, SUBJECT, LANGUAGE, STAGE),
    tabs=("agreement", "tests", "subjects", "olympiads"),
    blocks=(
        Block("numbers", "exam_numbers", (TEST, "exam_mean", TAKING), show="kpis"),
        Block(
            "agreement",
            "agreement",
            (TEST, MARKS, TAKING),
            show="scatter",
            tab="agreement",
            width="main",
            leads="school",
        ),
        Block(
            "words",
            "agreement_words",
            (TEST, MARKS, TAKING),
            show="sentences",
            tab="agreement",
            width="side",
            leads="school",
        ),
        Block("schools", "exam_schools", (TEST, TAKING), show="bars", tab="tests", leads="school"),
        Block("subjects", "exam_subjects", (TEST,), show="bars", tab="subjects"),
        Block(
            "rates",
            "olympiad_subjects",
            ("olympiad_rate",),
            show="bars",
            by=("subject",),
            tab="olympiads",
        ),
        Block("places", "olympiad_stages", ("olympiad_places",), by=("school",), tab="olympiads"),
    ),
)
