"""Who has been trained, who not, and did it help?"""

from dashboard.filters import AIMAK, COURSE_KIND, ON, SCHOOL, VALID
from dashboard.spec.page import Block, Option, Page

COVERAGE, HOURS = "course_coverage", "course_hours"
RESPONSE, SHARE = "survey_response", "survey_share"
SCHOOLS = ("school",)

PAGE = Page(
    key="courses",
    order=50,
    filters=(ON, VALID, COURSE_KIND, AIMAK, SCHOOL),
    tabs=("coverage", "groups", "time", "expiring", "next", "surveys", "effect"),
    options=(
        Option("months", ("6", "3", "12", "1")),
        Option("course", COURSE_KIND.closed),
        Option("places", ("25", "10", "50", "100")),
        Option("survey", ("",), pattern=r"\S.{0,60}"),
        Option("effect_subject", ("",), pattern=r"[a-z_]{1,60}"),
    ),
    blocks=(
        Block("numbers", "course_numbers", (COVERAGE, HOURS), show="kpis", tab="coverage"),
        Block(
            "kinds",
            "course_kinds",
            (COVERAGE,),
            show="heat",
            by=("school", "course_kind"),
            tab="coverage",
            width="main",
        ),
        Block("zero", "course_zero", (COVERAGE,), show="attention", tab="coverage", width="side"),
        Block("schools", "course_groups", (COVERAGE,), show="bars", by=SCHOOLS, tab="coverage"),
        *(
            Block(
                of, "course_groups", (COVERAGE,), show="bars", by=(of,), tab="groups", width="half"
            )
            for of in ("experience", "category")
        ),
        *(
            Block(of, "course_groups", (COVERAGE,), show="bars", by=(of,), tab="groups")
            for of in ("aimak", "subject")
        ),
        Block("uptake", "course_uptake", (COVERAGE,), show="lines", tab="time", width="half"),
        Block("providers", "course_providers", (COVERAGE,), show="bars", tab="time", width="half"),
        Block("plan", "course_plan", (COVERAGE,), tab="time"),
        Block("hours", "course_groups", (HOURS,), show="bars", by=SCHOOLS, tab="time"),
        Block("soon", "course_soon", (COVERAGE,), show="bars", tab="expiring", width="side"),
        Block("expiring", "course_expiring", (COVERAGE,), tab="expiring", width="main"),
        Block("rule", "course_next_rule", (COVERAGE,), show="sentences", tab="next", width="side"),
        Block(
            "next",
            "course_next",
            (COVERAGE, "quality"),
            show="order",
            tab="next",
            width="main",
        ),
        Block("response", "survey_response", (RESPONSE,), show="sentences", tab="surveys"),
        Block("options", "survey_options", (SHARE,), show="answers", tab="surveys", width="half"),
        Block("effects", "survey_effects", (SHARE,), show="stacked", tab="surveys", width="half"),
        Block("asked", "survey_schools", (RESPONSE,), show="bars", tab="surveys"),
        Block("years", "survey_years", (SHARE,), tab="surveys"),
        Block("helped", "course_helped", (COVERAGE, "quality"), show="sentences", tab="effect"),
        Block(
            "schools_helped", "course_helped_schools", ("quality",), show="changes", tab="effect"
        ),
    ),
)
