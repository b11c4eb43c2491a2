"""Does methodical work happen, and where not?"""

from dashboard.filters import AIMAK, AREA, LANGUAGE, SCHOOL, SUPPORT_KIND, YEAR
from dashboard.spec.page import Block, Page

MEETINGS, MINUTES, WORK = "meetings_held", "minutes_kept", "work_done"
PROGRAMME, LOAD, PLAN, IMPROVED = "programme_done", "load_hours", "support_plan", "support_improved"
SCHOOLS = ("school",)

PAGE = Page(
    key="associations",
    order=60,
    filters=(YEAR, AIMAK, SCHOOL, AREA, LANGUAGE),
    tabs=("meetings", "work", "programme", "load", "support", "kinds"),
    blocks=(
        Block(
            "numbers",
            "association_numbers",
            (MEETINGS, MINUTES, WORK, PROGRAMME, LOAD, PLAN),
            show="kpis",
        ),
        Block(
            "meetings",
            "association_meetings",
            (MEETINGS, MINUTES),
            show="bars",
            by=SCHOOLS,
            tab="meetings",
            width="main",
        ),
        Block(
            "behind",
            "association_behind",
            (MEETINGS,),
            show="sentences",
            tab="meetings",
            width="side",
        ),
        Block(
            "areas",
            "association_meetings",
            (MEETINGS, MINUTES),
            show="bars",
            by=("area",),
            tab="meetings",
            width="half",
        ),
        Block(
            "chosen",
            "association_meetings",
            (MEETINGS, MINUTES),
            show="bars",
            by=("chosen_by",),
            tab="meetings",
            width="half",
        ),
        Block("months", "association_work", (WORK,), show="done_of_planned", tab="work"),
        Block(
            "lessons",
            "association_open_lessons",
            (WORK,),
            show="bars",
            by=SCHOOLS,
            tab="work",
            width="half",
        ),
        Block(
            "work",
            "association_done",
            (WORK,),
            show="bars",
            by=SCHOOLS,
            tab="work",
            width="half",
        ),
        Block(
            "programme",
            "association_done",
            (PROGRAMME,),
            show="bars",
            by=SCHOOLS,
            tab="programme",
            width="half",
        ),
        Block(
            "subjects",
            "association_done",
            (PROGRAMME,),
            show="bars",
            by=("subject",),
            tab="programme",
            width="half",
        ),
        Block(
            "classes",
            "association_done",
            (PROGRAMME,),
            show="bars",
            tab="programme",
            width="half",
        ),
        Block(
            "periods",
            "association_done",
            (PROGRAMME,),
            show="bars",
            by=("period",),
            tab="programme",
            width="half",
        ),
        Block("load", "association_load", (LOAD,), show="bars", tab="load", width="main"),
        Block(
            "evenly",
            "association_load_words",
            (LOAD,),
            show="sentences",
            tab="load",
            width="side",
        ),
        *(
            Block(kind, "association_support", (PLAN, IMPROVED), tab="support", width="half")
            for kind in SUPPORT_KIND.closed
        ),
        Block(
            "plans",
            "association_support_schools",
            (PLAN,),
            show="bars",
            by=SCHOOLS,
            tab="support",
        ),
        Block(
            "kinds",
            "association_kinds",
            (MEETINGS, WORK, PROGRAMME, LOAD, PLAN),
            tab="kinds",
        ),
    ),
)
