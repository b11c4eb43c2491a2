"""Can the small ones read, and is it getting better?"""

from dashboard.filters import AIMAK, GRADE_READ, LANGUAGE_READ, NORM_SET, ROUND, SCHOOL, YEAR
from dashboard.spec.page import Block, Page

BENCHMARK, ZERO, FLUENCY = "reading_benchmark", "reading_zero", "reading_fluency"
COMPREHENSION, ACCURACY = "reading_comprehension", "reading_accuracy"
HANDWRITING, TESTED = "handwriting_quality", "reading_tested"
SPREAD, GAIN, RISEN = "reading_spread", "reading_gain", "reading_risen"
SCHOOLS = ("school",)

PAGE = Page(
    key="reading",
    order=55,
    filters=(YEAR, ROUND, NORM_SET, LANGUAGE_READ, GRADE_READ, AIMAK, SCHOOL),
    tabs=("norm", "spread", "growth", "understood", "schools", "help"),
    blocks=(
        Block("numbers", "reading_numbers", (BENCHMARK, ZERO, RISEN, TESTED), show="kpis"),
        Block("rounds", "reading_rounds", (BENCHMARK,), tab="norm", width="main"),
        Block(
            "where", "reading_where", (BENCHMARK, ZERO), show="attention", tab="norm", width="side"
        ),
        Block(
            "norm",
            "reading_norm",
            (BENCHMARK,),
            show="bars",
            by=("language", "grade"),
            tab="norm",
            width="main",
        ),
        Block("spread", "reading_spread", (SPREAD,), show="histograms", tab="spread"),
        Block("manner", "reading_manner", (SPREAD,), show="stacked", tab="spread"),
        Block("growth", "reading_growth", (GAIN, RISEN), tab="growth"),
        Block("movers", "reading_movers", (RISEN,), show="sentences", tab="growth"),
        Block(
            "understood",
            "reading_understood",
            (COMPREHENSION, ACCURACY),
            show="listed",
            tab="understood",
            width="half",
        ),
        Block(
            "genders",
            "reading_genders",
            (BENCHMARK, ZERO),
            show="listed",
            tab="understood",
            width="half",
        ),
        Block(
            "handwriting", "groups", (HANDWRITING,), show="bars", by=("grade",), tab="understood"
        ),
        Block("schools", "groups", (BENCHMARK,), show="bars", by=SCHOOLS, tab="schools"),
        Block("funnel", "funnel", (BENCHMARK,), show="funnel", by=SCHOOLS, tab="schools"),
        Block("help", "reading_help", (BENCHMARK, "reading_at_risk"), show="listed", tab="help"),
        Block("screening", "reading_screening", ("reading_at_risk",), show="listed", tab="help"),
    ),
)
