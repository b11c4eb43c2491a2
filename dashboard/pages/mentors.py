"""Who helps whom, and who is left out?"""

from dashboard.filters import AIMAK, DIRECTION, ON, SCHOOL, SUBJECT
from dashboard.spec.page import Block, Option, Page

LIVE, REACH, YOUNG, CERTIFIED = (
    "mentors_live",
    "mentor_reach",
    "mentored_young",
    "network_certified",
)

PAGE = Page(
    key="mentors",
    order=40,
    filters=(ON, DIRECTION, AIMAK, SCHOOL, SUBJECT),
    tabs=("map", "network", "numbers", "load", "calendar", "lead", "pairs"),
    options=(
        Option("months", ("3", "1", "6", "12")),
        Option("most", ("3", "1", "2", "4", "5")),
        Option("network", ("",), pattern=r"\S.{0,60}"),  # which one's members are shown
        Option("spread", ("usual", "chance")),
        Option("accept", ("",), pattern=r"[\w.~-]{1,6000}", persons=True),
    ),
    blocks=(
        Block("map", "mentor_map", (LIVE, REACH), show="map", tab="map", width="main"),
        Block("directions", "mentor_directions", (LIVE,), show="plan", tab="map", width="side"),
        Block("left_out", "mentor_left_out", (REACH,), show="attention", tab="map", width="side"),
        Block("terms", "mentor_terms", (LIVE,), show="sentences", tab="map", width="side"),
        Block("network", "mentor_links", (LIVE,), show="links", tab="network"),
        Block("doubts", "mentor_doubts", (LIVE,), show="sentences", tab="network"),
        Block("numbers", "mentor_numbers", (LIVE, YOUNG, REACH), show="kpis", tab="numbers"),
        Block("by_direction", "mentor_by_direction", (LIVE, "mentor_load"), tab="numbers"),
        Block("reach", "groups", (REACH,), show="bars", by=("aimak",), tab="numbers", width="half"),
        Block("young", "groups", (YOUNG,), show="bars", by=("aimak",), tab="numbers", width="half"),
        Block("load", "mentor_load", ("mentor_load",), show="bars", tab="load", width="main"),
        Block("idle", "mentor_idle", ("mentor_load",), show="sentences", tab="load", width="side"),
        Block("calendar", "mentor_calendar", (LIVE,), tab="calendar", width="half"),
        Block("events", "mentor_events", (LIVE,), show="bars", tab="calendar", width="half"),
        Block("quiet", "mentor_quiet", (LIVE,), tab="calendar"),
        Block("networks", "lead_networks", (CERTIFIED,), tab="lead"),
        Block("members", "lead_members", (CERTIFIED,), show="bars", tab="lead", leads="school"),
        Block("suggested", "suggested_pairs", ("quality",), show="suggested", tab="pairs"),
        Block("order", "accepted_pairs", ("quality",), show="order", tab="pairs"),
    ),
)
