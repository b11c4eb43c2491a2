"""The mentors' load, their open days, events, pairs that do not meet, and doubts about them."""

import pytest

from dashboard.i18n import t
from tests.panels.of_mentors import PAIRS, TABLES, column, maker, mentor, names, pair, texts


@pytest.fixture
def block(snapshot_of, settings):
    return maker(snapshot_of, settings)


def test_the_most_loaded_stand_first_and_a_line_says_how_many_one_may_have(block):
    made = block("load", options=(("most", "4"),))
    assert column(made, "value") == ["4", "2", "0"]
    assert made.reference == 4
    assert made.reference_text == "at most 4"


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("name", ["M1", "M2", "M3"]),
        ("-name", ["M3", "M2", "M1"]),
        ("value", ["M3", "M2", "M1"]),
        ("-direction", ["M3", "M1", "M2"]),
        ("other", ["M1", "M2", "M3"]),
    ],
)
def test_the_load_can_be_sorted(sort, order, block):
    assert [name.partition(" ")[0] for name in names(block("load", sort=sort))] == order


def test_the_idle_and_the_overloaded_are_said_in_words(block):
    made = block("idle")
    assert made.sentences == ("1 mentor has no mentee.", "1 mentor has more than 3.")
    assert names(made) == ["M3 · №\u00a02", "M1 · №\u00a01"]
    assert "direction=natural_exact" in made.rows[0][0].href
    assert made.rows[0][0].href.endswith("view=pairs")
    assert [row[0].tone for row in made.rows] == [1, -1]


def test_an_even_load_is_said(block):
    made = block("idle", school=["S01"], options=(("most", "4"),))
    assert made.sentences == ("Every mentor has a mentee, and nobody more than 4.",)


def test_open_days_are_told_from_the_next_on(block):
    rows = texts(block("calendar"))
    assert [row[:3] for row in rows] == [
        ["Fri, Nov 13, 2026", "M1", "№\u00a01"],
        ["Fri, Nov 13, 2026", "M2", "№\u00a01"],
        [t("mentors.day.as_written", "en"), "M3", "№\u00a02"],
    ]
    assert rows[2][-1] == "келишим боюнча"


def test_a_day_after_the_term_is_no_open_day(block):
    told = {"M1": None, "M2": "01.10.2026", "M3": "01.10.2028"}
    rows = [mentor(code, "S01", open_day=text) for code, text in told.items()]
    over = t("mentors.day.over", "en")
    made = block("calendar", TABLES | {"mentors": rows})
    assert names(made) == [t("mentors.day.not_told", "en"), over, over]


def test_without_open_days_it_says_what_to_fill_in(block):
    made = block("calendar", TABLES | {"mentors": [mentor("M1", "S01", open_day=None)]})
    assert made.empty == t("block.mentors.calendar.empty", "en")


def test_events_are_counted_since_the_school_year_began(block):
    made = block("events")
    told = {name: row for name, *row in texts(made)}
    assert told[t("choice.lesson_visit", "en")] == ["2", "6", "0"]
    assert told[t("choice.open_day", "en")] == ["1", "", "1"]
    assert told[t("choice.seminar", "en")] == ["0", "", "0"]  # held in August


def test_events_are_those_of_the_chosen_schools_and_directions(block):
    assert sum(map(int, column(block("events", school=["S02"]), "value"))) == 1
    assert sum(map(int, column(block("events", direction=["natural_exact"]), "value"))) == 1
    assert sum(map(int, column(block("events", subject=["history"]), "value"))) == 2


def test_a_quiet_pair_is_told_with_its_last_meeting(block):
    (row,) = texts(block("quiet"))
    assert row == ["M2 · №\u00a01", "№ 4 мектеп", "History", "Oct 1, 2025", "never yet"]


def test_where_all_pairs_meet_it_is_said(block):
    assert block("quiet", school=["S03"]).empty == t("mentors.none_quiet", "en")


def test_a_register_in_order_has_no_doubts(block):
    made = block("doubts")
    assert made.sentences == (t("mentors.no_doubts", "en"),)


def test_doubts_say_how_many_which_and_what_to_do(block):
    tables = TABLES | {"pairs": [*PAIRS, *(pair("M9", f"Y{n}", "S05") for n in range(6, 12))]}
    (row,) = texts(block("doubts", tables))
    assert row[0] == "6 pairs have a mentor who is not registered."
    assert row[1].startswith("M9 → Y10, M9 → Y11, M9 → Y6")
    assert row[2] == t("mentors.do.unregistered_mentor", "en")
    more = TABLES | {"pairs": [*PAIRS, *(pair("M9", f"Y{n}", "S05") for n in range(6, 14))]}
    assert "and 2 more" in texts(block("doubts", more))[0][1]


def test_doubts_are_of_the_chosen_schools(block):
    tables = TABLES | {"pairs": [*PAIRS, pair("M9", "Y6", "S05")]}
    assert len(block("doubts", tables, school=["S05"]).rows) == 1
    assert not block("doubts", tables, school=["S03"]).rows
