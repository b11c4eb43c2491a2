"""What needs our attention?"""

from dashboard.filters import AIMAK, GRADE, LANGUAGE, PERIOD, SCHOOL, SUBJECT, YEAR
from dashboard.spec.page import Block, Page

PAGE = Page(
    key="overview",
    order=10,
    home=True,
    filters=(YEAR, PERIOD, AIMAK, SCHOOL, SUBJECT, GRADE, LANGUAGE),
    blocks=(
        Block("numbers", "kpis", ("quality", "pass_rate", "mean_mark"), show="kpis"),
        Block(
            "map",
            "matrix",
            ("quality",),
            show="heat",
            by=("aimak", "subject"),
            width="main",
            leads="quality",
        ),
        Block(
            "attention",
            "attention",
            ("quality",),
            show="attention",
            width="side",
            leads="quality",
        ),
        Block("gap", "gap", ("quality",), show="lines"),
    ),
)
